(* made by derive, do not edit *)
(* Softplus with a sharpness

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (beta : R) (x : R) : R :=
  1 / (1 + exp (- (beta * x))).
#[local] Hint Unfold sigma_of : definitions.
Definition p_of (beta : R) (x : R) : R :=
  ln (1 + exp (beta * x)) / beta.
#[local] Hint Unfold p_of : definitions.

Section softplus_beta_theory.
Variables (x beta x_dot p_bar beta_dot : R).
Local Notation sigma := (sigma_of beta x).
Local Notation p := (p_of beta x).

(** * positive *)

Section positive.
Hypothesis given1 : 0 < beta.

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
Hypothesis given1 : 0 < beta.

(* a constant factor stays in front; derivative of log, chain rule; derivative of exp, chain rule *)
Lemma derivative_1_diff_scale :
  pd (at0 x) (fun x' => p_of beta x')
  = exp (beta * x) / (1 + exp (beta * x)).
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    same. }
  apply (eq_eq _ (1 / beta * pd (at0 x) (fun x' => ln (1 + exp (beta * x')))) _).
  { assert (pd (at0 x) (fun x' => 1 / beta) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => 1 / beta) (fun x' => ln (1 + exp (beta * x')))). }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta) _).
  { fractions. }
  apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 x) (fun x' => 1 + exp (beta * x'))) _).
    { rule (diff_log (at0 x) (fun x' => 1 + exp (beta * x'))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (beta * x'))) _).
    { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (beta * x'))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (beta * x) * pd (at0 x) (fun x' => beta * x')) _).
    { rule (diff_exp (at0 x) (fun x' => beta * x')). }
    apply (eq_eq _ (exp (beta * x) * (beta * 1)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => beta * x')) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (beta * pd (at0 x) (fun x' => x')) _).
    { assert (pd (at0 x) (fun x' => beta) = 0).
      { apply constant. }
      rule (diff_scale (at0 x) (fun x' => beta) (fun x' => x')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  apply (eq_eq _ (exp (beta * x) * beta / (1 + exp (beta * x)) / beta) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * beta) _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * beta)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (0 + exp (beta * x) * beta) _).
      { refine (f_equal2 Rplus eq_refl _).
        arith. }
      arith. }
    fractions. }
  apply (eq_eq _ (exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)) _).
  { fractions. }
  apply (eq_eq _ (exp (beta * x) / (1 + exp (beta * x))) _).
  { cancel. }
  symmetry.
  same.
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_2_exp_neg :
  exp (beta * x) / (1 + exp (beta * x))
  = sigma.
Proof.
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    rule (exp_neg (beta * x)). }
  cancel.
Qed.

Lemma derivative_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => p_of beta x')
  (sigma).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_diff_scale derivative_2_exp_neg).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => p_of beta x')
  (sigma)).
Proof.
  attempt "derivative" by Formula.outright Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta))).
Defined.
End derivative.

(** * Derivative by the sharpness *)

Section sharpness.
Hypothesis given1 : 0 < beta.

(* definition of p *)
Lemma sharpness_1_unfold :
  pd (at0 beta) (fun beta' => p_of beta' x)
  = pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta').
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply pd_ext.
  intros beta'; cbv beta.
  reflexivity.
Qed.

(* quotient rule with g = log(1 + exp(β·x)), h = β *)
Lemma sharpness_2_diff_div :
  pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta')
  = (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2.
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  rule (diff_div (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) (fun beta' => beta')).
Qed.

(* derivative of log, chain rule; derivative of exp, chain rule; a constant factor stays in front *)
Lemma sharpness_3_diff_log :
  (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2
  = (exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1) * beta - ln (1 + exp (beta * x)) * 1) / beta ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1)) * beta) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => 1 + exp (beta' * x))) _).
      { rule (diff_log (at0 beta) (fun beta' => 1 + exp (beta' * x))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => 1) + pd (at0 beta) (fun beta' => exp (beta' * x))) _).
      { rule (diff_add (at0 beta) (fun beta' => 1) (fun beta' => exp (beta' * x))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (beta * x) * pd (at0 beta) (fun beta' => beta' * x)) _).
      { rule (diff_exp (at0 beta) (fun beta' => beta' * x)). }
      apply (eq_eq _ (exp (beta * x) * (x * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => x * beta')) _).
      { apply pd_ext.
        intros beta'; cbv beta.
        arith. }
      apply (eq_eq _ (x * pd (at0 beta) (fun beta' => beta')) _).
      { assert (pd (at0 beta) (fun beta' => x) = 0).
        { apply constant. }
        rule (diff_scale (at0 beta) (fun beta' => x) (fun beta' => beta')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  refine (f_equal2 Rdiv _ eq_refl).
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * x * beta) _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * x) * beta) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (0 + exp (beta * x) * x) _).
      { refine (f_equal2 Rplus eq_refl _).
        arith. }
      arith. }
    fractions. }
  refine (f_equal Ropp _).
  arith.
Qed.

(* split the fraction *)
Lemma sharpness_4_ring :
  (exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2
  = exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2.
Proof.
  fractions.
Qed.

(* multiply out; a negative exponent is a reciprocal *)
Lemma sharpness_5_exp_neg :
  exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2
  = x * sigma / beta - p / beta.
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  apply (eq_eq _ ((- (exp (beta * x) * ln (1 + exp (beta * x))) + exp (beta * x) * beta * x - ln (1 + exp (beta * x))) / (beta ^ 2 * (1 + exp (beta * x)))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (x * (exp (beta * x) / (1 + exp (beta * x))) / beta - ln (1 + exp (beta * x)) / beta / beta) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
      { refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        rule (exp_neg (beta * x)). }
      cancel. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    reflexivity. }
  cancel.
Qed.

(* factor *)
Lemma sharpness_6_ring :
  x * sigma / beta - p / beta
  = (x * sigma - p) / beta.
Proof.
  apply (eq_eq _ (- (p / beta) + sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma sharpness_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Lemma sharpness_needs_2 :
  beta <> 0.
Proof.
  sgn.
Qed.

Theorem sharpness :
  is_pd (at0 beta) (fun beta' => p_of beta' x)
  ((x * sigma - p) / beta).
Proof.
  pose proof sharpness_needs_1.
  pose proof sharpness_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ sharpness_1_unfold (eq_eq _ _ _ sharpness_2_diff_div (eq_eq _ _ _ sharpness_3_diff_log (eq_eq _ _ _ sharpness_4_ring (eq_eq _ _ _ sharpness_5_exp_neg sharpness_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition sharpness_outright : option (
  is_pd (at0 beta) (fun beta' => p_of beta' x)
  ((x * sigma - p) / beta)).
Proof.
  attempt "sharpness" by Formula.outright Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt)).
Defined.
End sharpness.

(** * Derivative of p by beta *)

Section derivative_p_beta.
Hypothesis given1 : 0 < beta.

(* definition of p *)
Lemma derivative_p_beta_1_unfold :
  pd (at0 beta) (fun beta' => p_of beta' x)
  = pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta').
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply pd_ext.
  intros beta'; cbv beta.
  reflexivity.
Qed.

(* quotient rule with g = log(1 + exp(β·x)), h = β *)
Lemma derivative_p_beta_2_diff_div :
  pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta')
  = (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2.
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  rule (diff_div (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) (fun beta' => beta')).
Qed.

(* derivative of log, chain rule; derivative of exp, chain rule; a constant factor stays in front *)
Lemma derivative_p_beta_3_diff_log :
  (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2
  = (exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1) * beta - ln (1 + exp (beta * x)) * 1) / beta ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1)) * beta) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => 1 + exp (beta' * x))) _).
      { rule (diff_log (at0 beta) (fun beta' => 1 + exp (beta' * x))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => 1) + pd (at0 beta) (fun beta' => exp (beta' * x))) _).
      { rule (diff_add (at0 beta) (fun beta' => 1) (fun beta' => exp (beta' * x))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (beta * x) * pd (at0 beta) (fun beta' => beta' * x)) _).
      { rule (diff_exp (at0 beta) (fun beta' => beta' * x)). }
      apply (eq_eq _ (exp (beta * x) * (x * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => x * beta')) _).
      { apply pd_ext.
        intros beta'; cbv beta.
        arith. }
      apply (eq_eq _ (x * pd (at0 beta) (fun beta' => beta')) _).
      { assert (pd (at0 beta) (fun beta' => x) = 0).
        { apply constant. }
        rule (diff_scale (at0 beta) (fun beta' => x) (fun beta' => beta')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  refine (f_equal2 Rdiv _ eq_refl).
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * x * beta) _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * x) * beta) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (0 + exp (beta * x) * x) _).
      { refine (f_equal2 Rplus eq_refl _).
        arith. }
      arith. }
    fractions. }
  refine (f_equal Ropp _).
  arith.
Qed.

(* split the fraction *)
Lemma derivative_p_beta_4_ring :
  (exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2
  = exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2.
Proof.
  fractions.
Qed.

(* multiply out; a negative exponent is a reciprocal *)
Lemma derivative_p_beta_5_exp_neg :
  exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2
  = x * sigma / beta - p / beta.
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  apply (eq_eq _ ((- (exp (beta * x) * ln (1 + exp (beta * x))) + exp (beta * x) * beta * x - ln (1 + exp (beta * x))) / (beta ^ 2 * (1 + exp (beta * x)))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (x * (exp (beta * x) / (1 + exp (beta * x))) / beta - ln (1 + exp (beta * x)) / beta / beta) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
      { refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        rule (exp_neg (beta * x)). }
      cancel. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    reflexivity. }
  cancel.
Qed.

(* factor *)
Lemma derivative_p_beta_6_ring :
  x * sigma / beta - p / beta
  = (x * sigma - p) / beta.
Proof.
  apply (eq_eq _ (- (p / beta) + sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma derivative_p_beta_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Lemma derivative_p_beta_needs_2 :
  beta <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_p_beta :
  is_pd (at0 beta) (fun beta' => p_of beta' x)
  ((x * sigma - p) / beta).
Proof.
  pose proof derivative_p_beta_needs_1.
  pose proof derivative_p_beta_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_p_beta_1_unfold (eq_eq _ _ _ derivative_p_beta_2_diff_div (eq_eq _ _ _ derivative_p_beta_3_diff_log (eq_eq _ _ _ derivative_p_beta_4_ring (eq_eq _ _ _ derivative_p_beta_5_exp_neg derivative_p_beta_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_p_beta_outright : option (
  is_pd (at0 beta) (fun beta' => p_of beta' x)
  ((x * sigma - p) / beta)).
Proof.
  attempt "derivative_p_beta" by Formula.outright Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt)).
Defined.
End derivative_p_beta.

(** * VJP of p for beta *)

Section vjp_p_beta.
Hypothesis given1 : 0 < beta.

(* put in ∂p/∂β *)
Lemma vjp_p_beta_1_lemma :
  p_bar * pd (at0 beta) (fun beta' => p_of beta' x)
  = p_bar * ((x * sigma - p) / beta).
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta')) _).
  { assert (beta <> 0).
    { sgn. }
    assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply pd_ext.
    intros beta'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2) _).
  { assert (beta <> 0).
    { sgn. }
    assert (0 < 1 + exp (beta * x)).
    { sgn. }
    rule (diff_div (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) (fun beta' => beta')). }
  apply (eq_eq _ ((exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1) * beta - ln (1 + exp (beta * x)) * 1) / beta ^ 2) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1)) * beta) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => 1 + exp (beta' * x))) _).
        { rule (diff_log (at0 beta) (fun beta' => 1 + exp (beta' * x))). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at0 beta) (fun beta' => 1) + pd (at0 beta) (fun beta' => exp (beta' * x))) _).
        { rule (diff_add (at0 beta) (fun beta' => 1) (fun beta' => exp (beta' * x))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (beta * x) * pd (at0 beta) (fun beta' => beta' * x)) _).
        { rule (diff_exp (at0 beta) (fun beta' => beta' * x)). }
        apply (eq_eq _ (exp (beta * x) * (x * 1)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at0 beta) (fun beta' => x * beta')) _).
        { apply pd_ext.
          intros beta'; cbv beta.
          arith. }
        apply (eq_eq _ (x * pd (at0 beta) (fun beta' => beta')) _).
        { assert (pd (at0 beta) (fun beta' => x) = 0).
          { apply constant. }
          rule (diff_scale (at0 beta) (fun beta' => x) (fun beta' => beta')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable0. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * x * beta) _).
      { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * x) * beta) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        apply (eq_eq _ (0 + exp (beta * x) * x) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    refine (f_equal Ropp _).
    arith. }
  apply (eq_eq _ (exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2) _).
  { fractions. }
  apply (eq_eq _ (x * sigma / beta - p / beta) _).
  { assert (beta <> 0).
    { sgn. }
    assert (1 + 1 / exp (beta * x) <> 0).
    { sgn. }
    assert (exp (beta * x) <> 0).
    { sgn. }
    assert (1 + exp (beta * x) <> 0).
    { sgn. }
    apply (eq_eq _ ((- (exp (beta * x) * ln (1 + exp (beta * x))) + exp (beta * x) * beta * x - ln (1 + exp (beta * x))) / (beta ^ 2 * (1 + exp (beta * x)))) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (x * (exp (beta * x) / (1 + exp (beta * x))) / beta - ln (1 + exp (beta * x)) / beta / beta) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
        { refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          rule (exp_neg (beta * x)). }
        cancel. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      reflexivity. }
    cancel. }
  apply (eq_eq _ (- (p / beta) + sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* rearrange *)
Lemma vjp_p_beta_2_ring :
  p_bar * ((x * sigma - p) / beta)
  = p_bar * (x * sigma - p) / beta.
Proof.
  apply (eq_eq _ (- (p * p_bar / beta) + p_bar * sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_p_beta_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Lemma vjp_p_beta_needs_2 :
  beta <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_p_beta :
  p_bar * pd (at0 beta) (fun beta' => p_of beta' x)
  = p_bar * (x * sigma - p) / beta.
Proof.
  pose proof vjp_p_beta_needs_1.
  pose proof vjp_p_beta_needs_2.
  exact (eq_eq _ _ _ vjp_p_beta_1_lemma vjp_p_beta_2_ring).
Qed.
End vjp_p_beta.

(** * JVP of p for beta *)

Section jvp_p_beta.
Hypothesis given1 : 0 < beta.

(* put in ∂p/∂β *)
Lemma jvp_p_beta_1_lemma :
  pd (at0 beta) (fun beta' => p_of beta' x) * beta_dot
  = (x * sigma - p) / beta * beta_dot.
Proof.
  assert (beta <> 0).
  { sgn. }
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta')) _).
  { assert (beta <> 0).
    { sgn. }
    assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply pd_ext.
    intros beta'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2) _).
  { assert (beta <> 0).
    { sgn. }
    assert (0 < 1 + exp (beta * x)).
    { sgn. }
    rule (diff_div (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) (fun beta' => beta')). }
  apply (eq_eq _ ((exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1) * beta - ln (1 + exp (beta * x)) * 1) / beta ^ 2) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1)) * beta) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => 1 + exp (beta' * x))) _).
        { rule (diff_log (at0 beta) (fun beta' => 1 + exp (beta' * x))). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at0 beta) (fun beta' => 1) + pd (at0 beta) (fun beta' => exp (beta' * x))) _).
        { rule (diff_add (at0 beta) (fun beta' => 1) (fun beta' => exp (beta' * x))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (beta * x) * pd (at0 beta) (fun beta' => beta' * x)) _).
        { rule (diff_exp (at0 beta) (fun beta' => beta' * x)). }
        apply (eq_eq _ (exp (beta * x) * (x * 1)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at0 beta) (fun beta' => x * beta')) _).
        { apply pd_ext.
          intros beta'; cbv beta.
          arith. }
        apply (eq_eq _ (x * pd (at0 beta) (fun beta' => beta')) _).
        { assert (pd (at0 beta) (fun beta' => x) = 0).
          { apply constant. }
          rule (diff_scale (at0 beta) (fun beta' => x) (fun beta' => beta')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable0. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * x * beta) _).
      { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * x) * beta) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        apply (eq_eq _ (0 + exp (beta * x) * x) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    refine (f_equal Ropp _).
    arith. }
  apply (eq_eq _ (exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2) _).
  { fractions. }
  apply (eq_eq _ (x * sigma / beta - p / beta) _).
  { assert (beta <> 0).
    { sgn. }
    assert (1 + 1 / exp (beta * x) <> 0).
    { sgn. }
    assert (exp (beta * x) <> 0).
    { sgn. }
    assert (1 + exp (beta * x) <> 0).
    { sgn. }
    apply (eq_eq _ ((- (exp (beta * x) * ln (1 + exp (beta * x))) + exp (beta * x) * beta * x - ln (1 + exp (beta * x))) / (beta ^ 2 * (1 + exp (beta * x)))) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (x * (exp (beta * x) / (1 + exp (beta * x))) / beta - ln (1 + exp (beta * x)) / beta / beta) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
        { refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          rule (exp_neg (beta * x)). }
        cancel. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      reflexivity. }
    cancel. }
  apply (eq_eq _ (- (p / beta) + sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* rearrange *)
Lemma jvp_p_beta_2_ring :
  (x * sigma - p) / beta * beta_dot
  = beta_dot * (x * sigma - p) / beta.
Proof.
  apply (eq_eq _ (- (beta_dot * p / beta) + beta_dot * sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma jvp_p_beta_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Lemma jvp_p_beta_needs_2 :
  beta <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_p_beta :
  pd (at0 beta) (fun beta' => p_of beta' x) * beta_dot
  = beta_dot * (x * sigma - p) / beta.
Proof.
  pose proof jvp_p_beta_needs_1.
  pose proof jvp_p_beta_needs_2.
  exact (eq_eq _ _ _ jvp_p_beta_1_lemma jvp_p_beta_2_ring).
Qed.
End jvp_p_beta.

(** * Derivative of p by x *)

Section derivative_p_x.
Hypothesis given1 : 0 < beta.

(* definition of p *)
Lemma derivative_p_x_1_unfold :
  pd (at0 x) (fun x' => p_of beta x')
  = pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta).
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_p_x_2_diff_scale :
  pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)
  = pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    same. }
  apply (eq_eq _ (1 / beta * pd (at0 x) (fun x' => ln (1 + exp (beta * x')))) _).
  { assert (pd (at0 x) (fun x' => 1 / beta) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => 1 / beta) (fun x' => ln (1 + exp (beta * x')))). }
  fractions.
Qed.

(* derivative of log, chain rule; derivative of exp, chain rule; a constant factor stays in front *)
Lemma derivative_p_x_3_diff_log :
  pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta
  = exp (beta * x) * beta / ((1 + exp (beta * x)) * beta).
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 x) (fun x' => 1 + exp (beta * x'))) _).
    { rule (diff_log (at0 x) (fun x' => 1 + exp (beta * x'))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (beta * x'))) _).
    { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (beta * x'))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (beta * x) * pd (at0 x) (fun x' => beta * x')) _).
    { rule (diff_exp (at0 x) (fun x' => beta * x')). }
    apply (eq_eq _ (exp (beta * x) * (beta * 1)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => beta * x')) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (beta * pd (at0 x) (fun x' => x')) _).
    { assert (pd (at0 x) (fun x' => beta) = 0).
      { apply constant. }
      rule (diff_scale (at0 x) (fun x' => beta) (fun x' => x')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  apply (eq_eq _ (exp (beta * x) * beta / (1 + exp (beta * x)) / beta) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * beta) _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * beta)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (0 + exp (beta * x) * beta) _).
      { refine (f_equal2 Rplus eq_refl _).
        arith. }
      arith. }
    fractions. }
  fractions.
Qed.

(* multiply out; a negative exponent is a reciprocal *)
Lemma derivative_p_x_4_exp_neg :
  exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)
  = sigma.
Proof.
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  assert (beta <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (beta * x) / (1 + exp (beta * x))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    rule (exp_neg (beta * x)). }
  cancel.
Qed.

Lemma derivative_p_x_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem derivative_p_x :
  is_pd (at0 x) (fun x' => p_of beta x')
  (sigma).
Proof.
  pose proof derivative_p_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_p_x_1_unfold (eq_eq _ _ _ derivative_p_x_2_diff_scale (eq_eq _ _ _ derivative_p_x_3_diff_log derivative_p_x_4_exp_neg))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_p_x_outright : option (
  is_pd (at0 x) (fun x' => p_of beta x')
  (sigma)).
Proof.
  attempt "derivative_p_x" by Formula.outright Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta))).
Defined.
End derivative_p_x.

(** * VJP of p for x *)

Section vjp_p_x.
Hypothesis given1 : 0 < beta.

(* put in ∂p/∂x *)
Lemma vjp_p_x_1_lemma :
  p_bar * pd (at0 x) (fun x' => p_of beta x')
  = p_bar * sigma.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (1 / beta * pd (at0 x) (fun x' => ln (1 + exp (beta * x')))) _).
    { assert (pd (at0 x) (fun x' => 1 / beta) = 0).
      { apply constant. }
      rule (diff_scale (at0 x) (fun x' => 1 / beta) (fun x' => ln (1 + exp (beta * x')))). }
    fractions. }
  apply (eq_eq _ (exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 x) (fun x' => 1 + exp (beta * x'))) _).
      { rule (diff_log (at0 x) (fun x' => 1 + exp (beta * x'))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (beta * x'))) _).
      { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (beta * x'))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (beta * x) * pd (at0 x) (fun x' => beta * x')) _).
      { rule (diff_exp (at0 x) (fun x' => beta * x')). }
      apply (eq_eq _ (exp (beta * x) * (beta * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => beta * x')) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (beta * pd (at0 x) (fun x' => x')) _).
      { assert (pd (at0 x) (fun x' => beta) = 0).
        { apply constant. }
        rule (diff_scale (at0 x) (fun x' => beta) (fun x' => x')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (exp (beta * x) * beta / (1 + exp (beta * x)) / beta) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * beta) _).
      { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * beta)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 + exp (beta * x) * beta) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  assert (beta <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (beta * x) / (1 + exp (beta * x))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    rule (exp_neg (beta * x)). }
  cancel.
Qed.

Lemma vjp_p_x_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem vjp_p_x :
  p_bar * pd (at0 x) (fun x' => p_of beta x')
  = p_bar * sigma.
Proof.
  pose proof vjp_p_x_needs_1.
  exact vjp_p_x_1_lemma.
Qed.
End vjp_p_x.

(** * JVP of p for x *)

Section jvp_p_x.
Hypothesis given1 : 0 < beta.

(* put in ∂p/∂x *)
Lemma jvp_p_x_1_lemma :
  pd (at0 x) (fun x' => p_of beta x') * x_dot
  = sigma * x_dot.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (1 / beta * pd (at0 x) (fun x' => ln (1 + exp (beta * x')))) _).
    { assert (pd (at0 x) (fun x' => 1 / beta) = 0).
      { apply constant. }
      rule (diff_scale (at0 x) (fun x' => 1 / beta) (fun x' => ln (1 + exp (beta * x')))). }
    fractions. }
  apply (eq_eq _ (exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * pd (at0 x) (fun x' => 1 + exp (beta * x'))) _).
      { rule (diff_log (at0 x) (fun x' => 1 + exp (beta * x'))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (beta * x'))) _).
      { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (beta * x'))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (beta * x) * pd (at0 x) (fun x' => beta * x')) _).
      { rule (diff_exp (at0 x) (fun x' => beta * x')). }
      apply (eq_eq _ (exp (beta * x) * (beta * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 x) (fun x' => beta * x')) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (beta * pd (at0 x) (fun x' => x')) _).
      { assert (pd (at0 x) (fun x' => beta) = 0).
        { apply constant. }
        rule (diff_scale (at0 x) (fun x' => beta) (fun x' => x')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (exp (beta * x) * beta / (1 + exp (beta * x)) / beta) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * beta) _).
      { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * beta)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 + exp (beta * x) * beta) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  assert (1 + 1 / exp (beta * x) <> 0).
  { sgn. }
  assert (exp (beta * x) <> 0).
  { sgn. }
  assert (beta <> 0).
  { sgn. }
  assert (1 + exp (beta * x) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (beta * x) / (1 + exp (beta * x))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    rule (exp_neg (beta * x)). }
  cancel.
Qed.

Lemma jvp_p_x_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem jvp_p_x :
  pd (at0 x) (fun x' => p_of beta x') * x_dot
  = sigma * x_dot.
Proof.
  pose proof jvp_p_x_needs_1.
  exact jvp_p_x_1_lemma.
Qed.
End jvp_p_x.
End softplus_beta_theory.

(* the hypotheses of positive can be met *)
Lemma positive_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of sharpness can be met *)
Lemma sharpness_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_p_beta can be met *)
Lemma derivative_p_beta_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_p_beta can be met *)
Lemma vjp_p_beta_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_p_beta can be met *)
Lemma jvp_p_beta_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_p_x can be met *)
Lemma derivative_p_x_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_p_x can be met *)
Lemma vjp_p_x_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_p_x can be met *)
Lemma jvp_p_x_possible :
  exists (beta : R),
  (0 < beta).
Proof.
  exists (1).
  witness.
Qed.
