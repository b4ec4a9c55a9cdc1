(* made by derive, do not edit *)
(* CELU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) (alpha : R) : R :=
  (if ltb 0 x then x else alpha * (exp (x / alpha) + (-1))).
#[local] Hint Unfold y_of : definitions.

Section celu_theory.
Variables (alpha x alpha_dot y_bar x_dot : R).
Local Notation y := (y_of x alpha).

(** * What several lines rest on *)

Lemma shared_1 :
  (0 <> x) ->
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1)))) = (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha).
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb 0 x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => alpha * (exp (x' / alpha) + (-1))))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => alpha * (exp (x' / alpha) + (-1))) (fun x' => ltb 0 x')). }
  apply (eq_eq _ ((if ltb 0 x then 1 else alpha * (exp (x / alpha) * (1 / alpha) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply variable0. }
    { apply (eq_eq _ (pd (at0 x) (fun x' => alpha * (exp (x' / alpha) + (-1)))) _).
      { reflexivity. }
      apply (eq_eq _ (alpha * pd (at0 x) (fun x' => exp (x' / alpha) + (-1))) _).
      { assert (pd (at0 x) (fun x' => alpha) = 0).
        { apply constant. }
        rule (diff_scale (at0 x) (fun x' => alpha) (fun x' => exp (x' / alpha) + (-1))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => exp (x' / alpha)) + pd (at0 x) (fun x' => (-1))) _).
      { rule (diff_add (at0 x) (fun x' => exp (x' / alpha)) (fun x' => (-1))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (exp (x / alpha) * pd (at0 x) (fun x' => x' / alpha)) _).
        { rule (diff_exp (at0 x) (fun x' => x' / alpha)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at0 x) (fun x' => 1 / alpha * x')) _).
        { apply pd_ext.
          intros x'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at0 x) (fun x' => 1 / alpha * x')) _).
        { reflexivity. }
        apply (eq_eq _ (1 / alpha * pd (at0 x) (fun x' => x')) _).
        { assert (pd (at0 x) (fun x' => 1 / alpha) = 0).
          { apply constant. }
          rule (diff_scale (at0 x) (fun x' => 1 / alpha) (fun x' => x')). }
        apply (eq_eq _ (pd (at0 x) (fun x' => x') / alpha) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply variable0. }
      apply constant. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ (alpha * (exp (x / alpha) / alpha)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (exp (x / alpha) / alpha + 0) _).
      { refine (f_equal2 Rplus _ eq_refl).
        fractions. }
      fractions. }
    fractions. }
Qed.

Lemma shared_2 :
  (0 < alpha) ->
  (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha) = (if ltb 0 x then 1 else exp (x / alpha)).
Proof.
  intros ?.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if ltb 0 x then 1 else exp (x / alpha))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { cancel. } }
  reflexivity.
Qed.

Lemma shared_3 :
  (0 < alpha) ->
  pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp (x / alpha') + (-1)))) = (if ltb 0 x then 0 else exp (x / alpha) + (-1) - alpha * exp (x / alpha) * x / alpha ^ 2).
Proof.
  intros ?.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if ltb 0 x then pd (at0 alpha) (fun alpha' => x) else pd (at0 alpha) (fun alpha' => alpha' * (exp (x / alpha') + (-1))))) _).
  { rule (diff_if (at0 alpha) (fun alpha' => x) (fun alpha' => alpha' * (exp (x / alpha') + (-1))) (fun alpha' => ltb 0 x)). }
  apply (eq_eq _ ((if ltb 0 x then 0 else 1 * (exp (x / alpha) + (-1)) + alpha * (exp (x / alpha) * (- (x / alpha ^ 2 * 1)) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 alpha) (fun alpha' => alpha') * (exp (x / alpha) + (-1)) + alpha * pd (at0 alpha) (fun alpha' => exp (x / alpha') + (-1))) _).
      { rule (diff_mul (at0 alpha) (fun alpha' => alpha') (fun alpha' => exp (x / alpha') + (-1))). }
      refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
      { apply variable0. }
      apply (eq_eq _ (pd (at0 alpha) (fun alpha' => exp (x / alpha')) + pd (at0 alpha) (fun alpha' => (-1))) _).
      { rule (diff_add (at0 alpha) (fun alpha' => exp (x / alpha')) (fun alpha' => (-1))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (exp (x / alpha) * pd (at0 alpha) (fun alpha' => x / alpha')) _).
        { rule (diff_exp (at0 alpha) (fun alpha' => x / alpha')). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- (x / alpha ^ 2 * pd (at0 alpha) (fun alpha' => alpha'))) _).
        { assert (pd (at0 alpha) (fun alpha' => x) = 0).
          { apply constant. }
          rule (diff_inverse (at0 alpha) (fun alpha' => x) (fun alpha' => alpha')). }
        refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
        apply variable0. }
      apply constant. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ ((exp (x / alpha) + (-1)) - alpha * exp (x / alpha) * x / alpha ^ 2) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { arith. }
    apply (eq_eq _ (alpha * (- (exp (x / alpha) * x / alpha ^ 2))) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (exp (x / alpha) * x / alpha ^ 2) + 0) _).
      { refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (exp (x / alpha) * (- (x / alpha ^ 2))) _).
        { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
          fractions. }
        fractions. }
      fractions. }
    fractions. }
Qed.

Lemma shared_4 :
  (0 < alpha) ->
  (if ltb 0 x then 0 else exp (x / alpha) + (-1) - alpha * exp (x / alpha) * x / alpha ^ 2) = (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)).
Proof.
  intros ?.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if ltb 0 x then 0 else (-1) + exp (x / alpha) - exp (x / alpha) * x / alpha)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { cancel. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { cancel. }
Qed.

Lemma shared_5 :
  (0 < alpha) ->
  (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) = (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  intros ?.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if leb x 0 then (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) else (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)))) _).
  { symmetry.
    rule (if_same (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)) _).
      { rule (if_less 0 x 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha))). }
      assert (x <= 0).
      { hyp. }
      rule (if_true (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) 0 (leb x 0)). }
    { assert (0 < x).
      { hyp. }
      rule (if_true 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) (ltb 0 x)). } }
  apply (eq_eq _ ((if leb x 0 then (-1) + exp (x / alpha) - exp (x / alpha) * x / alpha else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { cancel. }
  { reflexivity. }
Qed.

Lemma shared_6 :
  (0 < alpha) ->
  pd (at0 alpha) (fun alpha' => y_of x alpha') = (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp (x / alpha') + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 0 else exp (x / alpha) + (-1) - alpha * exp (x / alpha) * x / alpha ^ 2)) _).
  { rule shared_3. }
  apply (eq_eq _ ((if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha))) _).
  { rule shared_4. }
  rule shared_5.
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.
Hypothesis given2 : 0 < alpha.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' alpha)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1))))
  = (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha).
Proof.
  rule shared_1.
Qed.

(* rearrange *)
Lemma derivative_3_ring :
  (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha)
  = (if ltb 0 x then 1 else exp (x / alpha)).
Proof.
  rule shared_2.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' alpha)
  ((if ltb 0 x then 1 else exp (x / alpha))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_if derivative_3_ring)).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : 0 < alpha.
Hypothesis given2 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' alpha)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1))))
  = (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha).
Proof.
  rule shared_1.
Qed.

(* rearrange *)
Lemma derivative_y_x_3_ring :
  (if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha)
  = (if ltb 0 x then 1 else exp (x / alpha)).
Proof.
  rule shared_2.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' alpha)
  ((if ltb 0 x then 1 else exp (x / alpha))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_if derivative_y_x_3_ring)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : 0 < alpha.
Hypothesis given2 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' alpha)
  = y_bar * (if ltb 0 x then 1 else exp (x / alpha)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha)) _).
  { rule shared_1. }
  rule shared_2.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' alpha)
  (y_bar * (if ltb 0 x then 1 else exp (x / alpha))).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' alpha)) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : 0 < alpha.
Hypothesis given2 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' alpha) * x_dot
  = (if ltb 0 x then 1 else exp (x / alpha)) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp (x' / alpha) + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 1 else alpha * exp (x / alpha) / alpha)) _).
  { rule shared_1. }
  rule shared_2.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) alpha)
  ((if ltb 0 x then 1 else exp (x / alpha)) * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' alpha) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' alpha) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' alpha) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.

(** * Derivative of y by alpha *)

Section derivative_y_alpha.
Hypothesis given1 : 0 < alpha.

(* definition of y *)
Lemma derivative_y_alpha_1_unfold :
  pd (at0 alpha) (fun alpha' => y_of x alpha')
  = pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp (x / alpha') + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; product rule; derivative of exp, chain rule *)
Lemma derivative_y_alpha_2_diff_if :
  pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp (x / alpha') + (-1))))
  = (if ltb 0 x then 0 else exp (x / alpha) + (-1) - alpha * exp (x / alpha) * x / alpha ^ 2).
Proof.
  rule shared_3.
Qed.

(* factor *)
Lemma derivative_y_alpha_3_ring :
  (if ltb 0 x then 0 else exp (x / alpha) + (-1) - alpha * exp (x / alpha) * x / alpha ^ 2)
  = (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha)).
Proof.
  rule shared_4.
Qed.

(* case by case *)
Lemma derivative_y_alpha_4_cases :
  (if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha))
  = (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  rule shared_5.
Qed.

Lemma derivative_y_alpha_needs_1 :
  ((x <= 0) -> alpha <> 0).
Proof.
  intro.
  sgn.
Qed.

Theorem derivative_y_alpha :
  is_pd (at0 alpha) (fun alpha' => y_of x alpha')
  ((if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)).
Proof.
  pose proof derivative_y_alpha_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_alpha_1_unfold (eq_eq _ _ _ derivative_y_alpha_2_diff_if (eq_eq _ _ _ derivative_y_alpha_3_ring derivative_y_alpha_4_cases))).
Qed.
End derivative_y_alpha.

(** * VJP of y for alpha *)

Section vjp_y_alpha.
Hypothesis given1 : 0 < alpha.

(* put in ∂y/∂α *)
Lemma vjp_y_alpha_1_lemma :
  y_bar * pd (at0 alpha) (fun alpha' => y_of x alpha')
  = y_bar * (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_6.
Qed.

(* case by case *)
Lemma vjp_y_alpha_2_cases :
  y_bar * (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)
  = (if leb x 0 then - (y_bar * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if leb x 0 then y_bar * (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) else y_bar * (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0))) _).
  { symmetry.
    rule (if_same (y_bar * (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then - (y_bar * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (y_bar * (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha))) _).
      { refine (f_equal2 Rmult eq_refl _).
        assert (x <= 0).
        { hyp. }
        rule (if_true (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) 0 (leb x 0)). }
      fractions. }
    { apply (eq_eq _ (y_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha))) _).
        { symmetry.
          rule (if_less 0 x 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha))). }
        assert (0 < x).
        { hyp. }
        rule (if_true 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) (ltb 0 x)). }
      arith. } }
  apply (eq_eq _ ((if leb x 0 then - (exp (x / alpha) * x * y_bar / alpha) + exp (x / alpha) * y_bar - y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { cancel. }
  { reflexivity. }
Qed.

Lemma vjp_y_alpha_needs_1 :
  ((x <= 0) -> alpha <> 0).
Proof.
  intro.
  sgn.
Qed.

Theorem vjp_y_alpha :
  is_pd (at0 alpha) (fun alpha' => y_bar * y_of x alpha')
  ((if leb x 0 then - (y_bar * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)).
Proof.
  pose proof vjp_y_alpha_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 alpha) (fun alpha' => y_of x alpha')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_alpha_1_lemma vjp_y_alpha_2_cases).
Qed.
End vjp_y_alpha.

(** * JVP of y for alpha *)

Section jvp_y_alpha.
Hypothesis given1 : 0 < alpha.

(* put in ∂y/∂α *)
Lemma jvp_y_alpha_1_lemma :
  pd (at0 alpha) (fun alpha' => y_of x alpha') * alpha_dot
  = (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) * alpha_dot.
Proof.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_6.
Qed.

(* case by case *)
Lemma jvp_y_alpha_2_cases :
  (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) * alpha_dot
  = (if leb x 0 then - (alpha_dot * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0).
Proof.
  assert (((x <= 0) -> alpha <> 0)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if leb x 0 then (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) * alpha_dot else (if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) * alpha_dot)) _).
  { symmetry.
    rule (if_same ((if leb x 0 then - ((alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0) * alpha_dot) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then - (alpha_dot * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha * alpha_dot)) _).
      { apply (eq_eq _ ((- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) * alpha_dot) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        assert (x <= 0).
        { hyp. }
        rule (if_true (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) 0 (leb x 0)). }
      fractions. }
    { apply (eq_eq _ (0 * alpha_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ ((if ltb 0 x then 0 else - ((alpha + exp (x / alpha) * (x - alpha)) / alpha))) _).
        { symmetry.
          rule (if_less 0 x 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha))). }
        assert (0 < x).
        { hyp. }
        rule (if_true 0 (- ((alpha + exp (x / alpha) * (x - alpha)) / alpha)) (ltb 0 x)). }
      arith. } }
  apply (eq_eq _ ((if leb x 0 then - (exp (x / alpha) * alpha_dot * x / alpha) + exp (x / alpha) * alpha_dot - alpha_dot else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { cancel. }
  { reflexivity. }
Qed.

Lemma jvp_y_alpha_needs_1 :
  ((x <= 0) -> alpha <> 0).
Proof.
  intro.
  sgn.
Qed.

Theorem jvp_y_alpha :
  is_pd (at0 0) (fun t => y_of x (line0 alpha alpha_dot t))
  ((if leb x 0 then - (alpha_dot * (alpha + exp (x / alpha) * (x - alpha)) / alpha) else 0)).
Proof.
  pose proof jvp_y_alpha_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 alpha) (fun alpha' => y_of x alpha') * alpha_dot) _).
  { apply (eq_eq _ (pd (at0 alpha) (fun alpha' => y_of x alpha') * alpha_dot) _).
    { refine (eq_trans (chain0_at (at0 0) alpha (fun alpha' => y_of x alpha') (fun t => (line0 alpha alpha_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_alpha_1_lemma jvp_y_alpha_2_cases).
Qed.
End jvp_y_alpha.
End celu_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (alpha : R) (x : R),
  (0 <> x) /\ (0 < alpha).
Proof.
  exists (1), (1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (alpha : R) (x : R),
  (0 < alpha) /\ (x <> 0).
Proof.
  exists (1), (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (alpha : R) (x : R),
  (0 < alpha) /\ (x <> 0).
Proof.
  exists (1), (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (alpha : R) (x : R),
  (0 < alpha) /\ (x <> 0).
Proof.
  exists (1), (1).
  witness.
Qed.

(* the hypotheses of derivative_y_alpha can be met *)
Lemma derivative_y_alpha_possible :
  exists (alpha : R),
  (0 < alpha).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_alpha can be met *)
Lemma vjp_y_alpha_possible :
  exists (alpha : R),
  (0 < alpha).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_alpha can be met *)
Lemma jvp_y_alpha_possible :
  exists (alpha : R),
  (0 < alpha).
Proof.
  exists (1).
  witness.
Qed.
