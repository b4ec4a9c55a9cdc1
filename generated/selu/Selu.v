(* made by derive, do not edit *)
(* SELU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition alpha_of : R :=
  (16732632423543773 / 10000000000000000).
#[local] Hint Unfold alpha_of : definitions.
Definition lambda__of : R :=
  (2101401974710961 / 2000000000000000).
#[local] Hint Unfold lambda__of : definitions.
Definition y_of (lambda_ : R) (x : R) (alpha : R) : R :=
  lambda_ * (if ltb 0 x then x else alpha * (exp x + (-1))).
#[local] Hint Unfold y_of : definitions.

Section selu_theory.
Variables (x x_dot y_bar : R).
Local Notation alpha := (alpha_of).
Local Notation lambda_ := (lambda__of).
Local Notation y := (y_of lambda_ x alpha).

(** * What several lines rest on *)

Lemma shared_1 :
  (0 <> x) ->
  lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))) = lambda_ * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  intros ?.
  apply (eq_eq _ (lambda_ * (if ltb 0 x then 1 else alpha * (exp x * 1 + 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if ltb 0 x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => alpha * (exp x' + (-1))))) _).
    { rule (diff_if (at0 x) (fun x' => x') (fun x' => alpha * (exp x' + (-1))) (fun x' => ltb 0 x')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
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
  refine (f_equal2 Rmult eq_refl _).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (exp x + 0) _).
    { refine (f_equal2 Rplus _ eq_refl).
      arith. }
    arith. }
Qed.

Lemma shared_2 :
  (0 <> x) ->
  pd (at0 x) (fun x' => y_of lambda_ x' alpha) = lambda_ * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  apply (eq_eq _ (lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { assert (pd (at0 x) (fun x' => lambda_) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => lambda_) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))). }
  rule shared_1.
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x' alpha)
  = pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_2_diff_scale :
  pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  assert (pd (at0 x) (fun x' => lambda_) = 0).
  { apply constant. }
  rule (diff_scale (at0 x) (fun x' => lambda_) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))).
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_3_diff_if :
  lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = lambda_ * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  rule shared_1.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of lambda_ x' alpha)
  (lambda_ * (if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_scale derivative_3_diff_if)).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x' alpha)
  = pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_x_2_diff_scale :
  pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1)))).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => lambda_ * (if ltb 0 x' then x' else alpha * (exp x' + (-1))))) _).
  { reflexivity. }
  assert (pd (at0 x) (fun x' => lambda_) = 0).
  { apply constant. }
  rule (diff_scale (at0 x) (fun x' => lambda_) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))).
Qed.

(* differentiate each branch; a constant factor stays in front; derivative of exp, chain rule *)
Lemma derivative_y_x_3_diff_if :
  lambda_ * pd (at0 x) (fun x' => (if ltb 0 x' then x' else alpha * (exp x' + (-1))))
  = lambda_ * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  rule shared_1.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of lambda_ x' alpha)
  (lambda_ * (if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_scale derivative_y_x_3_diff_if)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of lambda_ x' alpha)
  = y_bar * lambda_ * (if ltb 0 x then 1 else alpha * exp x).
Proof.
  apply (eq_eq _ (y_bar * (lambda_ * (if ltb 0 x then 1 else alpha * exp x))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule shared_2.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of lambda_ x' alpha)
  (y_bar * lambda_ * (if ltb 0 x then 1 else alpha * exp x)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of lambda_ x' alpha)) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of lambda_ x' alpha) * x_dot
  = lambda_ * (if ltb 0 x then 1 else alpha * exp x) * x_dot.
Proof.
  apply (eq_eq _ ((lambda_ * (if ltb 0 x then 1 else alpha * exp x)) * x_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_2.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of lambda_ (line0 x x_dot t) alpha)
  (lambda_ * (if ltb 0 x then 1 else alpha * exp x) * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x' alpha) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x' alpha) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of lambda_ x' alpha) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.
End selu_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
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
