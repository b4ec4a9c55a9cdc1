(* made by derive, do not edit *)
(* Softplus

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition p_of (x : R) : R :=
  ln (1 + exp x).
#[local] Hint Unfold p_of : definitions.

Section softplus_theory.
Variables (x x_dot p_bar : R).
Local Notation sigma := (sigma_of x).
Local Notation p := (p_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  pd (at0 x) (fun x' => ln (1 + exp x')) = pd (at0 x) (fun x' => 1 + exp x') / (1 + exp x).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  apply (eq_eq _ (1 / (1 + exp x) * pd (at0 x) (fun x' => 1 + exp x')) _).
  { rule (diff_log (at0 x) (fun x' => 1 + exp x')). }
  fractions.
Qed.

Lemma shared_2 :
  pd (at0 x) (fun x' => 1 + exp x') = 0 + exp x * 1.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp x')) _).
  { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp x')). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (exp x * pd (at0 x) (fun x' => x')) _).
  { rule (diff_exp (at0 x) (fun x' => x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable0.
Qed.

Lemma shared_3 :
  0 + exp x * 1 = exp x.
Proof.
  apply (eq_eq _ (0 + exp x) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_4 :
  pd (at0 x) (fun x' => p_of x') = exp x / (1 + exp x).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp x'))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 + exp x') / (1 + exp x)) _).
  { rule shared_1. }
  apply (eq_eq _ ((0 + exp x * 1) / (1 + exp x)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule shared_2. }
  refine (f_equal2 Rdiv _ eq_refl).
  rule shared_3.
Qed.

Lemma shared_5 :
  exp x / (1 + exp x) = sigma.
Proof.
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- x))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp x)) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (exp_neg x). }
  cancel.
Qed.

(** * positive *)

Section positive.

(* by the signs of its parts *)
Lemma positive_1_sign :
  0
  < p.
Proof.
  sgn.
Qed.

Theorem positive :
  0
  < p.
Proof.
  exact positive_1_sign.
Qed.
End positive.

(** * Derivative *)

Section derivative.

(* derivative of log, chain rule; derivative of exp, chain rule *)
Lemma derivative_1_diff_log :
  pd (at0 x) (fun x' => p_of x')
  = exp x / (1 + exp x).
Proof.
  rule shared_4.
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_2_exp_neg :
  exp x / (1 + exp x)
  = sigma.
Proof.
  rule shared_5.
Qed.

Lemma derivative_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => p_of x')
  (sigma).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_diff_log derivative_2_exp_neg).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => p_of x')
  (sigma)).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))).
Defined.
End derivative.

(** * Derivative of p by x *)

Section derivative_p_x.

(* definition of p *)
Lemma derivative_p_x_1_unfold :
  pd (at0 x) (fun x' => p_of x')
  = pd (at0 x) (fun x' => ln (1 + exp x')).
Proof.
  reflexivity.
Qed.

(* derivative of log, chain rule *)
Lemma derivative_p_x_2_diff_log :
  pd (at0 x) (fun x' => ln (1 + exp x'))
  = pd (at0 x) (fun x' => 1 + exp x') / (1 + exp x).
Proof.
  rule shared_1.
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_p_x_3_diff_exp :
  pd (at0 x) (fun x' => 1 + exp x') / (1 + exp x)
  = exp x / (1 + exp x).
Proof.
  apply (eq_eq _ ((0 + exp x * 1) / (1 + exp x)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule shared_2. }
  refine (f_equal2 Rdiv _ eq_refl).
  rule shared_3.
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_p_x_4_exp_neg :
  exp x / (1 + exp x)
  = sigma.
Proof.
  rule shared_5.
Qed.

Lemma derivative_p_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem derivative_p_x :
  is_pd (at0 x) (fun x' => p_of x')
  (sigma).
Proof.
  pose proof derivative_p_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_p_x_1_unfold (eq_eq _ _ _ derivative_p_x_2_diff_log (eq_eq _ _ _ derivative_p_x_3_diff_exp derivative_p_x_4_exp_neg))).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_p_x_outright : option (
  is_pd (at0 x) (fun x' => p_of x')
  (sigma)).
Proof.
  attempt "derivative_p_x" as (derivative_outright) or Formula.outright (Formula.by_number (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))).
Defined.
End derivative_p_x.

(** * VJP of p for x *)

Section vjp_p_x.

(* put in ∂p/∂x *)
Lemma vjp_p_x_1_lemma :
  p_bar * pd (at0 x) (fun x' => p_of x')
  = p_bar * sigma.
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (exp x / (1 + exp x)) _).
  { rule shared_4. }
  rule shared_5.
Qed.

Lemma vjp_p_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem vjp_p_x :
  is_pd (at0 x) (fun x' => p_bar * p_of x')
  (p_bar * sigma).
Proof.
  pose proof vjp_p_x_needs_1.
  apply (is_pd_eq _ _ (p_bar * pd (at0 x) (fun x' => p_of x')) _).
  { weighted. }
  exact vjp_p_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_p_x_outright : option (
  is_pd (at0 x) (fun x' => p_bar * p_of x')
  (p_bar * sigma)).
Proof.
  attempt "vjp_p_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (p_bar)) (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt)))))).
Defined.
End vjp_p_x.

(** * JVP of p for x *)

Section jvp_p_x.

(* put in ∂p/∂x *)
Lemma jvp_p_x_1_lemma :
  pd (at0 x) (fun x' => p_of x') * x_dot
  = sigma * x_dot.
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (exp x / (1 + exp x)) _).
  { rule shared_4. }
  rule shared_5.
Qed.

Lemma jvp_p_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem jvp_p_x :
  is_pd (at0 0) (fun t => p_of (line0 x x_dot t))
  (sigma * x_dot).
Proof.
  pose proof jvp_p_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => p_of x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => p_of x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => p_of x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_p_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_p_x_outright : option (
  is_pd (at0 0) (fun t => p_of (line0 x x_dot t))
  (sigma * x_dot)).
Proof.
  attempt "jvp_p_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))).
Defined.
End jvp_p_x.
End softplus_theory.
