(* made by derive, do not edit *)
(* Focal loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition q_of (t : R) (x : R) : R :=
  1 / (1 + exp (- ((2 * t + (-1)) * x))).
#[local] Hint Unfold q_of : definitions.
Definition L_of (q : R) (gamma : R) : R :=
  - (Rpower (1 - q) gamma * ln q).
#[local] Hint Unfold L_of : definitions.

Section focal_loss_theory.
Variables (x t gamma gamma_dot L_bar x_dot : R).
Local Notation q := (q_of t x).
Local Notation L := (L_of q gamma).

(** * What several lines rest on *)

Lemma shared_1 :
  pd (at0 x) (fun x' => 1 / (1 + exp (- ((2 * t + (-1)) * x')))) = - (pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2).
Proof.
  assert (1 + exp (- ((2 * t + (-1)) * x)) <> 0).
  { sgn. }
  apply (eq_eq _ (- (1 / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2 * pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))))) _).
  { assert (pd (at0 x) (fun x' => 1) = 0).
    { apply constant. }
    rule (diff_inverse (at0 x) (fun x' => 1) (fun x' => 1 + exp (- ((2 * t + (-1)) * x')))). }
  refine (f_equal Ropp _).
  fractions.
Qed.

Lemma shared_2 :
  - (pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2) = exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2.
Proof.
  apply (eq_eq _ (- ((0 + exp (- ((2 * t + (-1)) * x)) * (- ((2 * t + (-1)) * 1))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (- ((2 * t + (-1)) * x')))) _).
    { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (- ((2 * t + (-1)) * x')))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- ((2 * t + (-1)) * x)) * pd (at0 x) (fun x' => - ((2 * t + (-1)) * x'))) _).
    { rule (diff_exp (at0 x) (fun x' => - ((2 * t + (-1)) * x'))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at0 x) (fun x' => (2 * t + (-1)) * x')) _).
    { rule (diff_neg (at0 x) (fun x' => (2 * t + (-1)) * x')). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 x) (fun x' => (2 * t + (-1)) * x')) _).
    { reflexivity. }
    apply (eq_eq _ ((2 * t + (-1)) * pd (at0 x) (fun x' => x')) _).
    { assert (pd (at0 x) (fun x' => 2 * t + (-1)) = 0).
      { apply constant. }
      rule (diff_scale (at0 x) (fun x' => 2 * t + (-1)) (fun x' => x')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  apply (eq_eq _ (- (- (exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1))) _).
    { refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (exp (- ((2 * t + (-1)) * x)) * (- (2 * t + (-1)))) _).
      { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
        arith. }
      arith. }
    arith. }
  fractions.
Qed.

Lemma shared_3 :
  q = 1 / (1 + exp (- (2 * t * x) + x)).
Proof.
  apply (eq_eq _ (1 / (1 + exp (- ((2 * t + (-1)) * x)))) _).
  { reflexivity. }
  refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl (f_equal exp _))).
  arith.
Qed.

Lemma shared_4 :
  exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2 = 2 * t * q + q ^ 2 - 2 * t * q ^ 2 - q.
Proof.
  assert (1 + exp (- (2 * t * x) + x) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (- (2 * t * x) + x) * (2 * t + (-1)) / (1 + exp (- (2 * t * x) + x)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult (f_equal exp _) eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl (f_equal exp _)))).
    { arith. }
    arith. }
  apply (eq_eq _ ((- exp (- (2 * t * x) + x) + 2 * exp (- (2 * t * x) + x) * t) / (1 + exp (- (2 * t * x) + x)) ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (2 * t * (1 / (1 + exp (- (2 * t * x) + x))) + (1 / (1 + exp (- (2 * t * x) + x))) ^ 2 - 2 * t * (1 / (1 + exp (- (2 * t * x) + x))) ^ 2 - 1 / (1 + exp (- (2 * t * x) + x))) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal (fun x => x ^ 2) _)))) (f_equal Ropp _)).
    { rule shared_3. }
    { rule shared_3. }
    { rule shared_3. }
    rule shared_3. }
  cancel.
Qed.

Lemma shared_5 :
  2 * t * q + q ^ 2 - 2 * t * q ^ 2 - q = q * (1 - q) * (2 * t + (-1)).
Proof.
  apply (eq_eq _ (- q + 2 * q * t + q ^ 2 - 2 * q ^ 2 * t) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  (exp (t * x) <> 0) ->
  (1 + exp x / exp (t * x) ^ 2 <> 0) ->
  (exp (t * x) ^ 2 + exp x <> 0) ->
  q = exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 / (1 + exp (- ((2 * t + (-1)) * x)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + exp x / exp (t * x) ^ 2)) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    apply (eq_eq _ (exp (- (2 * t * x) + x)) _).
    { refine (f_equal exp _).
      arith. }
    apply (eq_eq _ (exp (- (2 * t * x) + x)) _).
    { reflexivity. }
    apply (eq_eq _ (exp (- (2 * t * x)) * exp x) _).
    { rule (exp_add (- (2 * t * x)) x). }
    apply (eq_eq _ (1 / exp (t * x) ^ 2 * exp x) _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (1 / exp (2 * t * x)) _).
      { rule (exp_neg (2 * t * x)). }
      refine (f_equal2 Rdiv eq_refl _).
      rule_same (exp_times_int 2%nat 2 (t * x)). }
    fractions. }
  cancel.
Qed.

Lemma shared_7 :
  (exp (t * x) <> 0) ->
  (1 + exp x / exp (t * x) ^ 2 <> 0) ->
  (exp (t * x) ^ 2 + exp x <> 0) ->
  1 - q = exp x / (exp (t * x) ^ 2 + exp x).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 - exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    rule shared_6. }
  cancel.
Qed.

Lemma shared_8 :
  0 < 1 - q.
Proof.
  apply (lt_eq _ (exp x / (exp (t * x) ^ 2 + exp x)) _).
  { sgn. }
  symmetry.
  assert (exp (t * x) ^ 2 + exp x <> 0).
  { sgn. }
  assert (1 + exp x / exp (t * x) ^ 2 <> 0).
  { sgn. }
  assert (exp (t * x) <> 0).
  { sgn. }
  rule shared_7.
Qed.

Lemma shared_9 :
  pd (at0 x) (fun x' => L_of (q_of t x') gamma) = pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x').
Proof.
  assert (0 < q).
  { sgn. }
  assert (0 < 1 - q).
  { rule shared_8. }
  assert (1 + exp (- ((2 * t + (-1)) * x)) <> 0).
  { sgn. }
  apply (chain0 (at0 x) (fun q' => L_of q' gamma) (fun x' => q_of t x')); [ dex | premise ].
Qed.

Lemma shared_10 :
  gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q = gamma * Rpower (1 - q) ((-1) + gamma) * ln q - Rpower (1 - q) gamma / q.
Proof.
  refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rpower eq_refl _)) eq_refl) eq_refl).
  arith.
Qed.

Lemma shared_11 :
  pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x') = (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1)).
Proof.
  assert (1 + exp (- ((2 * t + (-1)) * x)) <> 0).
  { sgn. }
  assert (0 < q).
  { sgn. }
  assert (0 < 1 - q).
  { rule shared_8. }
  apply (eq_eq _ ((gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * (q * (1 - q) * (2 * t + (-1)))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 q) (fun q' => - (Rpower (1 - q') gamma * ln q'))) _).
    { reflexivity. }
    apply (eq_eq _ (- (- (gamma * Rpower (1 - q) (gamma + (-1)) * ln q) + Rpower (1 - q) gamma / q)) _).
    { assert (0 < q).
      { sgn. }
      assert (0 < 1 - q).
      { rule shared_8. }
      apply (eq_eq _ (- pd (at0 q) (fun q' => Rpower (1 - q') gamma * ln q')) _).
      { rule (diff_neg (at0 q) (fun q' => Rpower (1 - q') gamma * ln q')). }
      apply (eq_eq _ (- (gamma * Rpower (1 - q) (gamma + (-1)) * (0 + (-1)) * ln q + Rpower (1 - q) gamma * (1 / q) * 1)) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at0 q) (fun q' => Rpower (1 - q') gamma) * ln q + Rpower (1 - q) gamma * pd (at0 q) (fun q' => ln q')) _).
        { rule (diff_mul (at0 q) (fun q' => Rpower (1 - q') gamma) (fun q' => ln q')). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ ((gamma * Rpower (1 - q) (gamma + (-1)) * (0 + (-1))) * ln q) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (gamma * Rpower (1 - q) (gamma + (-1)) * pd (at0 q) (fun q' => 1 - q')) _).
          { assert (pd (at0 q) (fun q' => gamma) = 0).
            { apply constant. }
            assert (gamma = gamma + (-1) + 1).
            { arith. }
            rule (diff_pow_real (at0 q) (fun q' => 1 - q') gamma (gamma + (-1))). }
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
          apply (eq_eq _ (pd (at0 q) (fun q' => 1) + pd (at0 q) (fun q' => - q')) _).
          { rule (diff_add (at0 q) (fun q' => 1) (fun q' => - q')). }
          refine (f_equal2 Rplus _ _).
          { apply constant. }
          apply (eq_eq _ (- pd (at0 q) (fun q' => q')) _).
          { rule (diff_neg (at0 q) (fun q' => q')). }
          apply (eq_eq _ (- 1) _); [ | same ].
          refine (f_equal Ropp _).
          apply variable0. }
        apply (eq_eq _ (Rpower (1 - q) gamma * (1 / q * 1)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / q * pd (at0 q) (fun q' => q')) _).
        { rule (diff_log (at0 q) (fun q' => q')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable0. }
      refine (f_equal Ropp (f_equal2 Rplus _ _)).
      { apply (eq_eq _ (gamma * Rpower (1 - q) (gamma + (-1)) * (-1) * ln q) _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl).
          arith. }
        arith. }
      fractions. }
    apply (eq_eq _ (- (- (gamma * Rpower (1 - q) ((-1) + gamma) * ln q) + Rpower (1 - q) gamma / q)) _).
    { refine (f_equal Ropp (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rpower eq_refl _)) eq_refl)) eq_refl)).
      arith. }
    apply (eq_eq _ (ln q * Rpower (1 - q) ((-1) + gamma) * gamma - Rpower (1 - q) gamma / q) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (gamma * Rpower (1 - q) ((-1) + gamma) * ln q - Rpower (1 - q) gamma / q) _).
    { rule shared_10. }
    fractions. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / (1 + exp (- ((2 * t + (-1)) * x'))))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2)) _).
  { rule shared_1. }
  apply (eq_eq _ (exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2) _).
  { rule shared_2. }
  apply (eq_eq _ (2 * t * q + q ^ 2 - 2 * t * q ^ 2 - q) _).
  { rule shared_4. }
  rule shared_5.
Qed.

Lemma shared_12 :
  (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1)) = (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma).
Proof.
  assert (q <> 0).
  { sgn. }
  apply (eq_eq _ ((gamma * Rpower (1 - q) ((-1) + gamma) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
    rule shared_10. }
  apply (eq_eq _ (- (ln q * Rpower (1 - q) ((-1) + gamma) * gamma * q) + 2 * ln q * Rpower (1 - q) ((-1) + gamma) * gamma * q * t + ln q * Rpower (1 - q) ((-1) + gamma) * gamma * q ^ 2 - 2 * ln q * Rpower (1 - q) ((-1) + gamma) * gamma * q ^ 2 * t + Rpower (1 - q) gamma - Rpower (1 - q) gamma * q + 2 * Rpower (1 - q) gamma * q * t - 2 * Rpower (1 - q) gamma * t) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) ((-1) + gamma) * ln q - Rpower (1 - q) gamma)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rpower eq_refl _)) eq_refl) eq_refl)).
    arith. }
  arith.
Qed.

Lemma shared_13 :
  (0 < exp x) ->
  (0 < exp (t * x) ^ 2 + exp x) ->
  ln (exp x / (exp (t * x) ^ 2 + exp x)) = - ln (exp (t * x) ^ 2 + exp x) + x.
Proof.
  intros ? ?.
  apply (eq_eq _ (ln (exp x) - ln (exp (t * x) ^ 2 + exp x)) _).
  { rule (log_div (exp x) (exp (t * x) ^ 2 + exp x)). }
  apply (eq_eq _ (x - ln (exp (t * x) ^ 2 + exp x)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_exp x). }
  arith.
Qed.

Lemma shared_14 :
  (exp (t * x) <> 0) ->
  (1 + exp x / exp (t * x) ^ 2 <> 0) ->
  (exp (t * x) ^ 2 + exp x <> 0) ->
  (0 < exp (t * x) ^ 2) ->
  (0 < exp (t * x) ^ 2 + exp x) ->
  (0 < exp (t * x)) ->
  ln q = - ln (exp (t * x) ^ 2 + exp x) + 2 * t * x.
Proof.
  intros ? ? ? ? ? ?.
  apply (eq_eq _ (ln (exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x))) _).
  { refine (f_equal ln _).
    rule shared_6. }
  apply (eq_eq _ (ln (exp (t * x) ^ 2) - ln (exp (t * x) ^ 2 + exp x)) _).
  { rule (log_div (exp (t * x) ^ 2) (exp (t * x) ^ 2 + exp x)). }
  apply (eq_eq _ (2 * ln (exp (t * x)) - ln (exp (t * x) ^ 2 + exp x)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_pow_int (exp (t * x)) 2%nat 2). }
  apply (eq_eq _ (2 * t * x - ln (exp (t * x) ^ 2 + exp x)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (2 * (t * x)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule (log_exp (t * x)). }
  arith.
Qed.

Lemma shared_15 :
  (exp (t * x) <> 0) ->
  (1 + exp x / exp (t * x) ^ 2 <> 0) ->
  (exp (t * x) ^ 2 + exp x <> 0) ->
  (0 < exp x / (exp (t * x) ^ 2 + exp x)) ->
  (0 < exp x) ->
  (0 < exp (t * x) ^ 2 + exp x) ->
  Rpower (1 - q) gamma = exp (gamma * x) / exp (ln (exp (t * x) ^ 2 + exp x) * gamma).
Proof.
  intros ? ? ? ? ? ?.
  apply (eq_eq _ (Rpower (exp x / (exp (t * x) ^ 2 + exp x)) gamma) _).
  { refine (f_equal2 Rpower _ eq_refl).
    rule shared_7. }
  apply (eq_eq _ (exp (gamma * ln (exp x / (exp (t * x) ^ 2 + exp x)))) _).
  { rule (pow_exp_real (exp x / (exp (t * x) ^ 2 + exp x)) gamma). }
  apply (eq_eq _ (exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma) + gamma * x)) _).
  { refine (f_equal exp _).
    apply (eq_eq _ (gamma * (- ln (exp (t * x) ^ 2 + exp x) + x)) _).
    { refine (f_equal2 Rmult eq_refl _).
      rule shared_13. }
    arith. }
  apply (eq_eq _ (exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma) + gamma * x)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma)) * exp (gamma * x)) _).
  { rule (exp_add (- (ln (exp (t * x) ^ 2 + exp x) * gamma)) (gamma * x)). }
  apply (eq_eq _ (1 / exp (ln (exp (t * x) ^ 2 + exp x) * gamma) * exp (gamma * x)) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule (exp_neg (ln (exp (t * x) ^ 2 + exp x) * gamma)). }
  fractions.
Qed.

Lemma shared_16 :
  pd (at0 gamma) (fun gamma' => - (Rpower (1 - q) gamma' * ln q)) = - (ln q * Rpower (1 - q) gamma * ln (1 - q)).
Proof.
  assert (0 < 1 - q).
  { rule shared_8. }
  apply (eq_eq _ (- pd (at0 gamma) (fun gamma' => Rpower (1 - q) gamma' * ln q)) _).
  { rule (diff_neg (at0 gamma) (fun gamma' => Rpower (1 - q) gamma' * ln q)). }
  apply (eq_eq _ (- (ln q * Rpower (1 - q) gamma * (1 * ln (1 - q) + gamma * 0 / (1 - q)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 gamma) (fun gamma' => ln q * Rpower (1 - q) gamma')) _).
    { apply pd_ext.
      intros gamma'; cbv beta.
      arith. }
    apply (eq_eq _ (ln q * pd (at0 gamma) (fun gamma' => Rpower (1 - q) gamma')) _).
    { assert (pd (at0 gamma) (fun gamma' => ln q) = 0).
      { apply constant. }
      rule (diff_scale (at0 gamma) (fun gamma' => ln q) (fun gamma' => Rpower (1 - q) gamma')). }
    apply (eq_eq _ (ln q * (Rpower (1 - q) gamma * (1 * ln (1 - q) + gamma * 0 / (1 - q)))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (Rpower (1 - q) gamma * (pd (at0 gamma) (fun gamma' => gamma') * ln (1 - q) + gamma * pd (at0 gamma) (fun gamma' => 1 - q) / (1 - q))) _).
    { rule (diff_exponent (at0 gamma) (fun gamma' => 1 - q) (fun gamma' => gamma')). }
    refine (f_equal2 Rmult eq_refl (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    { apply variable0. }
    apply constant. }
  refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)).
  apply (eq_eq _ (ln (1 - q) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { arith. }
    apply (eq_eq _ (0 / (1 - q)) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      arith. }
    fractions. }
  arith.
Qed.

Lemma shared_17 :
  - (ln q * Rpower (1 - q) gamma * ln (1 - q)) = L * ln (1 - q).
Proof.
  apply (eq_eq _ (- (ln (1 - q) * ln q * Rpower (1 - q) gamma)) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (- (ln q * Rpower (1 - q) gamma * ln (1 - q))) _).
  { apply (eq_eq _ ((- (ln q * Rpower (1 - q) gamma)) * ln (1 - q)) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (- (Rpower (1 - q) gamma * ln q)) _).
    { reflexivity. }
    arith. }
  arith.
Qed.

(** * Derivative of the probability *)

Section probability.

(* definition of q *)
Lemma probability_1_unfold :
  pd (at0 x) (fun x' => q_of t x')
  = pd (at0 x) (fun x' => 1 / (1 + exp (- ((2 * t + (-1)) * x')))).
Proof.
  reflexivity.
Qed.

(* derivative of a reciprocal, h = 1 + exp(−(2t − 1)·x) *)
Lemma probability_2_diff_inverse :
  pd (at0 x) (fun x' => 1 / (1 + exp (- ((2 * t + (-1)) * x'))))
  = - (pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2).
Proof.
  rule shared_1.
Qed.

(* derivative of exp, chain rule; a constant factor stays in front *)
Lemma probability_3_diff_exp :
  - (pd (at0 x) (fun x' => 1 + exp (- ((2 * t + (-1)) * x'))) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2)
  = exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2.
Proof.
  rule shared_2.
Qed.

(* definition of q *)
Lemma probability_4_unfold :
  exp (- ((2 * t + (-1)) * x)) * (2 * t + (-1)) / (1 + exp (- ((2 * t + (-1)) * x))) ^ 2
  = 2 * t * q + q ^ 2 - 2 * t * q ^ 2 - q.
Proof.
  rule shared_4.
Qed.

(* factor out q *)
Lemma probability_5_ring :
  2 * t * q + q ^ 2 - 2 * t * q ^ 2 - q
  = q * (1 - q) * (2 * t + (-1)).
Proof.
  rule shared_5.
Qed.

(* rearrange *)
Lemma probability_6_ring :
  q * (1 - q) * (2 * t + (-1))
  = (2 * t + (-1)) * q * (1 - q).
Proof.
  apply (eq_eq _ (- q + 2 * q * t + q ^ 2 - 2 * q ^ 2 * t) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma probability_needs_1 :
  1 + exp (- ((2 * t + (-1)) * x)) <> 0.
Proof.
  sgn.
Qed.

Theorem probability :
  is_pd (at0 x) (fun x' => q_of t x')
  ((2 * t + (-1)) * q * (1 - q)).
Proof.
  pose proof probability_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ probability_1_unfold (eq_eq _ _ _ probability_2_diff_inverse (eq_eq _ _ _ probability_3_diff_exp (eq_eq _ _ _ probability_4_unfold (eq_eq _ _ _ probability_5_ring probability_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition probability_outright : option (
  is_pd (at0 x) (fun x' => q_of t x')
  ((2 * t + (-1)) * q * (1 - q))).
Proof.
  attempt "probability" by Formula.outright (Formula.by_number (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (2 * t + (-1))) (Formula.V tt))))))).
Defined.
End probability.

(** * Gradient *)

Section gradient.

(* chain rule through q *)
Lemma gradient_1_chain :
  pd (at0 x) (fun x' => L_of (q_of t x') gamma)
  = pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x').
Proof.
  rule shared_9.
Qed.

(* put in ∂ℒ/∂q and ∂q/∂x *)
Lemma gradient_2_lemma :
  pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x')
  = (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1)).
Proof.
  rule shared_11.
Qed.

(* rearrange *)
Lemma gradient_3_ring :
  (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1))
  = (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma).
Proof.
  rule shared_12.
Qed.

(* the exponential of a sum is a product; a negative exponent is a reciprocal; a multiple in the exponent is a power *)
Lemma gradient_4_exp_add :
  (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma)
  = (2 * t + (-1)) * Rpower (1 - q) gamma * (gamma * q * ln q + q + (-1)).
Proof.
  assert (0 < exp (t * x)).
  { sgn. }
  assert (0 < exp (t * x) ^ 2).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  assert (exp (ln (exp (t * x) ^ 2 + exp x) * gamma) <> 0).
  { sgn. }
  assert (0 < exp (t * x) ^ 2 + exp x).
  { sgn. }
  assert (0 < exp x).
  { sgn. }
  assert (0 < exp x / (exp (t * x) ^ 2 + exp x)).
  { sgn. }
  assert (exp (t * x) ^ 2 + exp x <> 0).
  { sgn. }
  assert (1 + exp x / exp (t * x) ^ 2 <> 0).
  { sgn. }
  assert (exp (t * x) <> 0).
  { sgn. }
  apply (eq_eq _ ((1 - exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x)) * (2 * t + (-1)) * (gamma * (exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x)) * (exp (gamma * x) / exp (ln (exp (t * x) ^ 2 + exp x) * gamma) + exp (gamma * x) * exp (t * x) ^ 2 / (exp (ln (exp (t * x) ^ 2 + exp x) * gamma) * exp x)) * (- ln (exp (t * x) ^ 2 + exp x) + 2 * t * x) - exp (gamma * x) / exp (ln (exp (t * x) ^ 2 + exp x) * gamma))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl) (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) _) (f_equal Ropp _))).
    { rule shared_6. }
    { rule shared_6. }
    { apply (eq_eq _ (Rpower (exp x / (exp (t * x) ^ 2 + exp x)) ((-1) + gamma)) _).
      { refine (f_equal2 Rpower _ _).
        { rule shared_7. }
        arith. }
      apply (eq_eq _ (exp (((-1) + gamma) * ln (exp x / (exp (t * x) ^ 2 + exp x)))) _).
      { rule (pow_exp_real (exp x / (exp (t * x) ^ 2 + exp x)) ((-1) + gamma)). }
      apply (eq_eq _ (exp (ln (exp (t * x) ^ 2 + exp x) - ln (exp (t * x) ^ 2 + exp x) * gamma + gamma * x - x)) _).
      { refine (f_equal exp _).
        apply (eq_eq _ (((-1) + gamma) * (- ln (exp (t * x) ^ 2 + exp x) + x)) _).
        { refine (f_equal2 Rmult eq_refl _).
          rule shared_13. }
        arith. }
      apply (eq_eq _ (exp (ln (exp (t * x) ^ 2 + exp x) - ln (exp (t * x) ^ 2 + exp x) * gamma + gamma * x - x)) _).
      { reflexivity. }
      apply (eq_eq _ (exp (ln (exp (t * x) ^ 2 + exp x)) * exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma) + gamma * x - x)) _).
      { rule_same (exp_add (ln (exp (t * x) ^ 2 + exp x)) (- (ln (exp (t * x) ^ 2 + exp x) * gamma) + gamma * x - x)). }
      apply (eq_eq _ ((exp (t * x) ^ 2 + exp x) * (exp (gamma * x) / (exp (ln (exp (t * x) ^ 2 + exp x) * gamma) * exp x))) _).
      { refine (f_equal2 Rmult _ _).
        { rule (exp_log (exp (t * x) ^ 2 + exp x)). }
        apply (eq_eq _ (exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma) + gamma * x - x)) _).
        { reflexivity. }
        apply (eq_eq _ (exp (- (ln (exp (t * x) ^ 2 + exp x) * gamma)) * exp (gamma * x - x)) _).
        { rule_same (exp_add (- (ln (exp (t * x) ^ 2 + exp x) * gamma)) (gamma * x - x)). }
        apply (eq_eq _ (1 / exp (ln (exp (t * x) ^ 2 + exp x) * gamma) * (exp (gamma * x) / exp x)) _).
        { refine (f_equal2 Rmult _ _).
          { rule (exp_neg (ln (exp (t * x) ^ 2 + exp x) * gamma)). }
          apply (eq_eq _ (exp (gamma * x - x)) _).
          { reflexivity. }
          apply (eq_eq _ (exp (gamma * x) * exp (- x)) _).
          { rule (exp_add (gamma * x) (- x)). }
          apply (eq_eq _ (exp (gamma * x) * (1 / exp x)) _).
          { refine (f_equal2 Rmult eq_refl _).
            rule (exp_neg x). }
          fractions. }
        fractions. }
      cancel. }
    { rule shared_14. }
    rule shared_15. }
  apply (eq_eq _ ((exp (gamma * x) * exp (t * x) ^ 2 * ln (exp (t * x) ^ 2 + exp x) * gamma - 2 * exp (gamma * x) * exp (t * x) ^ 2 * ln (exp (t * x) ^ 2 + exp x) * gamma * t - 2 * exp (gamma * x) * exp (t * x) ^ 2 * gamma * t * x + 4 * exp (gamma * x) * exp (t * x) ^ 2 * gamma * t ^ 2 * x + exp (gamma * x) * exp x - 2 * exp (gamma * x) * exp x * t) / (exp (ln (exp (t * x) ^ 2 + exp x) * gamma) * (exp (t * x) ^ 2 + exp x))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((2 * t + (-1)) * (exp (gamma * x) / exp (ln (exp (t * x) ^ 2 + exp x) * gamma)) * (gamma * (exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x)) * (- ln (exp (t * x) ^ 2 + exp x) + 2 * t * x) + exp (t * x) ^ 2 / (exp (t * x) ^ 2 + exp x) + (-1))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) _) eq_refl)).
    { rule shared_15. }
    { rule shared_6. }
    { rule shared_14. }
    rule shared_6. }
  cancel.
Qed.

Lemma gradient_needs_1 :
  1 + exp (- ((2 * t + (-1)) * x)) <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_2 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Lemma gradient_needs_3 :
  0 < q.
Proof.
  sgn.
Qed.

Theorem gradient :
  is_pd (at0 x) (fun x' => L_of (q_of t x') gamma)
  ((2 * t + (-1)) * Rpower (1 - q) gamma * (gamma * q * ln q + q + (-1))).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  pose proof gradient_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_ring gradient_4_exp_add))).
Qed.
End gradient.

(** * Derivative of L by x *)

Section derivative_L_x.

(* chain rule through q *)
Lemma derivative_L_x_1_chain :
  pd (at0 x) (fun x' => L_of (q_of t x') gamma)
  = pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x').
Proof.
  rule shared_9.
Qed.

(* put in ∂ℒ/∂q and ∂q/∂x *)
Lemma derivative_L_x_2_lemma :
  pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x')
  = (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1)).
Proof.
  rule shared_11.
Qed.

(* rearrange *)
Lemma derivative_L_x_3_ring :
  (gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1))
  = (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma).
Proof.
  rule shared_12.
Qed.

Lemma derivative_L_x_needs_1 :
  1 + exp (- ((2 * t + (-1)) * x)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_x_needs_2 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Lemma derivative_L_x_needs_3 :
  0 < q.
Proof.
  sgn.
Qed.

Theorem derivative_L_x :
  is_pd (at0 x) (fun x' => L_of (q_of t x') gamma)
  ((1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma)).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  pose proof derivative_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain (eq_eq _ _ _ derivative_L_x_2_lemma derivative_L_x_3_ring)).
Qed.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.

(* put in ∂ℒ/∂x *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at0 x) (fun x' => L_of (q_of t x') gamma)
  = L_bar * (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma).
Proof.
  assert (0 < q).
  { sgn. }
  assert (0 < 1 - q).
  { rule shared_8. }
  assert (1 + exp (- ((2 * t + (-1)) * x)) <> 0).
  { sgn. }
  apply (eq_eq _ (L_bar * ((1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x')) _).
  { rule shared_9. }
  apply (eq_eq _ ((gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1))) _).
  { rule shared_11. }
  rule shared_12.
Qed.

Lemma vjp_L_x_needs_1 :
  1 + exp (- ((2 * t + (-1)) * x)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_x_needs_2 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Lemma vjp_L_x_needs_3 :
  0 < q.
Proof.
  sgn.
Qed.

Theorem vjp_L_x :
  is_pd (at0 x) (fun x' => L_bar * L_of (q_of t x') gamma)
  (L_bar * (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma)).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  pose proof vjp_L_x_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at0 x) (fun x' => L_of (q_of t x') gamma)) _).
  { weighted. }
  exact vjp_L_x_1_lemma.
Qed.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x *)
Lemma jvp_L_x_1_lemma :
  pd (at0 x) (fun x' => L_of (q_of t x') gamma) * x_dot
  = (1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma) * x_dot.
Proof.
  assert (0 < q).
  { sgn. }
  assert (0 < 1 - q).
  { rule shared_8. }
  assert (1 + exp (- ((2 * t + (-1)) * x)) <> 0).
  { sgn. }
  apply (eq_eq _ (((1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma)) * x_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 q) (fun q' => L_of q' gamma) * pd (at0 x) (fun x' => q_of t x')) _).
  { rule shared_9. }
  apply (eq_eq _ ((gamma * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma / q) * q * (1 - q) * (2 * t + (-1))) _).
  { rule shared_11. }
  rule shared_12.
Qed.

Lemma jvp_L_x_needs_1 :
  1 + exp (- ((2 * t + (-1)) * x)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_x_needs_2 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Lemma jvp_L_x_needs_3 :
  0 < q.
Proof.
  sgn.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of (q_of t (line0 x x_dot t')) gamma)
  ((1 - q) * (2 * t + (-1)) * (gamma * q * Rpower (1 - q) (gamma + (-1)) * ln q - Rpower (1 - q) gamma) * x_dot).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  pose proof jvp_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => L_of (q_of t x') gamma) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => L_of (q_of t x') gamma) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => L_of (q_of t x') gamma) (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.
End jvp_L_x.

(** * Derivative of L by gamma *)

Section derivative_L_gamma.

(* definition of ℒ *)
Lemma derivative_L_gamma_1_unfold :
  pd (at0 gamma) (fun gamma' => L_of q gamma')
  = pd (at0 gamma) (fun gamma' => - (Rpower (1 - q) gamma' * ln q)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; power rule with the exponent varying *)
Lemma derivative_L_gamma_2_diff_scale :
  pd (at0 gamma) (fun gamma' => - (Rpower (1 - q) gamma' * ln q))
  = - (ln q * Rpower (1 - q) gamma * ln (1 - q)).
Proof.
  rule shared_16.
Qed.

(* definition of ℒ *)
Lemma derivative_L_gamma_3_unfold :
  - (ln q * Rpower (1 - q) gamma * ln (1 - q))
  = L * ln (1 - q).
Proof.
  rule shared_17.
Qed.

Lemma derivative_L_gamma_needs_1 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Theorem derivative_L_gamma :
  is_pd (at0 gamma) (fun gamma' => L_of q gamma')
  (L * ln (1 - q)).
Proof.
  pose proof derivative_L_gamma_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_gamma_1_unfold (eq_eq _ _ _ derivative_L_gamma_2_diff_scale derivative_L_gamma_3_unfold)).
Qed.
End derivative_L_gamma.

(** * VJP of L for gamma *)

Section vjp_L_gamma.

(* put in ∂ℒ/∂γ *)
Lemma vjp_L_gamma_1_lemma :
  L_bar * pd (at0 gamma) (fun gamma' => L_of q gamma')
  = L_bar * L * ln (1 - q).
Proof.
  assert (0 < 1 - q).
  { rule shared_8. }
  apply (eq_eq _ (L_bar * (L * ln (1 - q))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => - (Rpower (1 - q) gamma' * ln q))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln q * Rpower (1 - q) gamma * ln (1 - q))) _).
  { rule shared_16. }
  rule shared_17.
Qed.

Lemma vjp_L_gamma_needs_1 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Theorem vjp_L_gamma :
  is_pd (at0 gamma) (fun gamma' => L_bar * L_of q gamma')
  (L_bar * L * ln (1 - q)).
Proof.
  pose proof vjp_L_gamma_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 gamma) (fun gamma' => L_of q gamma')) _).
  { weighted. }
  exact vjp_L_gamma_1_lemma.
Qed.
End vjp_L_gamma.

(** * JVP of L for gamma *)

Section jvp_L_gamma.

(* put in ∂ℒ/∂γ *)
Lemma jvp_L_gamma_1_lemma :
  pd (at0 gamma) (fun gamma' => L_of q gamma') * gamma_dot
  = L * ln (1 - q) * gamma_dot.
Proof.
  assert (0 < 1 - q).
  { rule shared_8. }
  apply (eq_eq _ ((L * ln (1 - q)) * gamma_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => - (Rpower (1 - q) gamma' * ln q))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln q * Rpower (1 - q) gamma * ln (1 - q))) _).
  { rule shared_16. }
  rule shared_17.
Qed.

Lemma jvp_L_gamma_needs_1 :
  0 < 1 - q.
Proof.
  rule shared_8.
Qed.

Theorem jvp_L_gamma :
  is_pd (at0 0) (fun t' => L_of q (line0 gamma gamma_dot t'))
  (L * ln (1 - q) * gamma_dot).
Proof.
  pose proof jvp_L_gamma_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => L_of q gamma') * gamma_dot) _).
  { apply (eq_eq _ (pd (at0 gamma) (fun gamma' => L_of q gamma') * gamma_dot) _).
    { refine (eq_trans (chain0_at (at0 0) gamma (fun gamma' => L_of q gamma') (fun t' => (line0 gamma gamma_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_gamma_1_lemma.
Qed.
End jvp_L_gamma.
End focal_loss_theory.
