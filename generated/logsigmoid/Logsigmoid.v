(* made by derive, do not edit *)
(* Log-sigmoid

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition l_of (sigma : R) : R :=
  ln sigma.
#[local] Hint Unfold l_of : definitions.

Section logsigmoid_theory.
Variables (x x_dot l_bar : R).
Local Notation sigma := (sigma_of x).
Local Notation l := (l_of sigma).

(** * What several lines rest on *)

Lemma shared_1 :
  (exp x <> 0) ->
  (1 + 1 / exp x <> 0) ->
  (1 + exp x <> 0) ->
  sigma = exp x / (1 + exp x).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 / (1 + exp (- x))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp x)) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (exp_neg x). }
  cancel.
Qed.

Lemma shared_2 :
  (exp x <> 0) ->
  (1 + 1 / exp x <> 0) ->
  (1 + exp x <> 0) ->
  (0 < exp x) ->
  (0 < 1 + exp x) ->
  ln sigma = - ln (1 + exp x) + x.
Proof.
  intros ? ? ? ? ?.
  apply (eq_eq _ (ln (exp x / (1 + exp x))) _).
  { refine (f_equal ln _).
    rule shared_1. }
  apply (eq_eq _ (ln (exp x) - ln (1 + exp x)) _).
  { rule (log_div (exp x) (1 + exp x)). }
  apply (eq_eq _ (x - ln (1 + exp x)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_exp x). }
  arith.
Qed.

Lemma shared_3 :
  (exp x <> 0) ->
  (0 < 1 + exp x) ->
  (0 < exp x) ->
  ln (1 + 1 / exp x) = ln (1 + exp x) - x.
Proof.
  intros ? ? ?.
  apply (eq_eq _ (ln ((1 + exp x) / exp x)) _).
  { refine (f_equal ln _).
    cancel. }
  apply (eq_eq _ (ln (1 + exp x) - ln (exp x)) _).
  { rule (log_div (1 + exp x) (exp x)). }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  rule (log_exp x).
Qed.

Lemma shared_4 :
  pd (at0 x) (fun x' => 1 + exp (- x')) = 0 + exp (- x) * (-1).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (- x'))) _).
  { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (- x'))). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (exp (- x) * pd (at0 x) (fun x' => - x')) _).
  { rule (diff_exp (at0 x) (fun x' => - x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- pd (at0 x) (fun x' => x')) _).
  { rule (diff_neg (at0 x) (fun x' => x')). }
  apply (eq_eq _ (- 1) _); [ | same ].
  refine (f_equal Ropp _).
  apply variable0.
Qed.

Lemma shared_5 :
  0 + exp (- x) * (-1) = - exp (- x).
Proof.
  apply (eq_eq _ (0 - exp (- x)) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_6 :
  pd (at0 sigma) (fun sigma' => l_of sigma') * pd (at0 x) (fun x' => sigma_of x') = 1 / sigma * sigma * (1 - sigma).
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  assert (0 < sigma).
  { sgn. }
  apply (eq_eq _ (1 / sigma * (sigma * (1 - sigma))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 sigma) (fun sigma' => ln sigma')) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at0 sigma) (fun sigma' => sigma') / sigma) _).
    { assert (0 < sigma).
      { sgn. }
      apply (eq_eq _ (1 / sigma * pd (at0 sigma) (fun sigma' => sigma')) _).
      { rule (diff_log (at0 sigma) (fun sigma' => sigma')). }
      fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply variable0. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / (1 + exp (- x')))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at0 x) (fun x' => 1 + exp (- x')) / (1 + exp (- x)) ^ 2)) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- x)) ^ 2 * pd (at0 x) (fun x' => 1 + exp (- x')))) _).
    { assert (pd (at0 x) (fun x' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at0 x) (fun x' => 1) (fun x' => 1 + exp (- x'))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- x) * (-1)) / (1 + exp (- x)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    rule shared_4. }
  apply (eq_eq _ (- (- (exp (- x) / (1 + exp (- x)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- exp (- x)) / (1 + exp (- x)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    rule shared_5. }
  apply (eq_eq _ (exp (- x) / (1 + exp (- x)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (sigma - sigma ^ 2) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- x)) - (1 / (1 + exp (- x))) ^ 2) _).
    { reflexivity. }
    cancel. }
  symmetry.
  arith.
Qed.

Lemma shared_7 :
  1 / sigma * sigma * (1 - sigma) = 1 - sigma.
Proof.
  assert (sigma <> 0).
  { sgn. }
  apply (eq_eq _ (1 - sigma) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_8 :
  pd (at0 x) (fun x' => l_of (sigma_of x')) = 1 - sigma.
Proof.
  apply (eq_eq _ (pd (at0 sigma) (fun sigma' => l_of sigma') * pd (at0 x) (fun x' => sigma_of x')) _).
  { assert (0 < sigma).
    { sgn. }
    assert (1 + exp (- x) <> 0).
    { sgn. }
    apply (chain0 (at0 x) (fun sigma' => l_of sigma') (fun x' => sigma_of x')); [ dex | premise ]. }
  apply (eq_eq _ (1 / sigma * sigma * (1 - sigma)) _).
  { rule shared_6. }
  rule shared_7.
Qed.

(** * negative *)

Section negative.

(* by the signs of its parts, as 1 + exp(x) > 0 and exp(x) > 0 *)
Lemma negative_1_sign :
  l
  < 0.
Proof.
  apply (eq_lt _ (- ln (1 + 1 / exp x)) _).
  { assert (0 < 1 + exp x).
    { sgn. }
    assert (0 < exp x).
    { sgn. }
    assert (1 + exp x <> 0).
    { sgn. }
    assert (1 + 1 / exp x <> 0).
    { sgn. }
    assert (exp x <> 0).
    { sgn. }
    apply (eq_eq _ (ln sigma) _).
    { reflexivity. }
    apply (eq_eq _ (- ln (1 + exp x) + x) _).
    { rule shared_2. }
    symmetry.
    apply (eq_eq _ (- (ln (1 + exp x) - x)) _).
    { refine (f_equal Ropp _).
      rule shared_3. }
    arith. }
  sgn.
Qed.

Theorem negative :
  l
  < 0.
Proof.
  exact negative_1_sign.
Qed.
End negative.

(** * As a softplus *)

Section closed.

(* definition of l *)
Lemma closed_1_unfold :
  l
  = ln sigma.
Proof.
  reflexivity.
Qed.

(* a negative exponent is a reciprocal; the logarithm of a quotient is a difference; the logarithm undoes the exponential *)
Lemma closed_2_exp_neg :
  ln sigma
  = - ln (1 + exp (- x)).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  assert (0 < exp x).
  { sgn. }
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  apply (eq_eq _ (- ln (1 + exp x) + x) _).
  { rule shared_2. }
  symmetry.
  apply (eq_eq _ (- (ln (1 + exp x) - x)) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (ln (1 + 1 / exp x)) _).
    { refine (f_equal ln (f_equal2 Rplus eq_refl _)).
      rule (exp_neg x). }
    rule shared_3. }
  arith.
Qed.

Theorem closed :
  l
  = - ln (1 + exp (- x)).
Proof.
  exact (eq_eq _ _ _ closed_1_unfold closed_2_exp_neg).
Qed.
End closed.

(** * Derivative *)

Section derivative.

(* derivative of log, chain rule; derivative of a reciprocal; differentiate term by term *)
Lemma derivative_1_diff_log :
  pd (at0 x) (fun x' => l_of (sigma_of x'))
  = 1 - sigma.
Proof.
  rule shared_8.
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_2_exp_neg :
  1 - sigma
  = 1 / (1 + exp x).
Proof.
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  apply (eq_eq _ (1 - exp x / (1 + exp x)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    rule shared_1. }
  apply (eq_eq _ (1 / (1 + exp x)) _).
  { cancel. }
  reflexivity.
Qed.

Lemma derivative_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => l_of (sigma_of x'))
  (1 / (1 + exp x)).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_diff_log derivative_2_exp_neg).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => l_of (sigma_of x'))
  (1 / (1 + exp x))).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End derivative.

(** * Derivative of l by x *)

Section derivative_l_x.

(* chain rule through σ *)
Lemma derivative_l_x_1_chain :
  pd (at0 x) (fun x' => l_of (sigma_of x'))
  = pd (at0 sigma) (fun sigma' => l_of sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (chain0 (at0 x) (fun sigma' => l_of sigma') (fun x' => sigma_of x')); [ dex | premise ].
Qed.

(* put in ∂l/∂σ and ∂σ/∂x *)
Lemma derivative_l_x_2_lemma :
  pd (at0 sigma) (fun sigma' => l_of sigma') * pd (at0 x) (fun x' => sigma_of x')
  = 1 / sigma * sigma * (1 - sigma).
Proof.
  rule shared_6.
Qed.

(* multiply out *)
Lemma derivative_l_x_3_ring :
  1 / sigma * sigma * (1 - sigma)
  = 1 - sigma.
Proof.
  rule shared_7.
Qed.

Lemma derivative_l_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_l_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Theorem derivative_l_x :
  is_pd (at0 x) (fun x' => l_of (sigma_of x'))
  (1 - sigma).
Proof.
  pose proof derivative_l_x_needs_1.
  pose proof derivative_l_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_l_x_1_chain (eq_eq _ _ _ derivative_l_x_2_lemma derivative_l_x_3_ring)).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_l_x_outright : option (
  is_pd (at0 x) (fun x' => l_of (sigma_of x'))
  (1 - sigma)).
Proof.
  attempt "derivative_l_x" from (derivative_outright) or Formula.outright (Formula.by_number (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End derivative_l_x.

(** * VJP of l for x *)

Section vjp_l_x.

(* put in ∂l/∂x *)
Lemma vjp_l_x_1_lemma :
  l_bar * pd (at0 x) (fun x' => l_of (sigma_of x'))
  = l_bar * (1 - sigma).
Proof.
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_8.
Qed.

Lemma vjp_l_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_l_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Theorem vjp_l_x :
  is_pd (at0 x) (fun x' => l_bar * l_of (sigma_of x'))
  (l_bar * (1 - sigma)).
Proof.
  pose proof vjp_l_x_needs_1.
  pose proof vjp_l_x_needs_2.
  apply (is_pd_eq _ _ (l_bar * pd (at0 x) (fun x' => l_of (sigma_of x'))) _).
  { weighted. }
  exact vjp_l_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_l_x_outright : option (
  is_pd (at0 x) (fun x' => l_bar * l_of (sigma_of x'))
  (l_bar * (1 - sigma))).
Proof.
  attempt "vjp_l_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (l_bar)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))))).
Defined.
End vjp_l_x.

(** * JVP of l for x *)

Section jvp_l_x.

(* put in ∂l/∂x *)
Lemma jvp_l_x_1_lemma :
  pd (at0 x) (fun x' => l_of (sigma_of x')) * x_dot
  = (1 - sigma) * x_dot.
Proof.
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_8.
Qed.

Lemma jvp_l_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_l_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Theorem jvp_l_x :
  is_pd (at0 0) (fun t => l_of (sigma_of (line0 x x_dot t)))
  ((1 - sigma) * x_dot).
Proof.
  pose proof jvp_l_x_needs_1.
  pose proof jvp_l_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => l_of (sigma_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => l_of (sigma_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => l_of (sigma_of x')) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_l_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_l_x_outright : option (
  is_pd (at0 0) (fun t => l_of (sigma_of (line0 x x_dot t)))
  ((1 - sigma) * x_dot)).
Proof.
  attempt "jvp_l_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End jvp_l_x.
End logsigmoid_theory.
