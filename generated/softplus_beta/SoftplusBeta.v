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

(** * What several lines rest on *)

Lemma shared_1 :
  (0 < 1 + exp (beta * x)) ->
  pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta) = pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / beta * ln (1 + exp (beta * x')))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / beta * pd (at0 x) (fun x' => ln (1 + exp (beta * x')))) _).
  { assert (pd (at0 x) (fun x' => 1 / beta) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => 1 / beta) (fun x' => ln (1 + exp (beta * x')))). }
  fractions.
Qed.

Lemma shared_2 :
  (0 < 1 + exp (beta * x)) ->
  pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta = 1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta.
Proof.
  intros ?.
  refine (f_equal2 Rdiv _ eq_refl).
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
  { reflexivity. }
  apply (eq_eq _ (beta * pd (at0 x) (fun x' => x')) _).
  { assert (pd (at0 x) (fun x' => beta) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => beta) (fun x' => x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable0.
Qed.

Lemma shared_3 :
  1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta = exp (beta * x) * beta / ((1 + exp (beta * x)) * beta).
Proof.
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

Lemma shared_4 :
  (exp (beta * x) <> 0) ->
  (1 + 1 / exp (beta * x) <> 0) ->
  (1 + exp (beta * x) <> 0) ->
  sigma = exp (beta * x) / (1 + exp (beta * x)).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 / (1 + exp (- (beta * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp (beta * x))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (exp_neg (beta * x)). }
  cancel.
Qed.

Lemma shared_5 :
  (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2 = (exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ ((1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * x * 1) * beta - ln (1 + exp (beta * x)) * 1) / beta ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
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
    apply variable0. }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp _)) eq_refl).
  { apply (eq_eq _ (1 / (1 + exp (beta * x)) * exp (beta * x) * x * beta) _).
    { apply (eq_eq _ (1 / (1 + exp (beta * x)) * (exp (beta * x) * x) * beta) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (0 + exp (beta * x) * x) _).
      { refine (f_equal2 Rplus eq_refl _).
        arith. }
      arith. }
    fractions. }
  arith.
Qed.

Lemma shared_6 :
  (0 < beta) ->
  exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2 = x * sigma / beta - p / beta.
Proof.
  intros ?.
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
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
    rule shared_4. }
  cancel.
Qed.

Lemma shared_7 :
  x * sigma / beta - p / beta = (x * sigma - p) / beta.
Proof.
  apply (eq_eq _ (- (p / beta) + sigma * x / beta) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_8 :
  (0 < beta) ->
  pd (at0 beta) (fun beta' => p_of beta' x) = (x * sigma - p) / beta.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x)) / beta')) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) * beta - ln (1 + exp (beta * x)) * pd (at0 beta) (fun beta' => beta')) / beta ^ 2) _).
  { assert (beta <> 0).
    { sgn. }
    assert (0 < 1 + exp (beta * x)).
    { sgn. }
    rule (diff_div (at0 beta) (fun beta' => ln (1 + exp (beta' * x))) (fun beta' => beta')). }
  apply (eq_eq _ ((exp (beta * x) * x * beta / (1 + exp (beta * x)) - ln (1 + exp (beta * x))) / beta ^ 2) _).
  { rule shared_5. }
  apply (eq_eq _ (exp (beta * x) * x * beta / ((1 + exp (beta * x)) * beta ^ 2) - ln (1 + exp (beta * x)) / beta ^ 2) _).
  { fractions. }
  apply (eq_eq _ (x * sigma / beta - p / beta) _).
  { rule shared_6. }
  rule shared_7.
Qed.

Lemma shared_9 :
  (0 < beta) ->
  exp (beta * x) * beta / ((1 + exp (beta * x)) * beta) = sigma.
Proof.
  intros ?.
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
  rule shared_4.
Qed.

Lemma shared_10 :
  (0 < beta) ->
  pd (at0 x) (fun x' => p_of beta x') = sigma.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    rule shared_1. }
  apply (eq_eq _ (exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)) _).
  { assert (0 < 1 + exp (beta * x)).
    { sgn. }
    apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
    { rule shared_2. }
    rule shared_3. }
  rule shared_9.
Qed.

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
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta) _).
  { rule shared_1. }
  apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
  { rule shared_2. }
  apply (eq_eq _ (exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)) _).
  { rule shared_3. }
  apply (eq_eq _ (exp (beta * x) / (1 + exp (beta * x))) _).
  { cancel. }
  reflexivity.
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
  rule shared_4.
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
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta)))).
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
  rule shared_5.
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
  rule shared_6.
Qed.

(* factor *)
Lemma sharpness_6_ring :
  x * sigma / beta - p / beta
  = (x * sigma - p) / beta.
Proof.
  rule shared_7.
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
  attempt "sharpness" by Formula.outright (Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt))).
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
  rule shared_5.
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
  rule shared_6.
Qed.

(* factor *)
Lemma derivative_p_beta_6_ring :
  x * sigma / beta - p / beta
  = (x * sigma - p) / beta.
Proof.
  rule shared_7.
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

(* the same by the differentiator, by what it found for sharpness or else anew *)
Definition derivative_p_beta_outright : option (
  is_pd (at0 beta) (fun beta' => p_of beta' x)
  ((x * sigma - p) / beta)).
Proof.
  attempt "derivative_p_beta" as (sharpness_outright) or Formula.outright (Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt))).
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
  rule shared_8.
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
  is_pd (at0 beta) (fun beta' => p_bar * p_of beta' x)
  (p_bar * (x * sigma - p) / beta).
Proof.
  pose proof vjp_p_beta_needs_1.
  pose proof vjp_p_beta_needs_2.
  apply (is_pd_eq _ _ (p_bar * pd (at0 beta) (fun beta' => p_of beta' x)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_p_beta_1_lemma vjp_p_beta_2_ring).
Qed.

(* the same by the differentiator, by what it found for sharpness or else anew *)
Definition vjp_p_beta_outright : option (
  is_pd (at0 beta) (fun beta' => p_bar * p_of beta' x)
  (p_bar * (x * sigma - p) / beta)).
Proof.
  attempt "vjp_p_beta" times (sharpness_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (p_bar)) (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt)))).
Defined.
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
  rule shared_8.
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
  is_pd (at0 0) (fun t => p_of (line0 beta beta_dot t) x)
  (beta_dot * (x * sigma - p) / beta).
Proof.
  pose proof jvp_p_beta_needs_1.
  pose proof jvp_p_beta_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 beta) (fun beta' => p_of beta' x) * beta_dot) _).
  { apply (eq_eq _ (pd (at0 beta) (fun beta' => p_of beta' x) * beta_dot) _).
    { refine (eq_trans (chain0_at (at0 0) beta (fun beta' => p_of beta' x) (fun t => (line0 beta beta_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_p_beta_1_lemma jvp_p_beta_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_p_beta_outright : option (
  is_pd (at0 0) (fun t => p_of (line0 beta beta_dot t) x)
  (beta_dot * (x * sigma - p) / beta)).
Proof.
  attempt "jvp_p_beta" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 beta) (Formula.flat0 beta_dot) (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.V tt) (Formula.C (x)))))) (Formula.V tt))).
Defined.
End jvp_p_beta.

(** * Derivative of p by x *)

Section derivative_p_x.
Hypothesis given1 : 0 < beta.

(* definition of p *)
Lemma derivative_p_x_1_unfold :
  pd (at0 x) (fun x' => p_of beta x')
  = pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_p_x_2_diff_scale :
  pd (at0 x) (fun x' => ln (1 + exp (beta * x')) / beta)
  = pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta.
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  rule shared_1.
Qed.

(* derivative of log, chain rule; derivative of exp, chain rule; a constant factor stays in front *)
Lemma derivative_p_x_3_diff_log :
  pd (at0 x) (fun x' => ln (1 + exp (beta * x'))) / beta
  = exp (beta * x) * beta / ((1 + exp (beta * x)) * beta).
Proof.
  assert (0 < 1 + exp (beta * x)).
  { sgn. }
  apply (eq_eq _ (1 / (1 + exp (beta * x)) * (0 + exp (beta * x) * beta * 1) / beta) _).
  { rule shared_2. }
  rule shared_3.
Qed.

(* multiply out; a negative exponent is a reciprocal *)
Lemma derivative_p_x_4_exp_neg :
  exp (beta * x) * beta / ((1 + exp (beta * x)) * beta)
  = sigma.
Proof.
  rule shared_9.
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

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_p_x_outright : option (
  is_pd (at0 x) (fun x' => p_of beta x')
  (sigma)).
Proof.
  attempt "derivative_p_x" as (derivative_outright) or Formula.outright (Formula.by_number (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta)))).
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
  rule shared_10.
Qed.

Lemma vjp_p_x_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem vjp_p_x :
  is_pd (at0 x) (fun x' => p_bar * p_of beta x')
  (p_bar * sigma).
Proof.
  pose proof vjp_p_x_needs_1.
  apply (is_pd_eq _ _ (p_bar * pd (at0 x) (fun x' => p_of beta x')) _).
  { weighted. }
  exact vjp_p_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_p_x_outright : option (
  is_pd (at0 x) (fun x' => p_bar * p_of beta x')
  (p_bar * sigma)).
Proof.
  attempt "vjp_p_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (p_bar)) (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta))))).
Defined.
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
  rule shared_10.
Qed.

Lemma jvp_p_x_needs_1 :
  0 < 1 + exp (beta * x).
Proof.
  sgn.
Qed.

Theorem jvp_p_x :
  is_pd (at0 0) (fun t => p_of beta (line0 x x_dot t))
  (sigma * x_dot).
Proof.
  pose proof jvp_p_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => p_of beta x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => p_of beta x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => p_of beta x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_p_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_p_x_outright : option (
  is_pd (at0 0) (fun t => p_of beta (line0 x x_dot t))
  (sigma * x_dot)).
Proof.
  attempt "jvp_p_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Div (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Mul (Formula.C (beta)) (Formula.V tt))))) (Formula.C (beta)))).
Defined.
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
