(* made by derive, do not edit *)
(* ELU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) (alpha : R) : R :=
  (if ltb 0 x then x else alpha * (exp x + (-1))).
#[local] Hint Unfold y_of : definitions.

Section elu_theory.
Variables (x alpha alpha_dot y_bar x_dot : R).
Local Notation y := (y_of x alpha).

(** * What several lines rest on *)

Lemma shared_1 :
  (0 <> x) ->
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))) = (if ltb 0 x then 1 else alpha * exp x).
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb 0 x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => alpha * (exp x' + (-1))))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => alpha * (exp x' + (-1))) (fun x' => ltb 0 x')). }
  apply (eq_eq _ ((if ltb 0 x then 1 else alpha * (exp x * 1 + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply variable0. }
    { apply (eq_eq _ (pd (at0 x) (fun x' => alpha * (exp x' + (-1)))) _).
      { reflexivity. }
      apply (eq_eq _ (alpha * pd (at0 x) (fun x' => exp x' + (-1))) _).
      { assert (pd (at0 x) (fun x' => alpha) = 0).
        { apply constant. }
        rule (diff_scale (at0 x) (fun x' => alpha) (fun x' => exp x' + (-1))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => exp x') + pd (at0 x) (fun x' => (-1))) _).
      { rule (diff_add (at0 x) (fun x' => exp x') (fun x' => (-1))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (exp x * pd (at0 x) (fun x' => x')) _).
        { rule (diff_exp (at0 x) (fun x' => x')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable0. }
      apply constant. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (exp x + 0) _).
    { refine (f_equal2 Rplus _ eq_refl).
      arith. }
    arith. }
Qed.

Lemma shared_2 :
  - x = 0 - x.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_3 :
  (if leb 0 (- x) then 1 else 0) ^ 2 = (if leb 0 (- x) then 1 else 0) ^ 1.
Proof.
  apply (eq_eq _ (((if leb 0 (- x) then 1 else 0) ^ 2) ^ 1) _).
  { arith. }
  refine (f_equal (fun x => x ^ 1) _).
  rule (indicator_square (leb 0 (- x))).
Qed.

Lemma shared_4 :
  pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp x + (-1)))) = (if ltb 0 x then 0 else exp x + (-1)).
Proof.
  apply (eq_eq _ ((if ltb 0 x then pd (at0 alpha) (fun alpha' => x) else pd (at0 alpha) (fun alpha' => alpha' * (exp x + (-1))))) _).
  { rule (diff_if (at0 alpha) (fun alpha' => x) (fun alpha' => alpha' * (exp x + (-1))) (fun alpha' => ltb 0 x)). }
  apply (eq_eq _ ((if ltb 0 x then 0 else (exp x + (-1)) * 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 alpha) (fun alpha' => (exp x + (-1)) * alpha')) _).
      { apply pd_ext.
        intros alpha'; cbv beta.
        arith. }
      apply (eq_eq _ ((exp x + (-1)) * pd (at0 alpha) (fun alpha' => alpha')) _).
      { assert (pd (at0 alpha) (fun alpha' => exp x + (-1)) = 0).
        { apply constant. }
        rule (diff_scale (at0 alpha) (fun alpha' => exp x + (-1)) (fun alpha' => alpha')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_5 :
  (if ltb 0 x then 0 else exp x + (-1)) = (if leb x 0 then exp x + (-1) else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then (if ltb 0 x then 0 else exp x + (-1)) else (if ltb 0 x then 0 else exp x + (-1)))) _).
  { symmetry.
    rule (if_same (if ltb 0 x then 0 else exp x + (-1)) (leb x 0)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((if leb x 0 then exp x + (-1) else 0)) _).
    { rule (if_less 0 x 0 (exp x + (-1))). }
    assert (x <= 0).
    { hyp. }
    rule (if_true (exp x + (-1)) 0 (leb x 0)). }
  { assert (0 < x).
    { hyp. }
    rule (if_true 0 (exp x + (-1)) (ltb 0 x)). }
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' alpha)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = (if ltb 0 x then 1 else alpha * exp x).
Proof.
  rule shared_1.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' alpha)
  ((if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold derivative_2_diff_if).
Qed.
End derivative.

(** * By its value *)

Section by_value.
Hypothesis given1 : 0 <> x.

(* definition of y *)
Lemma by_value_1_unfold :
  pd (at0 x) (fun x' => y_of x' alpha)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma by_value_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = (if ltb 0 x then 1 else alpha * exp x).
Proof.
  rule shared_1.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma by_value_3_if_less :
  (if ltb 0 x then 1 else alpha * exp x)
  = (if ltb 0 x then 1 else y + alpha).
Proof.
  apply (eq_eq _ ((if ltb 0 x then 1 else exp x * alpha)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ ((if leb x 0 then exp x * alpha else 1)) _).
  { rule (if_less 0 x 1 (exp x * alpha)). }
  apply (eq_eq _ ((if leb 0 (- x) then exp x * alpha else 1)) _).
  { assert (- x = 0 - x).
    { rule shared_2. }
    rule (if_moved x 0 (exp x * alpha) 1 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * exp x * alpha + (1 - (if leb 0 (- x) then 1 else 0)) * 1) _).
  { rule_same (if_indicator (exp x * alpha) 1 (leb 0 (- x))). }
  apply (eq_eq _ (1 + exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0)) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb 0 x then 1 else exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ (exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + x + alpha) _).
      { apply (eq_eq _ ((exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + x) + alpha) _); [ | same ].
        refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ ((if ltb 0 x then x else alpha * (exp x + (-1)))) _).
        { reflexivity. }
        apply (eq_eq _ ((if ltb 0 x then x else exp x * alpha - alpha)) _).
        { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
          { reflexivity. }
          { arith. } }
        apply (eq_eq _ ((if leb x 0 then exp x * alpha - alpha else x)) _).
        { rule (if_less 0 x x (exp x * alpha - alpha)). }
        apply (eq_eq _ ((if leb 0 (- x) then exp x * alpha - alpha else x)) _).
        { assert (- x = 0 - x).
          { rule shared_2. }
          rule (if_moved x 0 (exp x * alpha - alpha) x (- x)). }
        apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * (exp x * alpha - alpha) + (1 - (if leb 0 (- x) then 1 else 0)) * x) _).
        { rule (if_indicator (exp x * alpha - alpha) x (leb 0 (- x))). }
        arith. }
      arith. } }
  apply (eq_eq _ ((if leb x 0 then exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x else 1)) _).
  { rule (if_less 0 x 1 (exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x)). }
  apply (eq_eq _ ((if leb 0 (- x) then exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x else 1)) _).
  { assert (- x = 0 - x).
    { rule shared_2. }
    rule (if_moved x 0 (exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x) 1 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * (exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x) + (1 - (if leb 0 (- x) then 1 else 0)) * 1) _).
  { rule (if_indicator (exp x * (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * alpha - (if leb 0 (- x) then 1 else 0) * x + alpha + x) 1 (leb 0 (- x))). }
  apply (eq_eq _ (1 + exp x * (if leb 0 (- x) then 1 else 0) ^ 2 * alpha - (if leb 0 (- x) then 1 else 0) + (if leb 0 (- x) then 1 else 0) * alpha + (if leb 0 (- x) then 1 else 0) * x - (if leb 0 (- x) then 1 else 0) ^ 2 * alpha - (if leb 0 (- x) then 1 else 0) ^ 2 * x) _).
  { arith. }
  apply (eq_eq _ (1 + exp x * (if leb 0 (- x) then 1 else 0) ^ 1 * alpha - (if leb 0 (- x) then 1 else 0) + (if leb 0 (- x) then 1 else 0) * alpha + (if leb 0 (- x) then 1 else 0) * x - (if leb 0 (- x) then 1 else 0) ^ 1 * alpha - (if leb 0 (- x) then 1 else 0) ^ 1 * x) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl)) eq_refl) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal Ropp (f_equal2 Rmult _ eq_refl))).
    { rule shared_3. }
    { rule shared_3. }
    rule shared_3. }
  arith.
Qed.

Theorem by_value :
  is_pd (at0 x) (fun x' => y_of x' alpha)
  ((if ltb 0 x then 1 else y + alpha)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ by_value_1_unfold (eq_eq _ _ _ by_value_2_diff_if by_value_3_if_less)).
Qed.
End by_value.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' alpha)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = (if ltb 0 x then 1 else alpha * exp x).
Proof.
  rule shared_1.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' alpha)
  ((if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold derivative_y_x_2_diff_if).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' alpha)
  = y_bar * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  rule shared_1.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' alpha)
  (y_bar * (if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' alpha)) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' alpha) * x_dot
  = (if ltb 0 x then 1 else alpha * exp x) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  rule shared_1.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) alpha)
  ((if ltb 0 x then 1 else alpha * exp x) * x_dot).
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

(* definition of y *)
Lemma derivative_y_alpha_1_unfold :
  pd (at0 alpha) (fun alpha' => y_of x alpha')
  = pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp x + (-1)))).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front *)
Lemma derivative_y_alpha_2_diff_if :
  pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp x + (-1))))
  = (if ltb 0 x then 0 else exp x + (-1)).
Proof.
  rule shared_4.
Qed.

(* case by case *)
Lemma derivative_y_alpha_3_cases :
  (if ltb 0 x then 0 else exp x + (-1))
  = (if leb x 0 then exp x + (-1) else 0).
Proof.
  rule shared_5.
Qed.

Theorem derivative_y_alpha :
  is_pd (at0 alpha) (fun alpha' => y_of x alpha')
  ((if leb x 0 then exp x + (-1) else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_alpha_1_unfold (eq_eq _ _ _ derivative_y_alpha_2_diff_if derivative_y_alpha_3_cases)).
Qed.
End derivative_y_alpha.

(** * VJP of y for alpha *)

Section vjp_y_alpha.

(* put in ∂y/∂α *)
Lemma vjp_y_alpha_1_lemma :
  y_bar * pd (at0 alpha) (fun alpha' => y_of x alpha')
  = y_bar * (if leb x 0 then exp x + (-1) else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp x + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 0 else exp x + (-1))) _).
  { rule shared_4. }
  rule shared_5.
Qed.

(* case by case *)
Lemma vjp_y_alpha_2_cases :
  y_bar * (if leb x 0 then exp x + (-1) else 0)
  = (if leb x 0 then y_bar * (exp x + (-1)) else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then y_bar * (if leb x 0 then exp x + (-1) else 0) else y_bar * (if leb x 0 then exp x + (-1) else 0))) _).
  { symmetry.
    rule (if_same (y_bar * (if leb x 0 then exp x + (-1) else 0)) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then y_bar * (exp x + (-1)) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { refine (f_equal2 Rmult eq_refl _).
      assert (x <= 0).
      { hyp. }
      rule (if_true (exp x + (-1)) 0 (leb x 0)). }
    { apply (eq_eq _ (y_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb 0 x then 0 else exp x + (-1))) _).
        { symmetry.
          rule (if_less 0 x 0 (exp x + (-1))). }
        assert (0 < x).
        { hyp. }
        rule (if_true 0 (exp x + (-1)) (ltb 0 x)). }
      arith. } }
  apply (eq_eq _ ((if leb x 0 then exp x * y_bar - y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem vjp_y_alpha :
  is_pd (at0 alpha) (fun alpha' => y_bar * y_of x alpha')
  ((if leb x 0 then y_bar * (exp x + (-1)) else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 alpha) (fun alpha' => y_of x alpha')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_alpha_1_lemma vjp_y_alpha_2_cases).
Qed.
End vjp_y_alpha.

(** * JVP of y for alpha *)

Section jvp_y_alpha.

(* put in ∂y/∂α *)
Lemma jvp_y_alpha_1_lemma :
  pd (at0 alpha) (fun alpha' => y_of x alpha') * alpha_dot
  = (if leb x 0 then exp x + (-1) else 0) * alpha_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 alpha) (fun alpha' => (if ltb 0 x then x else alpha' * (exp x + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 0 else exp x + (-1))) _).
  { rule shared_4. }
  rule shared_5.
Qed.

(* case by case *)
Lemma jvp_y_alpha_2_cases :
  (if leb x 0 then exp x + (-1) else 0) * alpha_dot
  = (if leb x 0 then alpha_dot * (exp x + (-1)) else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then (if leb x 0 then exp x + (-1) else 0) * alpha_dot else (if leb x 0 then exp x + (-1) else 0) * alpha_dot)) _).
  { symmetry.
    rule (if_same ((if leb x 0 then exp x + (-1) else 0) * alpha_dot) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then alpha_dot * (exp x + (-1)) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((exp x + (-1)) * alpha_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        assert (x <= 0).
        { hyp. }
        rule (if_true (exp x + (-1)) 0 (leb x 0)). }
      arith. }
    { apply (eq_eq _ (0 * alpha_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ ((if ltb 0 x then 0 else exp x + (-1))) _).
        { symmetry.
          rule (if_less 0 x 0 (exp x + (-1))). }
        assert (0 < x).
        { hyp. }
        rule (if_true 0 (exp x + (-1)) (ltb 0 x)). }
      arith. } }
  apply (eq_eq _ ((if leb x 0 then exp x * alpha_dot - alpha_dot else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem jvp_y_alpha :
  is_pd (at0 0) (fun t => y_of x (line0 alpha alpha_dot t))
  ((if leb x 0 then alpha_dot * (exp x + (-1)) else 0)).
Proof.
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
End elu_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (x : R),
  (0 <> x).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of by_value can be met *)
Lemma by_value_possible :
  exists (x : R),
  (0 <> x).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.
