(* made by derive, do not edit *)
(* RBF kernel

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition k_of (D' : nat) (gamma : R) (x : nat -> nat -> R) (z : nat -> nat -> R) (n m : nat) : R :=
  exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))).
#[local] Hint Unfold k_of : definitions.

Section rbf_kernel_theory.
Variables (D' M N : nat).
Variables (gamma gamma_dot : R).
Variables (z x z_dot k_bar x_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation k := (k_of D' gamma x z).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * pd (at2 x k' l) (fun x' => - (gamma * rsum D' (fun m => (x' i m - z j m) ^ 2))) = - (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => 2 * (x i m - z j m) * delta i k' * delta m l)).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * (- (gamma * rsum D' (fun m => 2 * (x i m - z j m) ^ 1 * (delta i k' * delta m l + 0))))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at2 x k' l) (fun x' => gamma * rsum D' (fun m => (x' i m - z j m) ^ 2))) _).
    { rule (diff_neg (at2 x k' l) (fun x' => gamma * rsum D' (fun m => (x' i m - z j m) ^ 2))). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at2 x k' l) (fun x' => gamma * rsum D' (fun m => (x' i m - z j m) ^ 2))) _).
    { reflexivity. }
    apply (eq_eq _ (gamma * pd (at2 x k' l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2))) _).
    { assert (pd (at2 x k' l) (fun x' => gamma) = 0).
      { apply constant. }
      rule (diff_scale (at2 x k' l) (fun x' => gamma) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 x k' l) (fun x' => rsum D' (fun k'' => (x' i k'' - z j k'') ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun m => pd (at2 x k' l) (fun x' => (x' i m - z j m) ^ 2))) _).
    { rule_same (diff_sum (at2 x k' l) D' (fun k'' x' => (x' i k'' - z j k'') ^ 2) (fun k'' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) ^ 1 * pd (at2 x k' l) (fun x' => x' i m - z j m)) _).
    { assert (pd (at2 x k' l) (fun x' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at2 x k' l) (fun x' => x' i m - z j m) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at2 x k' l) (fun x' => x' i m) + pd (at2 x k' l) (fun x' => - z j m)) _).
    { rule (diff_add (at2 x k' l) (fun x' => x' i m) (fun x' => - z j m)). }
    refine (f_equal2 Rplus _ _).
    { apply variable2. }
    apply constant. }
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * (- (gamma * rsum D' (fun m => 2 * (x i m - z j m) * delta i k' * delta m l)))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) * (delta i k' * delta m l)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
    { arith. }
    arith. }
  arith.
Qed.

Lemma shared_2 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  - (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => 2 * (x i m - z j m) * delta i k' * delta m l)) = - (2 * exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * (x i l - z j l) * delta i k').
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (- (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * 2 * (x i l - z j l) * delta i k')) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * (2 * (x i l - z j l) * delta i k')) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun m => delta m l * 2 * (x i m - z j m) * delta i k')) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m => 2 * (x i m - z j m) * delta i k') l). }
  refine (f_equal Ropp _).
  arith.
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  rsum D' (fun k' => (x i k' - z j k') ^ 2) = (-2) * rsum D' (fun k' => x i k' * z j k') + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum D' (fun k' => - (2 * x i k' * z j k') + x i k' ^ 2 + z j k' ^ 2)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k' => - (2 * x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2 + z j k' ^ 2)) _).
  { rule_same (sum_add D' (fun k' => - (2 * x i k' * z j k')) (fun k' => x i k' ^ 2 + z j k' ^ 2) (fun k' => true)). }
  apply (eq_eq _ ((-2) * rsum D' (fun k' => x i k' * z j k') + (rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum D' (fun k' => (-2) * x i k' * z j k')) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    rule_same (sum_factor D' (-2) (fun k' => x i k' * z j k') (fun k' => true)). }
  rule (sum_add D' (fun k' => x i k' ^ 2) (fun k' => z j k' ^ 2) (fun k' => true)).
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  exp (- (gamma * rsum D' (fun k' => (x i k' - z j k') ^ 2))) = exp (2 * rsum D' (fun k' => x i k' * z j k') * gamma - rsum D' (fun k' => x i k' ^ 2) * gamma - rsum D' (fun k' => z j k' ^ 2) * gamma).
Proof.
  intros i j ? ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (gamma * ((-2) * rsum D' (fun k' => x i k' * z j k') + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2)))) _).
  { refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
    rule (shared_3 i j). }
  arith.
Qed.

Lemma shared_5 :
  forall n m : nat,
  (n < N)%nat ->
  (m < M)%nat ->
  exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) = exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma)).
Proof.
  intros n m ? ?.
  apply (eq_eq _ (exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma)) _).
  { rule_same (shared_4 n m). }
  apply (eq_eq _ (exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (2 * rsum D' (fun i => x n i * z m i) * gamma) * exp (- (rsum D' (fun i => x n i ^ 2) * gamma) - rsum D' (fun i => z m i ^ 2) * gamma)) _).
  { rule_same (exp_add (2 * rsum D' (fun i => x n i * z m i) * gamma) (- (rsum D' (fun i => x n i ^ 2) * gamma) - rsum D' (fun i => z m i ^ 2) * gamma)). }
  apply (eq_eq _ (exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * (1 / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma)))) _).
  { refine (f_equal2 Rmult _ _).
    { rule_same (exp_times_int 2%nat 2 (rsum D' (fun i => x n i * z m i) * gamma)). }
    apply (eq_eq _ (exp (- (rsum D' (fun i => x n i ^ 2) * gamma) - rsum D' (fun i => z m i ^ 2) * gamma)) _).
    { reflexivity. }
    apply (eq_eq _ (exp (- (rsum D' (fun i => x n i ^ 2) * gamma)) * exp (- (rsum D' (fun i => z m i ^ 2) * gamma))) _).
    { rule (exp_add (- (rsum D' (fun i => x n i ^ 2) * gamma)) (- (rsum D' (fun i => z m i ^ 2) * gamma))). }
    apply (eq_eq _ (1 / exp (rsum D' (fun i => x n i ^ 2) * gamma) * (1 / exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
    { refine (f_equal2 Rmult _ _).
      { rule (exp_neg (rsum D' (fun i => x n i ^ 2) * gamma)). }
      rule (exp_neg (rsum D' (fun i => z m i ^ 2) * gamma)). }
    fractions. }
  fractions.
Qed.

Lemma shared_6 :
  forall n l m j : nat,
  (n < N)%nat ->
  (l < N)%nat ->
  (m < M)%nat ->
  (j < D')%nat ->
  (n <> l) ->
  - (2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma)) = 0.
Proof.
  intros n l m j ? ? ? ? ?.
  apply (eq_eq _ (- (2 * 0 * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * 0 * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl) eq_refl)) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl) eq_refl)).
    { rule (delta_apart n l). }
    rule (delta_apart n l). }
  fractions.
Qed.

Lemma shared_7 :
  forall n l m j : nat,
  (n < N)%nat ->
  (l < N)%nat ->
  (m < M)%nat ->
  (j < D')%nat ->
  (n <> l) ->
  - (2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * x l j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma)) = 0.
Proof.
  intros n l m j ? ? ? ? ?.
  apply (eq_eq _ (- (2 * 0 * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * x l j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * 0 * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl) eq_refl)) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl) eq_refl)).
    { rule (delta_apart n l). }
    rule (delta_apart n l). }
  fractions.
Qed.

Lemma shared_8 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x i l - z j l) ^ 2))) = - (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * rsum D' (fun l => (x i l - z j l) ^ 2)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * (- (rsum D' (fun l => (x i l - z j l) ^ 2) * 1))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at0 gamma) (fun gamma' => gamma' * rsum D' (fun l => (x i l - z j l) ^ 2))) _).
    { rule (diff_neg (at0 gamma) (fun gamma' => gamma' * rsum D' (fun l => (x i l - z j l) ^ 2))). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 gamma) (fun gamma' => rsum D' (fun l => (x i l - z j l) ^ 2) * gamma')) _).
    { apply pd_ext.
      intros gamma'; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => (x i l - z j l) ^ 2) * pd (at0 gamma) (fun gamma' => gamma')) _).
    { assert (pd (at0 gamma) (fun gamma' => rsum D' (fun l => (x i l - z j l) ^ 2)) = 0).
      { apply constant. }
      rule (diff_scale (at0 gamma) (fun gamma' => rsum D' (fun l => (x i l - z j l) ^ 2)) (fun gamma' => gamma')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * (- rsum D' (fun l => (x i l - z j l) ^ 2))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
    arith. }
  arith.
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  - (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * rsum D' (fun l => (x i l - z j l) ^ 2)) = 2 * exp (2 * rsum D' (fun l => x i l * z j l) * gamma - rsum D' (fun l => x i l ^ 2) * gamma - rsum D' (fun l => z j l ^ 2) * gamma) * rsum D' (fun l => x i l * z j l) - exp (2 * rsum D' (fun l => x i l * z j l) * gamma - rsum D' (fun l => x i l ^ 2) * gamma - rsum D' (fun l => z j l ^ 2) * gamma) * rsum D' (fun l => x i l ^ 2) - exp (2 * rsum D' (fun l => x i l * z j l) * gamma - rsum D' (fun l => x i l ^ 2) * gamma - rsum D' (fun l => z j l ^ 2) * gamma) * rsum D' (fun l => z j l ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (- (exp (2 * rsum D' (fun l => x i l * z j l) * gamma - rsum D' (fun l => x i l ^ 2) * gamma - rsum D' (fun l => z j l ^ 2) * gamma) * ((-2) * rsum D' (fun l => x i l * z j l) + rsum D' (fun l => x i l ^ 2) + rsum D' (fun l => z j l ^ 2)))) _).
  { refine (f_equal Ropp (f_equal2 Rmult _ _)).
    { rule_same (shared_4 i j). }
    rule_same (shared_3 i j). }
  arith.
Qed.

Lemma shared_10 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  2 * rsum D' (fun l => x i l * z j l) * k i j - rsum D' (fun l => x i l ^ 2) * k i j - rsum D' (fun l => z j l ^ 2) * k i j = - (k i j * rsum D' (fun l => (x i l - z j l) ^ 2)).
Proof.
  intros i j ? ?.
  symmetry.
  apply (eq_eq _ (- (k i j * ((-2) * rsum D' (fun l => x i l * z j l) + rsum D' (fun l => x i l ^ 2) + rsum D' (fun l => z j l ^ 2)))) _).
  { refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
    rule_same (shared_3 i j). }
  arith.
Qed.

Lemma shared_11 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  - (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * rsum D' (fun l => (x i l - z j l) ^ 2)) = 2 * k i j * rsum D' (fun l => x i l * z j l) - k i j * rsum D' (fun l => x i l ^ 2) - k i j * rsum D' (fun l => z j l ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (2 * exp (2 * rsum D' (fun k' => x i k' * z j k') * gamma - rsum D' (fun k' => x i k' ^ 2) * gamma - rsum D' (fun k' => z j k' ^ 2) * gamma) * rsum D' (fun l => x i l * z j l) - exp (2 * rsum D' (fun k' => x i k' * z j k') * gamma - rsum D' (fun k' => x i k' ^ 2) * gamma - rsum D' (fun k' => z j k' ^ 2) * gamma) * rsum D' (fun l => x i l ^ 2) - exp (2 * rsum D' (fun k' => x i k' * z j k') * gamma - rsum D' (fun k' => x i k' ^ 2) * gamma - rsum D' (fun k' => z j k' ^ 2) * gamma) * rsum D' (fun l => z j l ^ 2)) _).
  { rule_same (shared_9 i j). }
  symmetry.
  refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal Ropp (f_equal2 Rmult _ eq_refl))).
  { apply (eq_eq _ (exp (- (gamma * rsum D' (fun k' => (x i k' - z j k') ^ 2)))) _).
    { reflexivity. }
    rule (shared_4 i j). }
  { apply (eq_eq _ (exp (- (gamma * rsum D' (fun k' => (x i k' - z j k') ^ 2)))) _).
    { reflexivity. }
    rule (shared_4 i j). }
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun k' => (x i k' - z j k') ^ 2)))) _).
  { reflexivity. }
  rule (shared_4 i j).
Qed.

Lemma shared_12 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  2 * k i j * rsum D' (fun l => x i l * z j l) - k i j * rsum D' (fun l => x i l ^ 2) - k i j * rsum D' (fun l => z j l ^ 2) = - (k i j * rsum D' (fun l => (x i l - z j l) ^ 2)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (2 * rsum D' (fun l => x i l * z j l) * k i j - rsum D' (fun l => x i l ^ 2) * k i j - rsum D' (fun l => z j l ^ 2) * k i j) _).
  { arith. }
  rule (shared_10 i j).
Qed.

Lemma shared_13 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  pd (at0 gamma) (fun gamma' => k_of D' gamma' x z i j) = - (k i j * rsum D' (fun l => (x i l - z j l) ^ 2)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun k' => (x i k' - z j k') ^ 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun l => (x i l - z j l) ^ 2))))) _); [ same | ].
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x i l - z j l) ^ 2)))) _).
  { rule (diff_exp (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x i l - z j l) ^ 2)))). }
  apply (eq_eq _ (- (exp (- (gamma * rsum D' (fun l => (x i l - z j l) ^ 2))) * rsum D' (fun l => (x i l - z j l) ^ 2))) _).
  { rule (shared_8 i j). }
  apply (eq_eq _ (2 * k i j * rsum D' (fun l => x i l * z j l) - k i j * rsum D' (fun l => x i l ^ 2) - k i j * rsum D' (fun l => z j l ^ 2)) _).
  { rule (shared_11 i j). }
  rule (shared_12 i j).
Qed.

Lemma shared_14 :
  forall i j l k' : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (l < D')%nat ->
  (k' < N)%nat ->
  - (2 * exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * (x i l - z j l) * delta i k') = 2 * gamma * k i j * delta i k' * z j l - 2 * gamma * x i l * k i j * delta i k'.
Proof.
  intros i j l k' ? ? ? ?.
  apply (eq_eq _ (- (2 * exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * (x i l - z j l) * delta i k')) _).
  { refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl)).
    rule_same (shared_4 i j). }
  apply (eq_eq _ (- (2 * delta i k' * exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * x i l) + 2 * delta i k' * exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * z j l) _).
  { arith. }
  apply (eq_eq _ (- (2 * delta i k' * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * gamma * x i l) + 2 * delta i k' * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * gamma * z j l) _); [ same | ].
  symmetry.
  apply (eq_eq _ (2 * gamma * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * delta i k' * z j l - 2 * gamma * x i l * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * delta i k') _).
  { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl))).
    { apply (eq_eq _ (exp (- (gamma * rsum D' (fun k'' => (x i k'' - z j k'') ^ 2)))) _).
      { reflexivity. }
      rule (shared_4 i j). }
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun k'' => (x i k'' - z j k'') ^ 2)))) _).
    { reflexivity. }
    rule (shared_4 i j). }
  arith.
Qed.

Lemma shared_15 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  2 * gamma * k i j * delta i k' * z j l - 2 * gamma * x i l * k i j * delta i k' = 2 * gamma * k i j * delta i k' * (z j l - x i l).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (- (2 * delta i k' * gamma * k i j * x i l) + 2 * delta i k' * gamma * k i j * z j l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_16 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  pd (at2 x k' l) (fun x' => k_of D' gamma x' z i j) = 2 * gamma * k i j * delta i k' * (z j l - x i l).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (pd (at2 x k' l) (fun x' => exp (- (gamma * rsum D' (fun k'' => (x' i k'' - z j k'') ^ 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 x k' l) (fun x' => exp (- (gamma * rsum D' (fun m => (x' i m - z j m) ^ 2))))) _); [ same | ].
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * pd (at2 x k' l) (fun x' => - (gamma * rsum D' (fun m => (x' i m - z j m) ^ 2)))) _).
  { rule (diff_exp (at2 x k' l) (fun x' => - (gamma * rsum D' (fun m => (x' i m - z j m) ^ 2)))). }
  apply (eq_eq _ (- (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => 2 * (x i m - z j m) * delta i k' * delta m l))) _).
  { rule (shared_1 i j k' l). }
  apply (eq_eq _ (- (2 * exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * (x i l - z j l) * delta i k')) _).
  { rule (shared_2 i j k' l). }
  apply (eq_eq _ (2 * gamma * k i j * delta i k' * z j l - 2 * gamma * x i l * k i j * delta i k') _).
  { rule (shared_14 i j l k'). }
  rule (shared_15 i j k' l).
Qed.

Lemma shared_17 :
  forall j l : nat,
  (j < N)%nat ->
  (l < D')%nat ->
  2 * gamma * rsum M (fun m => k_bar j m * k j m * z m l) - 2 * gamma * x j l * rsum M (fun m => k_bar j m * k j m) = 2 * rsum M (fun m => k j m * k_bar j m * z m l) * gamma - 2 * rsum M (fun m => k j m * k_bar j m) * gamma * x j l.
Proof.
  intros j l ? ?.
  apply (eq_eq _ (2 * gamma * rsum M (fun m => k j m * k_bar j m * z m l) - 2 * gamma * x j l * rsum M (fun m => k j m * k_bar j m)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _))).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  arith.
Qed.

Lemma shared_18 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  2 * gamma * k i j * rsum D' (fun l => x_dot i l * z j l) - 2 * gamma * k i j * rsum D' (fun l => x_dot i l * x i l) = - (2 * rsum D' (fun l => x i l * x_dot i l) * gamma * k i j) + 2 * rsum D' (fun l => x_dot i l * z j l) * gamma * k i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (2 * gamma * k i j * rsum D' (fun l => x_dot i l * z j l) - 2 * gamma * k i j * rsum D' (fun l => x i l * x_dot i l)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _))).
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  arith.
Qed.

Lemma shared_19 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * pd (at2 z k' l) (fun z' => - (gamma * rsum D' (fun m => (x i m - z' j m) ^ 2))) = - (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => - (2 * (x i m - z j m) * delta j k' * delta m l))).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * (- (gamma * rsum D' (fun m => 2 * (x i m - z j m) ^ 1 * (0 - delta j k' * delta m l))))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at2 z k' l) (fun z' => gamma * rsum D' (fun m => (x i m - z' j m) ^ 2))) _).
    { rule (diff_neg (at2 z k' l) (fun z' => gamma * rsum D' (fun m => (x i m - z' j m) ^ 2))). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at2 z k' l) (fun z' => gamma * rsum D' (fun m => (x i m - z' j m) ^ 2))) _).
    { reflexivity. }
    apply (eq_eq _ (gamma * pd (at2 z k' l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2))) _).
    { assert (pd (at2 z k' l) (fun z' => gamma) = 0).
      { apply constant. }
      rule (diff_scale (at2 z k' l) (fun z' => gamma) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 z k' l) (fun z' => rsum D' (fun k'' => (x i k'' - z' j k'') ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun m => pd (at2 z k' l) (fun z' => (x i m - z' j m) ^ 2))) _).
    { rule_same (diff_sum (at2 z k' l) D' (fun k'' z' => (x i k'' - z' j k'') ^ 2) (fun k'' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) ^ 1 * pd (at2 z k' l) (fun z' => x i m - z' j m)) _).
    { assert (pd (at2 z k' l) (fun z' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at2 z k' l) (fun z' => x i m - z' j m) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at2 z k' l) (fun z' => x i m) + pd (at2 z k' l) (fun z' => - z' j m)) _).
    { rule (diff_add (at2 z k' l) (fun z' => x i m) (fun z' => - z' j m)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at2 z k' l) (fun z' => z' j m)) _).
    { rule (diff_neg (at2 z k' l) (fun z' => z' j m)). }
    refine (f_equal Ropp _).
    apply variable2. }
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * (- (gamma * rsum D' (fun m => - (2 * (x i m - z j m) * delta j k' * delta m l))))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) * (- (delta j k' * delta m l))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { arith. }
      arith. }
    arith. }
  arith.
Qed.

Lemma shared_20 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  - (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => - (2 * (x i m - z j m) * delta j k' * delta m l))) = exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * 2 * (x i l - z j l) * delta j k'.
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (- (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * (- (2 * (x i l - z j l) * delta j k')))) _).
  { refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)).
    apply (eq_eq _ (rsum D' (fun m => delta m l * (- (2 * (x i m - z j m) * delta j k')))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m => - (2 * (x i m - z j m) * delta j k')) l). }
  apply (eq_eq _ (- (- (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * 2 * (x i l - z j l) * delta j k'))) _).
  { refine (f_equal Ropp _).
    arith. }
  arith.
Qed.

Lemma shared_21 :
  forall i j l k' : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (l < D')%nat ->
  (k' < M)%nat ->
  exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * 2 * (x i l - z j l) * delta j k' = 2 * gamma * x i l * k i j * delta j k' - 2 * gamma * k i j * z j l * delta j k'.
Proof.
  intros i j l k' ? ? ? ?.
  apply (eq_eq _ (exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * 2 * (x i l - z j l) * delta j k') _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl) eq_refl).
    rule_same (shared_4 i j). }
  apply (eq_eq _ (2 * delta j k' * exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * x i l - 2 * delta j k' * exp (2 * rsum D' (fun m => x i m * z j m) * gamma - rsum D' (fun m => x i m ^ 2) * gamma - rsum D' (fun m => z j m ^ 2) * gamma) * gamma * z j l) _).
  { arith. }
  apply (eq_eq _ (2 * delta j k' * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * gamma * x i l - 2 * delta j k' * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * gamma * z j l) _); [ same | ].
  symmetry.
  apply (eq_eq _ (2 * gamma * x i l * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * delta j k' - 2 * gamma * exp (2 * rsum D' (fun k'' => x i k'' * z j k'') * gamma - rsum D' (fun k'' => x i k'' ^ 2) * gamma - rsum D' (fun k'' => z j k'' ^ 2) * gamma) * z j l * delta j k') _).
  { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl))).
    { apply (eq_eq _ (exp (- (gamma * rsum D' (fun k'' => (x i k'' - z j k'') ^ 2)))) _).
      { reflexivity. }
      rule (shared_4 i j). }
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun k'' => (x i k'' - z j k'') ^ 2)))) _).
    { reflexivity. }
    rule (shared_4 i j). }
  arith.
Qed.

Lemma shared_22 :
  forall i l j k' : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (j < M)%nat ->
  (k' < M)%nat ->
  2 * gamma * x i l * k i j * delta j k' - 2 * gamma * k i j * z j l * delta j k' = 2 * gamma * k i j * (x i l - z j l) * delta j k'.
Proof.
  intros i l j k' ? ? ? ?.
  apply (eq_eq _ (2 * delta j k' * gamma * k i j * x i l - 2 * delta j k' * gamma * k i j * z j l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_23 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  pd (at2 z k' l) (fun z' => k_of D' gamma x z' i j) = 2 * gamma * k i j * (x i l - z j l) * delta j k'.
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (pd (at2 z k' l) (fun z' => exp (- (gamma * rsum D' (fun k'' => (x i k'' - z' j k'') ^ 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 z k' l) (fun z' => exp (- (gamma * rsum D' (fun m => (x i m - z' j m) ^ 2))))) _); [ same | ].
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * pd (at2 z k' l) (fun z' => - (gamma * rsum D' (fun m => (x i m - z' j m) ^ 2)))) _).
  { rule (diff_exp (at2 z k' l) (fun z' => - (gamma * rsum D' (fun m => (x i m - z' j m) ^ 2)))). }
  apply (eq_eq _ (- (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * rsum D' (fun m => - (2 * (x i m - z j m) * delta j k' * delta m l)))) _).
  { rule (shared_19 i j k' l). }
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m => (x i m - z j m) ^ 2))) * gamma * 2 * (x i l - z j l) * delta j k') _).
  { rule (shared_20 i j k' l). }
  apply (eq_eq _ (2 * gamma * x i l * k i j * delta j k' - 2 * gamma * k i j * z j l * delta j k') _).
  { rule (shared_21 i j l k'). }
  rule (shared_22 i l j k').
Qed.

Lemma shared_24 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  2 * gamma * k i j * rsum D' (fun l => x i l * z_dot j l) - 2 * gamma * k i j * rsum D' (fun l => z_dot j l * z j l) = 2 * rsum D' (fun l => x i l * z_dot j l) * gamma * k i j - 2 * rsum D' (fun l => z j l * z_dot j l) * gamma * k i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (2 * gamma * k i j * rsum D' (fun l => x i l * z_dot j l) - 2 * gamma * k i j * rsum D' (fun l => z j l * z_dot j l)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _))).
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  arith.
Qed.

(** * positive *)

Section positive.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* by the signs of its parts *)
Lemma positive_1_sign :
  0
  < k n m.
Proof.
  sgn.
Qed.

Theorem positive :
  0
  < k n m.
Proof.
  exact positive_1_sign.
Qed.
End positive.

(** * Derivative by a point *)

Section gradient.
Variables (j l m n : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis l_in : (l < N)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of k_nm *)
Lemma gradient_1_unfold :
  pd (at2 x l j) (fun x' => k_of D' gamma x' z n m)
  = pd (at2 x l j) (fun x' => exp (- (gamma * rsum D' (fun i => (x' n i - z m i) ^ 2)))).
Proof.
  reflexivity.
Qed.

(* derivative of exp, chain rule *)
Lemma gradient_2_diff_exp :
  pd (at2 x l j) (fun x' => exp (- (gamma * rsum D' (fun i => (x' n i - z m i) ^ 2))))
  = exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * pd (at2 x l j) (fun x' => - (gamma * rsum D' (fun i => (x' n i - z m i) ^ 2))).
Proof.
  rule (diff_exp (at2 x l j) (fun x' => - (gamma * rsum D' (fun i => (x' n i - z m i) ^ 2)))).
Qed.

(* a constant factor stays in front; differentiate under the sum; power rule; ∂x_nk/∂x_lj = δ_nl·δ_kj *)
Lemma gradient_3_diff_scale :
  exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * pd (at2 x l j) (fun x' => - (gamma * rsum D' (fun i => (x' n i - z m i) ^ 2)))
  = - (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * gamma * rsum D' (fun p => 2 * (x n p - z m p) * delta n l * delta j p)).
Proof.
  rule_same (shared_1 n m l j).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  - (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * gamma * rsum D' (fun p => 2 * (x n p - z m p) * delta n l * delta j p))
  = - (2 * exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * gamma * (x n j - z m j) * delta n l).
Proof.
  rule_same (shared_2 n m l j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the exponential of a sum is a product *)
Lemma gradient_5_sum_factor :
  - (2 * exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * gamma * (x n j - z m j) * delta n l)
  = 2 * gamma * z m j * k l m * delta n l - 2 * gamma * x l j * k l m * delta n l.
Proof.
  apply (eq_eq _ (- (2 * (exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) * gamma * (x n j - z m j) * delta n l)) _).
  { refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) eq_refl)).
    rule (shared_5 n m). }
  apply (eq_eq _ (- (2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { fractions. }
  apply (eq_eq _ (- (2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * x l j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { destruct (Nat.eq_dec l n) as [?|?].
    { apply (eq_eq _ (- (2 * delta n n * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n n * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
      { replace l with n by hyp; same. }
      symmetry.
      replace l with n by hyp; same. }
    { apply (eq_eq _ (0) _).
      { rule (shared_6 n l m j). }
      symmetry.
      rule (shared_7 n l m j). } }
  symmetry.
  apply (eq_eq _ (2 * gamma * z m j * (exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) * delta n l - 2 * gamma * x l j * (exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) * delta n l) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl))).
    { apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x l i - z m i) ^ 2)))) _).
      { reflexivity. }
      rule (shared_5 l m). }
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x l i - z m i) ^ 2)))) _).
    { reflexivity. }
    rule (shared_5 l m). }
  fractions.
Qed.

(* factor out 2 *)
Lemma gradient_6_ring :
  2 * gamma * z m j * k l m * delta n l - 2 * gamma * x l j * k l m * delta n l
  = 2 * gamma * (z m j - x l j) * k l m * delta n l.
Proof.
  apply (eq_eq _ (- (2 * delta n l * gamma * k l m * x l j) + 2 * delta n l * gamma * k l m * z m j) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* a constant factor goes in front of the sum; the exponential of a sum is a product; a multiple in the exponent is a power *)
Lemma gradient_7_sum_factor :
  2 * gamma * (z m j - x l j) * k l m * delta n l
  = (-2) * gamma * k n m * delta n l * (x n j - z m j).
Proof.
  apply (eq_eq _ (2 * gamma * (z m j - x l j) * (exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) * delta n l) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl).
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x l i - z m i) ^ 2)))) _).
    { reflexivity. }
    rule (shared_5 l m). }
  apply (eq_eq _ (- (2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * x l j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x l i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x l i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { fractions. }
  apply (eq_eq _ (- (2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n l * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
  { destruct (Nat.eq_dec l n) as [?|?].
    { apply (eq_eq _ (- (2 * delta n n * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * x n j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) + 2 * delta n n * exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 * gamma * z m j / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) _).
      { replace l with n by hyp; same. }
      symmetry.
      replace l with n by hyp; same. }
    { apply (eq_eq _ (0) _).
      { rule (shared_7 n l m j). }
      symmetry.
      rule (shared_6 n l m j). } }
  symmetry.
  apply (eq_eq _ ((-2) * gamma * (exp (rsum D' (fun i => x n i * z m i) * gamma) ^ 2 / (exp (rsum D' (fun i => x n i ^ 2) * gamma) * exp (rsum D' (fun i => z m i ^ 2) * gamma))) * delta n l * (x n j - z m j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2)))) _).
    { reflexivity. }
    rule (shared_5 n m). }
  fractions.
Qed.

Theorem gradient :
  is_pd (at2 x l j) (fun x' => k_of D' gamma x' z n m)
  ((-2) * gamma * k n m * delta n l * (x n j - z m j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_exp (eq_eq _ _ _ gradient_3_diff_scale (eq_eq _ _ _ gradient_4_sum_delta (eq_eq _ _ _ gradient_5_sum_factor (eq_eq _ _ _ gradient_6_ring gradient_7_sum_factor)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at2 x l j) (fun x' => k_of D' gamma x' z n m)
  ((-2) * gamma * k n m * delta n l * (x n j - z m j))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_matrix (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))))))).
Defined.
End gradient.

(** * Derivative by the inverse width *)

Section width.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of k_nm *)
Lemma width_1_unfold :
  pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  = pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun i => (x n i - z m i) ^ 2)))).
Proof.
  reflexivity.
Qed.

(* derivative of exp, chain rule *)
Lemma width_2_diff_exp :
  pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun i => (x n i - z m i) ^ 2))))
  = exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun i => (x n i - z m i) ^ 2))).
Proof.
  rule (diff_exp (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun i => (x n i - z m i) ^ 2)))).
Qed.

(* a constant factor stays in front *)
Lemma width_3_diff_scale :
  exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun i => (x n i - z m i) ^ 2)))
  = - (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * rsum D' (fun i => (x n i - z m i) ^ 2)).
Proof.
  rule_same (shared_8 n m).
Qed.

(* a constant factor goes in front of the sum *)
Lemma width_4_sum_factor :
  - (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2))) * rsum D' (fun i => (x n i - z m i) ^ 2))
  = 2 * k n m * rsum D' (fun i => x n i * z m i) - k n m * rsum D' (fun i => z m i ^ 2) - k n m * rsum D' (fun i => x n i ^ 2).
Proof.
  apply (eq_eq _ (2 * exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => x n i * z m i) - exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => x n i ^ 2) - exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => z m i ^ 2)) _).
  { rule_same (shared_9 n m). }
  symmetry.
  apply (eq_eq _ (2 * exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => x n i * z m i) - exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => z m i ^ 2) - exp (2 * rsum D' (fun i => x n i * z m i) * gamma - rsum D' (fun i => x n i ^ 2) * gamma - rsum D' (fun i => z m i ^ 2) * gamma) * rsum D' (fun i => x n i ^ 2)) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal Ropp (f_equal2 Rmult _ eq_refl))).
    { apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2)))) _).
      { reflexivity. }
      rule_same (shared_4 n m). }
    { apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2)))) _).
      { reflexivity. }
      rule_same (shared_4 n m). }
    apply (eq_eq _ (exp (- (gamma * rsum D' (fun i => (x n i - z m i) ^ 2)))) _).
    { reflexivity. }
    rule_same (shared_4 n m). }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma width_5_sum_factor :
  2 * k n m * rsum D' (fun i => x n i * z m i) - k n m * rsum D' (fun i => z m i ^ 2) - k n m * rsum D' (fun i => x n i ^ 2)
  = - (k n m * rsum D' (fun i => (x n i - z m i) ^ 2)).
Proof.
  apply (eq_eq _ (2 * rsum D' (fun i => x n i * z m i) * k n m - rsum D' (fun i => x n i ^ 2) * k n m - rsum D' (fun i => z m i ^ 2) * k n m) _).
  { arith. }
  rule_same (shared_10 n m).
Qed.

Theorem width :
  is_pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  (- (k n m * rsum D' (fun i => (x n i - z m i) ^ 2))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ width_1_unfold (eq_eq _ _ _ width_2_diff_exp (eq_eq _ _ _ width_3_diff_scale (eq_eq _ _ _ width_4_sum_factor width_5_sum_factor)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition width_outright : option (
  is_pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  (- (k n m * rsum D' (fun i => (x n i - z m i) ^ 2)))).
Proof.
  attempt "width" by Formula.outright (Formula.by_number (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V tt) (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))))))).
Defined.
End width.

(** * Derivative of k by gamma *)

Section derivative_k_gamma.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of k_nm *)
Lemma derivative_k_gamma_1_unfold :
  pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  = pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun l => (x n l - z m l) ^ 2)))).
Proof.
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun k' => (x n k' - z m k') ^ 2))))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_k_gamma_2_diff_exp :
  pd (at0 gamma) (fun gamma' => exp (- (gamma' * rsum D' (fun l => (x n l - z m l) ^ 2))))
  = exp (- (gamma * rsum D' (fun l => (x n l - z m l) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x n l - z m l) ^ 2))).
Proof.
  rule (diff_exp (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x n l - z m l) ^ 2)))).
Qed.

(* a constant factor stays in front *)
Lemma derivative_k_gamma_3_diff_scale :
  exp (- (gamma * rsum D' (fun l => (x n l - z m l) ^ 2))) * pd (at0 gamma) (fun gamma' => - (gamma' * rsum D' (fun l => (x n l - z m l) ^ 2)))
  = - (exp (- (gamma * rsum D' (fun l => (x n l - z m l) ^ 2))) * rsum D' (fun l => (x n l - z m l) ^ 2)).
Proof.
  rule (shared_8 n m).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_k_gamma_4_sum_factor :
  - (exp (- (gamma * rsum D' (fun l => (x n l - z m l) ^ 2))) * rsum D' (fun l => (x n l - z m l) ^ 2))
  = 2 * k n m * rsum D' (fun l => x n l * z m l) - k n m * rsum D' (fun l => x n l ^ 2) - k n m * rsum D' (fun l => z m l ^ 2).
Proof.
  rule (shared_11 n m).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_k_gamma_5_sum_factor :
  2 * k n m * rsum D' (fun l => x n l * z m l) - k n m * rsum D' (fun l => x n l ^ 2) - k n m * rsum D' (fun l => z m l ^ 2)
  = - (k n m * rsum D' (fun l => (x n l - z m l) ^ 2)).
Proof.
  rule (shared_12 n m).
Qed.

Theorem derivative_k_gamma :
  is_pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_k_gamma_1_unfold (eq_eq _ _ _ derivative_k_gamma_2_diff_exp (eq_eq _ _ _ derivative_k_gamma_3_diff_scale (eq_eq _ _ _ derivative_k_gamma_4_sum_factor derivative_k_gamma_5_sum_factor)))).
Qed.

(* the same by the differentiator, by what it found for width or else anew *)
Definition derivative_k_gamma_outright : option (
  is_pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)
  (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2)))).
Proof.
  attempt "derivative_k_gamma" as (width_outright m n) or Formula.outright (Formula.by_number (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V tt) (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))))))).
Defined.
End derivative_k_gamma.

(** * VJP of k for gamma *)

Section vjp_k_gamma.

(* put in ∂k_nm/∂γ *)
Lemma vjp_k_gamma_1_lemma :
  rsum N (fun n => rsum M (fun m => k_bar n m * pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)))
  = rsum N (fun n => rsum M (fun m => k_bar n m * (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2))))).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 n m).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_k_gamma_2_sum_factor :
  rsum N (fun n => rsum M (fun m => k_bar n m * (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2)))))
  = - rsum D' (fun l => rsum M (fun m => rsum N (fun n => k_bar n m * k n m * (x n l - z m l) ^ 2))).
Proof.
  apply (eq_eq _ (rsum N (fun n => - (rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m)) - rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => 2 * rsum D' (fun l => x n l * z m l) * k n m * k_bar n m - rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m - rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (k_bar n m * (- (k n m * ((-2) * rsum D' (fun l => x n l * z m l) + rsum D' (fun l => x n l ^ 2) + rsum D' (fun l => z m l ^ 2))))) _).
      { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
        rule_same (shared_3 n m). }
      arith. }
    apply (eq_eq _ (rsum M (fun k' => 2 * rsum D' (fun l => x n l * z k' l) * k n k' * k_bar n k' - rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k' - rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k')) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => 2 * rsum D' (fun l => x n l * z k' l) * k n k' * k_bar n k') + rsum M (fun k' => - (rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k') - rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k')) _).
    { rule_same (sum_add M (fun m => 2 * rsum D' (fun l => x n l * z m l) * k n m * k_bar n m) (fun m => - (rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m) - rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => 2 * rsum D' (fun l => x n l * z m l) * k n m * k_bar n m) + rsum M (fun m => - (rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m) - rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m)) _); [ same | ].
    apply (eq_eq _ (2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)) - rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m) + (-1) * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2))) _).
    { apply (eq_eq _ (2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)) + (- (rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m)) + (-1) * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun k' => 2 * rsum D' (fun l => x n l * z k' l) * k n k' * k_bar n k')) _); [ same | ].
        apply (eq_eq _ (2 * rsum M (fun k' => rsum D' (fun l => x n l * z k' l) * k n k' * k_bar n k')) _).
        { rule_same (sum_factor M 2 (fun m => rsum D' (fun l => x n l * z m l) * k n m * k_bar n m) (fun m => true)). }
        apply (eq_eq _ (2 * rsum M (fun m => rsum D' (fun l => x n l * z m l) * k n m * k_bar n m)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m => k n m * k_bar n m * rsum D' (fun l => x n l * z m l))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k n m * k_bar n m * x n k' * z m k'))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          apply (eq_eq _ (k n m * k_bar n m * rsum D' (fun k' => x n k' * z m k')) _); [ same | ].
          symmetry.
          rule_same (sum_factor D' (k n m * k_bar n m) (fun l => x n l * z m l) (fun l => true)). }
        apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k n k' * k_bar n k' * x n l * z k' l))) _); [ same | ].
        rule (sum_swap M D' (fun m k' => k n m * k_bar n m * x n k' * z m k')). }
      apply (eq_eq _ (rsum M (fun k' => - (rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k') - rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k')) _); [ same | ].
      apply (eq_eq _ (rsum M (fun k' => - (rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k')) + rsum M (fun k' => - (rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k'))) _).
      { rule (sum_add M (fun m => - (rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m)) (fun m => - (rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m)) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => - (rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m)) + rsum M (fun m => - (rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun k' => - (rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k'))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k')) _).
        { rule (sum_neg M (fun m => rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => rsum D' (fun l => x n l ^ 2) * k n m * k_bar n m)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => x n l ^ 2) * k n k' * k_bar n k')) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun l => x n l ^ 2) * rsum M (fun k' => k n k' * k_bar n k')) _); [ | same ].
        rule_same (sum_factor M (rsum D' (fun l => x n l ^ 2)) (fun m => k n m * k_bar n m) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => (-1) * rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => (-1) * rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k')) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum M (fun k' => rsum D' (fun l => z k' l ^ 2) * k n k' * k_bar n k')) _).
      { rule_same (sum_factor M (-1) (fun m => rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m) (fun m => true)). }
      apply (eq_eq _ ((-1) * rsum M (fun m => rsum D' (fun l => z m l ^ 2) * k n m * k_bar n m)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun m => k n m * k_bar n m * rsum D' (fun l => z m l ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k n m * k_bar n m * z m k' ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (k n m * k_bar n m * rsum D' (fun k' => z m k' ^ 2)) _); [ same | ].
        symmetry.
        rule_same (sum_factor D' (k n m * k_bar n m) (fun l => z m l ^ 2) (fun l => true)). }
      apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k n k' * k_bar n k' * z k' l ^ 2))) _); [ same | ].
      rule (sum_swap M D' (fun m k' => k n m * k_bar n m * z m k' ^ 2)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k' => - (rsum D' (fun l => x k' l ^ 2) * rsum M (fun m => k k' m * k_bar k' m)) - rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (rsum D' (fun l => x k' l ^ 2) * rsum M (fun m => k k' m * k_bar k' m))) + rsum N (fun k' => - rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _).
  { rule_same (sum_add N (fun n => - (rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m))) (fun n => - rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m))) + rsum N (fun n => - rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)))) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum D' (fun l => rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m) * x k' l ^ 2)) + (-1) * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + 2 * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) _).
  { apply (eq_eq _ ((-1) * rsum D' (fun l => rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m) * x k' l ^ 2)) + ((-1) * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + 2 * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => (-1) * rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => (-1) * rsum D' (fun l => x k' l ^ 2) * rsum M (fun m => k k' m * k_bar k' m))) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k' => rsum D' (fun l => x k' l ^ 2) * rsum M (fun m => k k' m * k_bar k' m))) _).
      { rule_same (sum_factor N (-1) (fun n => rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m)) (fun n => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun n => rsum D' (fun l => x n l ^ 2) * rsum M (fun m => k n m * k_bar n m))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => rsum M (fun m => k n m * k_bar n m) * rsum D' (fun l => x n l ^ 2))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun n => rsum D' (fun k' => rsum M (fun m => k n m * k_bar n m) * x n k' ^ 2))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (rsum M (fun m => k n m * k_bar n m) * rsum D' (fun k' => x n k' ^ 2)) _); [ same | ].
        symmetry.
        rule (sum_factor D' (rsum M (fun m => k n m * k_bar n m)) (fun l => x n l ^ 2) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m) * x k' l ^ 2))) _); [ same | ].
      rule (sum_swap N D' (fun n k' => rsum M (fun m => k n m * k_bar n m) * x n k' ^ 2)). }
    apply (eq_eq _ (rsum N (fun k' => - rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)) + 2 * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k' => - rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2))) + rsum N (fun k' => 2 * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _).
    { rule (sum_add N (fun n => - rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2))) (fun n => 2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l))) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2))) + rsum N (fun n => 2 * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => (-1) * rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => (-1) * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)))) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k' => rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)))) _).
      { rule (sum_factor N (-1) (fun n => rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2))) (fun n => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun n => rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2)))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l => rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m * z m l ^ 2)))) _).
      { rule (sum_swap N D' (fun n l => rsum M (fun k' => k n k' * k_bar n k' * z k' l ^ 2))). }
      apply rsum_ext; intros l ?; cbv beta.
      rule_same (sum_swap N M (fun k' m => k k' m * k_bar k' m * z m l ^ 2)). }
    apply (eq_eq _ (rsum N (fun k' => 2 * rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _); [ same | ].
    apply (eq_eq _ (2 * rsum N (fun k' => rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _).
    { rule (sum_factor N 2 (fun n => rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l))) (fun n => true)). }
    apply (eq_eq _ (2 * rsum N (fun n => rsum D' (fun l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l)))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun l => rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m * x k' l * z m l)))) _).
    { rule (sum_swap N D' (fun n l => rsum M (fun k' => k n k' * k_bar n k' * x n l * z k' l))). }
    apply rsum_ext; intros l ?; cbv beta.
    rule_same (sum_swap N M (fun k' m => k k' m * k_bar k' m * x k' l * z m l)). }
  apply (eq_eq _ (- rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + 2 * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))) - rsum D' (fun l => rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m) * x k' l ^ 2))) _).
  { arith. }
  apply (eq_eq _ (- rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + 2 * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))) - rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)))) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) (f_equal Ropp _)).
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k' => x k' l ^ 2 * rsum M (fun m => k k' m * k_bar k' m))) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => rsum M (fun m => x k' l ^ 2 * k k' m * k_bar k' m))) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (x k' l ^ 2 * rsum M (fun l' => k k' l' * k_bar k' l')) _); [ same | ].
      symmetry.
      rule_same (sum_factor M (x k' l ^ 2) (fun m => k k' m * k_bar k' m) (fun m => true)). }
    apply (eq_eq _ (rsum N (fun k' => rsum M (fun m => k k' m * k_bar k' m * x k' l ^ 2))) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_swap N M (fun k' m => k k' m * k_bar k' m * x k' l ^ 2)). }
  apply (eq_eq _ (- rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2))) - rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + 2 * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) _).
  { arith. }
  apply (eq_eq _ (- rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k_bar k' m * k k' m * (x k' l - z m l) ^ 2)))) _); [ | same ].
  symmetry.
  apply (eq_eq _ (- (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2))) + rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + (-2) * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)) + rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2)) - 2 * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2) - 2 * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l + rsum N (fun k' => k k' m * k_bar k' m) * z m l ^ 2)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (rsum N (fun k' => - (2 * k k' m * k_bar k' m * x k' l * z m l) + k k' m * k_bar k' m * x k' l ^ 2 + k k' m * k_bar k' m * z m l ^ 2)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k' => - (2 * k k' m * k_bar k' m * x k' l * z m l)) + rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2 + k k' m * k_bar k' m * z m l ^ 2)) _).
        { rule_same (sum_add N (fun k' => - (2 * k k' m * k_bar k' m * x k' l * z m l)) (fun k' => k k' m * k_bar k' m * x k' l ^ 2 + k k' m * k_bar k' m * z m l ^ 2) (fun k' => true)). }
        apply (eq_eq _ (- (2 * z m l * rsum N (fun k' => k k' m * k_bar k' m * x k' l)) + rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2) + z m l ^ 2 * rsum N (fun k' => k k' m * k_bar k' m)) _).
        { apply (eq_eq _ (- (2 * z m l * rsum N (fun k' => k k' m * k_bar k' m * x k' l)) + (rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2) + z m l ^ 2 * rsum N (fun k' => k k' m * k_bar k' m))) _); [ | same ].
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum N (fun k' => - (2 * z m l * k k' m * k_bar k' m * x k' l))) _).
            { apply rsum_ext; intros k' ?; cbv beta.
              arith. }
            apply (eq_eq _ (- rsum N (fun k' => 2 * z m l * k k' m * k_bar k' m * x k' l)) _).
            { rule (sum_neg N (fun k' => 2 * z m l * k k' m * k_bar k' m * x k' l) (fun k' => true)). }
            refine (f_equal Ropp _).
            rule_same (sum_factor N (2 * z m l) (fun k' => k k' m * k_bar k' m * x k' l) (fun k' => true)). }
          apply (eq_eq _ (rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2) + rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2)) _).
          { rule (sum_add N (fun k' => k k' m * k_bar k' m * x k' l ^ 2) (fun k' => k k' m * k_bar k' m * z m l ^ 2) (fun k' => true)). }
          refine (f_equal2 Rplus eq_refl _).
          apply (eq_eq _ (rsum N (fun k' => z m l ^ 2 * k k' m * k_bar k' m)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule_same (sum_factor N (z m l ^ 2) (fun k' => k k' m * k_bar k' m) (fun k' => true)). }
        arith. }
      apply (eq_eq _ (rsum M (fun k' => rsum N (fun n => k n k' * k_bar n k' * x n l ^ 2) - 2 * rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l + rsum N (fun l' => k l' k' * k_bar l' k') * z k' l ^ 2)) _); [ same | ].
      apply (eq_eq _ (rsum M (fun k' => rsum N (fun n => k n k' * k_bar n k' * x n l ^ 2)) + rsum M (fun k' => - (2 * rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l) + rsum N (fun l' => k l' k' * k_bar l' k') * z k' l ^ 2)) _).
      { rule_same (sum_add M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)) (fun m => - (2 * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l) + rsum N (fun k' => k k' m * k_bar k' m) * z m l ^ 2) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)) + rsum M (fun m => - (2 * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l) + rsum N (fun k' => k k' m * k_bar k' m) * z m l ^ 2)) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)) + (-2) * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)) + rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) _).
      { apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2)) + ((-2) * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)) + rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2)))) _); [ | same ].
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => - (2 * rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l) + rsum N (fun l' => k l' k' * k_bar l' k') * z k' l ^ 2)) _); [ same | ].
        apply (eq_eq _ (rsum M (fun k' => - (2 * rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l)) + rsum M (fun k' => rsum N (fun l' => k l' k' * k_bar l' k') * z k' l ^ 2)) _).
        { rule (sum_add M (fun m => - (2 * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l)) (fun m => rsum N (fun k' => k k' m * k_bar k' m) * z m l ^ 2) (fun m => true)). }
        apply (eq_eq _ (rsum M (fun m => - (2 * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l)) + rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m) * z m l ^ 2)) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m => (-2) * rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum M (fun k' => (-2) * rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l)) _); [ same | ].
          apply (eq_eq _ ((-2) * rsum M (fun k' => rsum N (fun n => k n k' * k_bar n k' * x n l) * z k' l)) _).
          { rule_same (sum_factor M (-2) (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l) (fun m => true)). }
          apply (eq_eq _ ((-2) * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l) * z m l)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m => z m l * rsum N (fun k' => k k' m * k_bar k' m * x k' l))) _).
          { apply rsum_ext; intros m ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => z m l * k k' m * k_bar k' m * x k' l))) _).
          { apply rsum_ext; intros m ?; cbv beta.
            symmetry.
            rule_same (sum_factor N (z m l) (fun k' => k k' m * k_bar k' m * x k' l) (fun k' => true)). }
          apply rsum_ext; intros m ?; cbv beta.
          apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun m => z m l ^ 2 * rsum N (fun k' => k k' m * k_bar k' m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun m => rsum N (fun k' => z m l ^ 2 * k k' m * k_bar k' m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          symmetry.
          rule_same (sum_factor N (z m l ^ 2) (fun k' => k k' m * k_bar k' m) (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' ^ 2)) + rsum M (fun m => rsum N (fun n => k n m * k_bar n m * z m k' ^ 2)) - 2 * rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k')))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' ^ 2))) + rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * z m k' ^ 2)) - 2 * rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k')))) _).
    { rule_same (sum_add D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2))) (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2)) - 2 * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2))) + rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2)) - 2 * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l ^ 2))) + (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + (-2) * rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))))) _); [ | same ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * z m k' ^ 2)) - 2 * rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k')))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * z m k' ^ 2))) + rsum D' (fun k' => - (2 * rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k'))))) _).
    { rule (sum_add D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) (fun l => - (2 * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * z m l ^ 2))) + rsum D' (fun l => - (2 * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => (-2) * rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => (-2) * rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k')))) _); [ same | ].
    apply (eq_eq _ ((-2) * rsum D' (fun k' => rsum M (fun m => rsum N (fun n => k n m * k_bar n m * x n k' * z m k')))) _); [ | same ].
    rule (sum_factor D' (-2) (fun l => rsum M (fun m => rsum N (fun k' => k k' m * k_bar k' m * x k' l * z m l))) (fun l => true)). }
  arith.
Qed.

Theorem vjp_k_gamma :
  is_pd (at0 gamma) (fun gamma' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma' x z n m)))
  (- rsum D' (fun l => rsum M (fun m => rsum N (fun n => k_bar n m * k n m * (x n l - z m l) ^ 2)))).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => k_bar n m * pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_k_gamma_1_lemma vjp_k_gamma_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_k_gamma_outright : option (
  is_pd (at0 gamma) (fun gamma' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma' x z n m)))
  (- rsum D' (fun l => rsum M (fun m => rsum N (fun n => k_bar n m * k n m * (x n l - z m l) ^ 2))))).
Proof.
  attempt "vjp_k_gamma" by timeout 3 Formula.outright (Formula.by_number (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (k_bar n m)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V tt) (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2)))))))))))).
Defined.
End vjp_k_gamma.

(** * JVP of k for gamma *)

Section jvp_k_gamma.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂k_nm/∂γ *)
Lemma jvp_k_gamma_1_lemma :
  pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m) * gamma_dot
  = - (k n m * rsum D' (fun l => (x n l - z m l) ^ 2) * gamma_dot).
Proof.
  apply (eq_eq _ ((- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2))) * gamma_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 n m).
Qed.

Theorem jvp_k_gamma :
  is_pd (at0 0) (fun t => k_of D' (line0 gamma gamma_dot t) x z n m)
  (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2) * gamma_dot)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m) * gamma_dot) _).
  { apply (eq_eq _ (pd (at0 gamma) (fun gamma' => k_of D' gamma' x z n m) * gamma_dot) _).
    { refine (eq_trans (chain0_at (at0 0) gamma (fun gamma' => k_of D' gamma' x z n m) (fun t => (line0 gamma gamma_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_k_gamma_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_k_gamma_outright : option (
  is_pd (at0 0) (fun t => k_of D' (line0 gamma gamma_dot t) x z n m)
  (- (k n m * rsum D' (fun l => (x n l - z m l) ^ 2) * gamma_dot))).
Proof.
  attempt "jvp_k_gamma" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 gamma) (Formula.flat0 gamma_dot) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V tt) (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))))))).
Defined.
End jvp_k_gamma.

(** * Derivative of k by x *)

Section derivative_k_x.
Variables (j l m n : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis l_in : (l < D')%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of k_nm *)
Lemma derivative_k_x_1_unfold :
  pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)
  = pd (at2 x j l) (fun x' => exp (- (gamma * rsum D' (fun k' => (x' n k' - z m k') ^ 2)))).
Proof.
  apply (eq_eq _ (pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)) _); [ same | ].
  apply (eq_eq _ (pd (at2 x j l) (fun x' => exp (- (gamma * rsum D' (fun m' => (x' n m' - z m m') ^ 2))))) _); [ | same ].
  apply (eq_eq _ (pd (at2 x j l) (fun x' => exp (- (gamma * rsum D' (fun k' => (x' n k' - z m k') ^ 2))))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_k_x_2_diff_exp :
  pd (at2 x j l) (fun x' => exp (- (gamma * rsum D' (fun k' => (x' n k' - z m k') ^ 2))))
  = exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * pd (at2 x j l) (fun x' => - (gamma * rsum D' (fun k' => (x' n k' - z m k') ^ 2))).
Proof.
  apply (eq_eq _ (pd (at2 x j l) (fun x' => exp (- (gamma * rsum D' (fun m' => (x' n m' - z m m') ^ 2))))) _); [ same | ].
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m' => (x n m' - z m m') ^ 2))) * pd (at2 x j l) (fun x' => - (gamma * rsum D' (fun m' => (x' n m' - z m m') ^ 2)))) _); [ | same ].
  rule (diff_exp (at2 x j l) (fun x' => - (gamma * rsum D' (fun m' => (x' n m' - z m m') ^ 2)))).
Qed.

(* a constant factor stays in front; differentiate under the sum; power rule; ∂x_nm/∂x_jl = δ_nj·δ_ml *)
Lemma derivative_k_x_3_diff_scale :
  exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * pd (at2 x j l) (fun x' => - (gamma * rsum D' (fun k' => (x' n k' - z m k') ^ 2)))
  = - (exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * rsum D' (fun p => 2 * (x n p - z m p) * delta n j * delta p l)).
Proof.
  rule (shared_1 n m j l).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_k_x_4_sum_delta :
  - (exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * rsum D' (fun p => 2 * (x n p - z m p) * delta n j * delta p l))
  = - (2 * exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * (x n l - z m l) * delta n j).
Proof.
  rule (shared_2 n m j l).
Qed.

(* definition of k_nm *)
Lemma derivative_k_x_5_unfold :
  - (2 * exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * (x n l - z m l) * delta n j)
  = 2 * gamma * k n m * delta n j * z m l - 2 * gamma * x n l * k n m * delta n j.
Proof.
  rule (shared_14 n m l j).
Qed.

(* factor out 2 *)
Lemma derivative_k_x_6_ring :
  2 * gamma * k n m * delta n j * z m l - 2 * gamma * x n l * k n m * delta n j
  = 2 * gamma * k n m * delta n j * (z m l - x n l).
Proof.
  rule (shared_15 n m j l).
Qed.

Theorem derivative_k_x :
  is_pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)
  (2 * gamma * k n m * delta n j * (z m l - x n l)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_k_x_1_unfold (eq_eq _ _ _ derivative_k_x_2_diff_exp (eq_eq _ _ _ derivative_k_x_3_diff_scale (eq_eq _ _ _ derivative_k_x_4_sum_delta (eq_eq _ _ _ derivative_k_x_5_unfold derivative_k_x_6_ring))))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_k_x_outright : option (
  is_pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)
  (2 * gamma * k n m * delta n j * (z m l - x n l))).
Proof.
  attempt "derivative_k_x" from (gradient_outright l j m n) or Formula.outright (Formula.by_matrix (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))))))).
Defined.
End derivative_k_x.

(** * VJP of k for x *)

Section vjp_k_x.
Variables (j l : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂k_nm/∂x_jl *)
Lemma vjp_k_x_1_lemma :
  rsum N (fun n => rsum M (fun m => k_bar n m * pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)))
  = rsum N (fun n => rsum M (fun m => k_bar n m * 2 * gamma * k n m * delta n j * (z m l - x n l))).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (k_bar n m * (2 * gamma * k n m * delta n j * (z m l - x n l))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_16 n m j l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_k_x_2_sum_factor :
  rsum N (fun n => rsum M (fun m => k_bar n m * 2 * gamma * k n m * delta n j * (z m l - x n l)))
  = 2 * gamma * rsum M (fun m => k_bar j m * k j m * z m l) - 2 * gamma * x j l * rsum M (fun m => k_bar j m * k j m).
Proof.
  apply (eq_eq _ (rsum N (fun n => 2 * delta n j * rsum M (fun m => k n m * k_bar n m * z m l) * gamma - 2 * delta n j * rsum M (fun m => k n m * k_bar n m) * gamma * x n l)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (2 * delta n j * gamma * k n m * k_bar n m * x n l) + 2 * delta n j * gamma * k n m * k_bar n m * z m l)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (2 * delta n j * gamma * k n k' * k_bar n k' * x n l) + 2 * delta n j * gamma * k n k' * k_bar n k' * z k' l)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => - (2 * delta n j * gamma * k n k' * k_bar n k' * x n l)) + rsum M (fun k' => 2 * delta n j * gamma * k n k' * k_bar n k' * z k' l)) _).
    { rule (sum_add M (fun m => - (2 * delta n j * gamma * k n m * k_bar n m * x n l)) (fun m => 2 * delta n j * gamma * k n m * k_bar n m * z m l) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => - (2 * delta n j * gamma * k n m * k_bar n m * x n l)) + rsum M (fun m => 2 * delta n j * gamma * k n m * k_bar n m * z m l)) _); [ same | ].
    apply (eq_eq _ (- (2 * delta n j * gamma * x n l * rsum M (fun m => k n m * k_bar n m)) + 2 * delta n j * gamma * rsum M (fun m => k n m * k_bar n m * z m l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (2 * delta n j * gamma * x n l * k n m * k_bar n m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => - (2 * delta n j * gamma * x n l * k n k' * k_bar n k'))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => 2 * delta n j * gamma * x n l * k n k' * k_bar n k')) _).
        { rule (sum_neg M (fun m => 2 * delta n j * gamma * x n l * k n m * k_bar n m) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => 2 * delta n j * gamma * x n l * k n m * k_bar n m)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => 2 * delta n j * gamma * x n l * k n k' * k_bar n k')) _); [ same | ].
        apply (eq_eq _ (2 * delta n j * gamma * x n l * rsum M (fun k' => k n k' * k_bar n k')) _); [ | same ].
        rule_same (sum_factor M (2 * delta n j * gamma * x n l) (fun m => k n m * k_bar n m) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun k' => 2 * delta n j * gamma * k n k' * k_bar n k' * z k' l)) _); [ same | ].
      apply (eq_eq _ (2 * delta n j * gamma * rsum M (fun k' => k n k' * k_bar n k' * z k' l)) _); [ | same ].
      rule_same (sum_factor M (2 * delta n j * gamma) (fun m => k n m * k_bar n m * z m l) (fun m => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k' => 2 * delta k' j * rsum M (fun m => k k' m * k_bar k' m * z m l) * gamma - 2 * delta k' j * rsum M (fun m => k k' m * k_bar k' m) * gamma * x k' l)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => 2 * delta k' j * rsum M (fun m => k k' m * k_bar k' m * z m l) * gamma) + rsum N (fun k' => - (2 * delta k' j * rsum M (fun m => k k' m * k_bar k' m) * gamma * x k' l))) _).
  { rule (sum_add N (fun n => 2 * delta n j * rsum M (fun m => k n m * k_bar n m * z m l) * gamma) (fun n => - (2 * delta n j * rsum M (fun m => k n m * k_bar n m) * gamma * x n l)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => 2 * delta n j * rsum M (fun m => k n m * k_bar n m * z m l) * gamma) + rsum N (fun n => - (2 * delta n j * rsum M (fun m => k n m * k_bar n m) * gamma * x n l))) _); [ same | ].
  apply (eq_eq _ (2 * gamma * rsum M (fun m => k j m * k_bar j m * z m l) - 2 * gamma * rsum M (fun m => k j m * k_bar j m) * x j l) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 2 * gamma * delta n j * rsum M (fun m => k n m * k_bar n m * z m l))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => 2 * gamma * delta k' j * rsum M (fun m => k k' m * k_bar k' m * z m l))) _); [ same | ].
      apply (eq_eq _ (2 * gamma * rsum N (fun k' => delta k' j * rsum M (fun m => k k' m * k_bar k' m * z m l))) _).
      { rule_same (sum_factor N (2 * gamma) (fun n => delta n j * rsum M (fun m => k n m * k_bar n m * z m l)) (fun n => true)). }
      apply (eq_eq _ (2 * gamma * rsum N (fun n => delta n j * rsum M (fun m => k n m * k_bar n m * z m l))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum N (fun k' => delta k' j * rsum M (fun m => k k' m * k_bar k' m * z m l))) _); [ same | ].
      rule (sum_delta N (fun n => rsum M (fun m => k n m * k_bar n m * z m l)) j). }
    apply (eq_eq _ (rsum N (fun n => - (2 * gamma * delta n j * rsum M (fun m => k n m * k_bar n m) * x n l))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => - (2 * gamma * delta k' j * rsum M (fun m => k k' m * k_bar k' m) * x k' l))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 2 * gamma * delta k' j * rsum M (fun m => k k' m * k_bar k' m) * x k' l)) _).
    { rule (sum_neg N (fun n => 2 * gamma * delta n j * rsum M (fun m => k n m * k_bar n m) * x n l) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 2 * gamma * delta n j * rsum M (fun m => k n m * k_bar n m) * x n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 2 * gamma * delta k' j * rsum M (fun m => k k' m * k_bar k' m) * x k' l)) _); [ same | ].
    apply (eq_eq _ (2 * gamma * rsum N (fun k' => delta k' j * rsum M (fun m => k k' m * k_bar k' m) * x k' l)) _).
    { rule_same (sum_factor N (2 * gamma) (fun n => delta n j * rsum M (fun m => k n m * k_bar n m) * x n l) (fun n => true)). }
    apply (eq_eq _ (2 * gamma * rsum N (fun n => delta n j * rsum M (fun m => k n m * k_bar n m) * x n l)) _); [ same | ].
    apply (eq_eq _ (2 * gamma * (rsum M (fun m => k j m * k_bar j m) * x j l)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum N (fun k' => delta k' j * rsum M (fun m => k k' m * k_bar k' m) * x k' l)) _); [ same | ].
    rule_same (sum_delta N (fun n => rsum M (fun m => k n m * k_bar n m) * x n l) j). }
  apply (eq_eq _ (2 * rsum M (fun m => k j m * k_bar j m * z m l) * gamma - 2 * rsum M (fun m => k j m * k_bar j m) * gamma * x j l) _).
  { arith. }
  symmetry.
  rule (shared_17 j l).
Qed.

(* factor *)
Lemma vjp_k_x_3_ring :
  2 * gamma * rsum M (fun m => k_bar j m * k j m * z m l) - 2 * gamma * x j l * rsum M (fun m => k_bar j m * k j m)
  = 2 * gamma * rsum M (fun m => k_bar j m * k j m * (z m l - x j l)).
Proof.
  apply (eq_eq _ (2 * rsum M (fun m => k j m * k_bar j m * z m l) * gamma - 2 * rsum M (fun m => k j m * k_bar j m) * gamma * x j l) _).
  { rule (shared_17 j l). }
  symmetry.
  apply (eq_eq _ (2 * gamma * (- (x j l * rsum M (fun m => k j m * k_bar j m)) + rsum M (fun m => k j m * k_bar j m * z m l))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum M (fun m => - (k j m * k_bar j m * x j l) + k j m * k_bar j m * z m l)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (k j k' * k_bar j k' * x j l) + k j k' * k_bar j k' * z k' l)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => - (k j k' * k_bar j k' * x j l)) + rsum M (fun k' => k j k' * k_bar j k' * z k' l)) _).
    { rule (sum_add M (fun m => - (k j m * k_bar j m * x j l)) (fun m => k j m * k_bar j m * z m l) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => - (k j m * k_bar j m * x j l)) + rsum M (fun m => k j m * k_bar j m * z m l)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum M (fun m => - (x j l * k j m * k_bar j m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (x j l * k j k' * k_bar j k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => x j l * k j k' * k_bar j k')) _).
    { rule (sum_neg M (fun m => x j l * k j m * k_bar j m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => x j l * k j m * k_bar j m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => x j l * k j k' * k_bar j k')) _); [ same | ].
    apply (eq_eq _ (x j l * rsum M (fun k' => k j k' * k_bar j k')) _); [ | same ].
    rule_same (sum_factor M (x j l) (fun m => k j m * k_bar j m) (fun m => true)). }
  arith.
Qed.

Theorem vjp_k_x :
  is_pd (at2 x j l) (fun x' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma x' z n m)))
  (2 * gamma * rsum M (fun m => k_bar j m * k j m * (z m l - x j l))).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => k_bar n m * pd (at2 x j l) (fun x' => k_of D' gamma x' z n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_k_x_1_lemma (eq_eq _ _ _ vjp_k_x_2_sum_factor vjp_k_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_k_x_outright : option (
  is_pd (at2 x j l) (fun x' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma x' z n m)))
  (2 * gamma * rsum M (fun m => k_bar j m * k j m * (z m l - x j l)))).
Proof.
  attempt "vjp_k_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (k_bar n m)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2)))))))))))).
Defined.
End vjp_k_x.

(** * JVP of k for x *)

Section jvp_k_x.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂k_nm/∂x_kl *)
Lemma jvp_k_x_1_lemma :
  rsum N (fun k' => rsum D' (fun l => pd (at2 x k' l) (fun x' => k_of D' gamma x' z n m) * x_dot k' l))
  = rsum N (fun k' => rsum D' (fun l => 2 * gamma * k n m * delta n k' * (z m l - x n l) * x_dot k' l)).
Proof.
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 x k' l) (fun x' => k_of D' gamma x' z n m) * x_dot k' l))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m' => rsum D' (fun l => 2 * gamma * k n m * delta n m' * (z m l - x n l) * x_dot m' l))) _); [ | same ].
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => 2 * gamma * k n m * delta n k' * (z m l - x n l) * x_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((2 * gamma * k n m * delta n k' * (z m l - x n l)) * x_dot k' l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_16 n m k' l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_k_x_2_sum_factor :
  rsum N (fun k' => rsum D' (fun l => 2 * gamma * k n m * delta n k' * (z m l - x n l) * x_dot k' l))
  = 2 * gamma * k n m * rsum D' (fun l => x_dot n l * z m l) - 2 * gamma * k n m * rsum D' (fun l => x_dot n l * x n l).
Proof.
  apply (eq_eq _ (rsum N (fun m' => rsum D' (fun l => 2 * gamma * k n m * delta n m' * (z m l - x n l) * x_dot m' l))) _); [ same | ].
  apply (eq_eq _ (2 * gamma * k n m * rsum D' (fun l => x_dot n l * z m l) - 2 * gamma * k n m * rsum D' (fun l => x_dot n l * x n l)) _); [ | same ].
  apply (eq_eq _ (rsum N (fun m' => - (2 * delta n m' * rsum D' (fun l => x n l * x_dot m' l) * gamma * k n m) + 2 * delta n m' * rsum D' (fun l => x_dot m' l * z m l) * gamma * k n m)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => - (2 * delta n m' * gamma * k n m * x n l * x_dot m' l) + 2 * delta n m' * gamma * k n m * x_dot m' l * z m l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (2 * delta n m' * gamma * k n m * x n k' * x_dot m' k') + 2 * delta n m' * gamma * k n m * x_dot m' k' * z m k')) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => - (2 * delta n m' * gamma * k n m * x n k' * x_dot m' k')) + rsum D' (fun k' => 2 * delta n m' * gamma * k n m * x_dot m' k' * z m k')) _).
    { rule (sum_add D' (fun l => - (2 * delta n m' * gamma * k n m * x n l * x_dot m' l)) (fun l => 2 * delta n m' * gamma * k n m * x_dot m' l * z m l) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => - (2 * delta n m' * gamma * k n m * x n l * x_dot m' l)) + rsum D' (fun l => 2 * delta n m' * gamma * k n m * x_dot m' l * z m l)) _); [ same | ].
    apply (eq_eq _ (- (2 * delta n m' * gamma * k n m * rsum D' (fun l => x n l * x_dot m' l)) + 2 * delta n m' * gamma * k n m * rsum D' (fun l => x_dot m' l * z m l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun k' => - (2 * delta n m' * gamma * k n m * x n k' * x_dot m' k'))) _); [ same | ].
        apply (eq_eq _ (- rsum D' (fun k' => 2 * delta n m' * gamma * k n m * x n k' * x_dot m' k')) _).
        { rule (sum_neg D' (fun l => 2 * delta n m' * gamma * k n m * x n l * x_dot m' l) (fun l => true)). }
        apply (eq_eq _ (- rsum D' (fun l => 2 * delta n m' * gamma * k n m * x n l * x_dot m' l)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum D' (fun k' => 2 * delta n m' * gamma * k n m * x n k' * x_dot m' k')) _); [ same | ].
        apply (eq_eq _ (2 * delta n m' * gamma * k n m * rsum D' (fun k' => x n k' * x_dot m' k')) _); [ | same ].
        rule_same (sum_factor D' (2 * delta n m' * gamma * k n m) (fun l => x n l * x_dot m' l) (fun l => true)). }
      apply (eq_eq _ (rsum D' (fun k' => 2 * delta n m' * gamma * k n m * x_dot m' k' * z m k')) _); [ same | ].
      apply (eq_eq _ (2 * delta n m' * gamma * k n m * rsum D' (fun k' => x_dot m' k' * z m k')) _); [ | same ].
      rule_same (sum_factor D' (2 * delta n m' * gamma * k n m) (fun l => x_dot m' l * z m l) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k' => - (2 * delta n k' * rsum D' (fun l => x n l * x_dot k' l) * gamma * k n m) + 2 * delta n k' * rsum D' (fun l => x_dot k' l * z m l) * gamma * k n m)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (2 * delta n k' * rsum D' (fun l => x n l * x_dot k' l) * gamma * k n m)) + rsum N (fun k' => 2 * delta n k' * rsum D' (fun l => x_dot k' l * z m l) * gamma * k n m)) _).
  { rule (sum_add N (fun m' => - (2 * delta n m' * rsum D' (fun l => x n l * x_dot m' l) * gamma * k n m)) (fun m' => 2 * delta n m' * rsum D' (fun l => x_dot m' l * z m l) * gamma * k n m) (fun m' => true)). }
  apply (eq_eq _ (rsum N (fun m' => - (2 * delta n m' * rsum D' (fun l => x n l * x_dot m' l) * gamma * k n m)) + rsum N (fun m' => 2 * delta n m' * rsum D' (fun l => x_dot m' l * z m l) * gamma * k n m)) _); [ same | ].
  apply (eq_eq _ (- (2 * gamma * k n m * rsum D' (fun l => x n l * x_dot n l)) + 2 * gamma * k n m * rsum D' (fun l => x_dot n l * z m l)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun m' => - (2 * gamma * k n m * delta n m' * rsum D' (fun l => x n l * x_dot m' l)))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => - (2 * gamma * k n m * delta n k' * rsum D' (fun l => x n l * x_dot k' l)))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k' => 2 * gamma * k n m * delta n k' * rsum D' (fun l => x n l * x_dot k' l))) _).
      { rule (sum_neg N (fun m' => 2 * gamma * k n m * delta n m' * rsum D' (fun l => x n l * x_dot m' l)) (fun m' => true)). }
      apply (eq_eq _ (- rsum N (fun m' => 2 * gamma * k n m * delta n m' * rsum D' (fun l => x n l * x_dot m' l))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k' => 2 * gamma * k n m * delta n k' * rsum D' (fun l => x n l * x_dot k' l))) _); [ same | ].
      apply (eq_eq _ (2 * gamma * k n m * rsum N (fun k' => delta n k' * rsum D' (fun l => x n l * x_dot k' l))) _).
      { rule_same (sum_factor N (2 * gamma * k n m) (fun m' => delta n m' * rsum D' (fun l => x n l * x_dot m' l)) (fun m' => true)). }
      apply (eq_eq _ (2 * gamma * k n m * rsum N (fun m' => delta n m' * rsum D' (fun l => x n l * x_dot m' l))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply (eq_eq _ (rsum N (fun m' => delta m' n * rsum D' (fun l => x n l * x_dot m' l))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => x n l * x_dot k' l))) _); [ same | ].
      rule (sum_delta N (fun m' => rsum D' (fun l => x n l * x_dot m' l)) n). }
    apply (eq_eq _ (rsum N (fun m' => 2 * gamma * k n m * delta n m' * rsum D' (fun l => x_dot m' l * z m l))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => 2 * gamma * k n m * delta n k' * rsum D' (fun l => x_dot k' l * z m l))) _); [ same | ].
    apply (eq_eq _ (2 * gamma * k n m * rsum N (fun k' => delta n k' * rsum D' (fun l => x_dot k' l * z m l))) _).
    { rule_same (sum_factor N (2 * gamma * k n m) (fun m' => delta n m' * rsum D' (fun l => x_dot m' l * z m l)) (fun m' => true)). }
    apply (eq_eq _ (2 * gamma * k n m * rsum N (fun m' => delta n m' * rsum D' (fun l => x_dot m' l * z m l))) _); [ same | ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum N (fun m' => delta m' n * rsum D' (fun l => x_dot m' l * z m l))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => x_dot k' l * z m l))) _); [ same | ].
    rule (sum_delta N (fun m' => rsum D' (fun l => x_dot m' l * z m l)) n). }
  apply (eq_eq _ (- (2 * rsum D' (fun l => x n l * x_dot n l) * gamma * k n m) + 2 * rsum D' (fun l => x_dot n l * z m l) * gamma * k n m) _).
  { arith. }
  symmetry.
  rule (shared_18 n m).
Qed.

(* factor *)
Lemma jvp_k_x_3_ring :
  2 * gamma * k n m * rsum D' (fun l => x_dot n l * z m l) - 2 * gamma * k n m * rsum D' (fun l => x_dot n l * x n l)
  = 2 * gamma * k n m * rsum D' (fun l => x_dot n l * (z m l - x n l)).
Proof.
  apply (eq_eq _ (- (2 * rsum D' (fun l => x n l * x_dot n l) * gamma * k n m) + 2 * rsum D' (fun l => x_dot n l * z m l) * gamma * k n m) _).
  { rule (shared_18 n m). }
  symmetry.
  apply (eq_eq _ (2 * gamma * k n m * ((-1) * rsum D' (fun l => x n l * x_dot n l) + rsum D' (fun l => x_dot n l * z m l))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum D' (fun l => - (x n l * x_dot n l) + x_dot n l * z m l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (x n k' * x_dot n k') + x_dot n k' * z m k')) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => - (x n k' * x_dot n k')) + rsum D' (fun k' => x_dot n k' * z m k')) _).
    { rule (sum_add D' (fun l => - (x n l * x_dot n l)) (fun l => x_dot n l * z m l) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => - (x n l * x_dot n l)) + rsum D' (fun l => x_dot n l * z m l)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum D' (fun l => (-1) * x n l * x_dot n l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => (-1) * x n k' * x_dot n k')) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum D' (fun k' => x n k' * x_dot n k')) _); [ | same ].
    rule_same (sum_factor D' (-1) (fun l => x n l * x_dot n l) (fun l => true)). }
  arith.
Qed.

Theorem jvp_k_x :
  is_pd (at0 0) (fun t => k_of D' gamma (line2 x x_dot t) z n m)
  (2 * gamma * k n m * rsum D' (fun l => x_dot n l * (z m l - x n l))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 x k' l) (fun x' => k_of D' gamma x' z n m) * x_dot k' l))) _).
  { apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 x k' l) (fun x' => k_of D' gamma x' z n m) * x_dot k' l))) _).
    { refine (eq_trans (chain2_at (at0 0) N D' x (fun x' => k_of D' gamma x' z n m) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_k_x_1_lemma (eq_eq _ _ _ jvp_k_x_2_sum_factor jvp_k_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_k_x_outright : option (
  is_pd (at0 0) (fun t => k_of D' gamma (line2 x x_dot t) z n m)
  (2 * gamma * k n m * rsum D' (fun l => x_dot n l * (z m l - x n l)))).
Proof.
  attempt "jvp_k_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))))))).
Defined.
End jvp_k_x.

(** * Derivative of k by z *)

Section derivative_k_z.
Variables (j l m n : nat).
Hypothesis j_in : (j < M)%nat.
Hypothesis l_in : (l < D')%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of k_nm *)
Lemma derivative_k_z_1_unfold :
  pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)
  = pd (at2 z j l) (fun z' => exp (- (gamma * rsum D' (fun k' => (x n k' - z' m k') ^ 2)))).
Proof.
  apply (eq_eq _ (pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)) _); [ same | ].
  apply (eq_eq _ (pd (at2 z j l) (fun z' => exp (- (gamma * rsum D' (fun m' => (x n m' - z' m m') ^ 2))))) _); [ | same ].
  apply (eq_eq _ (pd (at2 z j l) (fun z' => exp (- (gamma * rsum D' (fun k' => (x n k' - z' m k') ^ 2))))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_k_z_2_diff_exp :
  pd (at2 z j l) (fun z' => exp (- (gamma * rsum D' (fun k' => (x n k' - z' m k') ^ 2))))
  = exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * pd (at2 z j l) (fun z' => - (gamma * rsum D' (fun k' => (x n k' - z' m k') ^ 2))).
Proof.
  apply (eq_eq _ (pd (at2 z j l) (fun z' => exp (- (gamma * rsum D' (fun m' => (x n m' - z' m m') ^ 2))))) _); [ same | ].
  apply (eq_eq _ (exp (- (gamma * rsum D' (fun m' => (x n m' - z m m') ^ 2))) * pd (at2 z j l) (fun z' => - (gamma * rsum D' (fun m' => (x n m' - z' m m') ^ 2)))) _); [ | same ].
  rule (diff_exp (at2 z j l) (fun z' => - (gamma * rsum D' (fun m' => (x n m' - z' m m') ^ 2)))).
Qed.

(* a constant factor stays in front; differentiate under the sum; power rule; ∂z_mm/∂z_jl = δ_mj·δ_ml *)
Lemma derivative_k_z_3_diff_scale :
  exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * pd (at2 z j l) (fun z' => - (gamma * rsum D' (fun k' => (x n k' - z' m k') ^ 2)))
  = - (exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * rsum D' (fun p => - (2 * (x n p - z m p) * delta m j * delta p l))).
Proof.
  rule (shared_19 n m j l).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_k_z_4_sum_delta :
  - (exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * rsum D' (fun p => - (2 * (x n p - z m p) * delta m j * delta p l)))
  = exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * 2 * (x n l - z m l) * delta m j.
Proof.
  rule (shared_20 n m j l).
Qed.

(* definition of k_nm *)
Lemma derivative_k_z_5_unfold :
  exp (- (gamma * rsum D' (fun k' => (x n k' - z m k') ^ 2))) * gamma * 2 * (x n l - z m l) * delta m j
  = 2 * gamma * x n l * k n m * delta m j - 2 * gamma * k n m * z m l * delta m j.
Proof.
  rule (shared_21 n m l j).
Qed.

(* factor out 2 *)
Lemma derivative_k_z_6_ring :
  2 * gamma * x n l * k n m * delta m j - 2 * gamma * k n m * z m l * delta m j
  = 2 * gamma * k n m * (x n l - z m l) * delta m j.
Proof.
  rule (shared_22 n l m j).
Qed.

Theorem derivative_k_z :
  is_pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)
  (2 * gamma * k n m * (x n l - z m l) * delta m j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_k_z_1_unfold (eq_eq _ _ _ derivative_k_z_2_diff_exp (eq_eq _ _ _ derivative_k_z_3_diff_scale (eq_eq _ _ _ derivative_k_z_4_sum_delta (eq_eq _ _ _ derivative_k_z_5_unfold derivative_k_z_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_k_z_outright : option (
  is_pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)
  (2 * gamma * k n m * (x n l - z m l) * delta m j)).
Proof.
  attempt "derivative_k_z" by Formula.outright (Formula.by_matrix (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2))))))).
Defined.
End derivative_k_z.

(** * VJP of k for z *)

Section vjp_k_z.
Variables (j l : nat).
Hypothesis j_in : (j < M)%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂k_nm/∂z_jl *)
Lemma vjp_k_z_1_lemma :
  rsum N (fun n => rsum M (fun m => k_bar n m * pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)))
  = rsum N (fun n => rsum M (fun m => k_bar n m * 2 * gamma * k n m * (x n l - z m l) * delta m j)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (k_bar n m * (2 * gamma * k n m * (x n l - z m l) * delta m j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_23 n m j l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_k_z_2_sum_delta :
  rsum N (fun n => rsum M (fun m => k_bar n m * 2 * gamma * k n m * (x n l - z m l) * delta m j))
  = rsum N (fun n => 2 * k_bar n j * gamma * k n j * (x n l - z j l)).
Proof.
  apply (eq_eq _ (rsum N (fun n => k_bar n j * 2 * gamma * k n j * (x n l - z j l))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta m j * k_bar n m * 2 * gamma * k n m * (x n l - z m l))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => delta k' j * k_bar n k' * 2 * gamma * k n k' * (x n l - z k' l))) _); [ same | ].
    rule_same (sum_delta M (fun m => k_bar n m * 2 * gamma * k n m * (x n l - z m l)) j). }
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_k_z_3_sum_factor :
  rsum N (fun n => 2 * k_bar n j * gamma * k n j * (x n l - z j l))
  = 2 * gamma * rsum N (fun n => k_bar n j * k n j * (x n l - z j l)).
Proof.
  apply (eq_eq _ (rsum N (fun n => 2 * gamma * k n j * k_bar n j * x n l - 2 * gamma * k n j * k_bar n j * z j l)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k' => 2 * gamma * k k' j * k_bar k' j * x k' l - 2 * gamma * k k' j * k_bar k' j * z j l)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => 2 * gamma * k k' j * k_bar k' j * x k' l) + rsum N (fun k' => - (2 * gamma * k k' j * k_bar k' j * z j l))) _).
  { rule (sum_add N (fun n => 2 * gamma * k n j * k_bar n j * x n l) (fun n => - (2 * gamma * k n j * k_bar n j * z j l)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => 2 * gamma * k n j * k_bar n j * x n l) + rsum N (fun n => - (2 * gamma * k n j * k_bar n j * z j l))) _); [ same | ].
  apply (eq_eq _ (2 * gamma * rsum N (fun n => k n j * k_bar n j * x n l) - 2 * gamma * z j l * rsum N (fun n => k n j * k_bar n j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k' => 2 * gamma * k k' j * k_bar k' j * x k' l)) _); [ same | ].
      apply (eq_eq _ (2 * gamma * rsum N (fun k' => k k' j * k_bar k' j * x k' l)) _); [ | same ].
      rule_same (sum_factor N (2 * gamma) (fun n => k n j * k_bar n j * x n l) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (2 * gamma * z j l * k n j * k_bar n j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => - (2 * gamma * z j l * k k' j * k_bar k' j))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 2 * gamma * z j l * k k' j * k_bar k' j)) _).
    { rule (sum_neg N (fun n => 2 * gamma * z j l * k n j * k_bar n j) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 2 * gamma * z j l * k n j * k_bar n j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 2 * gamma * z j l * k k' j * k_bar k' j)) _); [ same | ].
    apply (eq_eq _ (2 * gamma * z j l * rsum N (fun k' => k k' j * k_bar k' j)) _); [ | same ].
    rule_same (sum_factor N (2 * gamma * z j l) (fun n => k n j * k_bar n j) (fun n => true)). }
  apply (eq_eq _ (2 * rsum N (fun n => k n j * k_bar n j * x n l) * gamma - 2 * rsum N (fun n => k n j * k_bar n j) * gamma * z j l) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (2 * gamma * (rsum N (fun n => k n j * k_bar n j * x n l) - z j l * rsum N (fun n => k n j * k_bar n j))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum N (fun n => k n j * k_bar n j * x n l - k n j * k_bar n j * z j l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => k k' j * k_bar k' j * x k' l - k k' j * k_bar k' j * z j l)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k' => k k' j * k_bar k' j * x k' l) + rsum N (fun k' => - (k k' j * k_bar k' j * z j l))) _).
    { rule (sum_add N (fun n => k n j * k_bar n j * x n l) (fun n => - (k n j * k_bar n j * z j l)) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => k n j * k_bar n j * x n l) + rsum N (fun n => - (k n j * k_bar n j * z j l))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum N (fun n => - (z j l * k n j * k_bar n j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => - (z j l * k k' j * k_bar k' j))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => z j l * k k' j * k_bar k' j)) _).
    { rule (sum_neg N (fun n => z j l * k n j * k_bar n j) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => z j l * k n j * k_bar n j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => z j l * k k' j * k_bar k' j)) _); [ same | ].
    apply (eq_eq _ (z j l * rsum N (fun k' => k k' j * k_bar k' j)) _); [ | same ].
    rule_same (sum_factor N (z j l) (fun n => k n j * k_bar n j) (fun n => true)). }
  arith.
Qed.

Theorem vjp_k_z :
  is_pd (at2 z j l) (fun z' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma x z' n m)))
  (2 * gamma * rsum N (fun n => k_bar n j * k n j * (x n l - z j l))).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => k_bar n m * pd (at2 z j l) (fun z' => k_of D' gamma x z' n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_k_z_1_lemma (eq_eq _ _ _ vjp_k_z_2_sum_delta vjp_k_z_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_k_z_outright : option (
  is_pd (at2 z j l) (fun z' => rsum N (fun n => rsum M (fun m => k_bar n m * k_of D' gamma x z' n m)))
  (2 * gamma * rsum N (fun n => k_bar n j * k n j * (x n l - z j l)))).
Proof.
  attempt "vjp_k_z" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (k_bar n m)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2)))))))))))).
Defined.
End vjp_k_z.

(** * JVP of k for z *)

Section jvp_k_z.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂k_nm/∂z_kl *)
Lemma jvp_k_z_1_lemma :
  rsum M (fun k' => rsum D' (fun l => pd (at2 z k' l) (fun z' => k_of D' gamma x z' n m) * z_dot k' l))
  = rsum M (fun k' => rsum D' (fun l => 2 * gamma * k n m * (x n l - z m l) * delta m k' * z_dot k' l)).
Proof.
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => pd (at2 z k' l) (fun z' => k_of D' gamma x z' n m) * z_dot k' l))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m' => rsum D' (fun l => 2 * gamma * k n m * (x n l - z m l) * delta m m' * z_dot m' l))) _); [ | same ].
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => 2 * gamma * k n m * (x n l - z m l) * delta m k' * z_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((2 * gamma * k n m * (x n l - z m l) * delta m k') * z_dot k' l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_23 n m k' l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_k_z_2_sum_factor :
  rsum M (fun k' => rsum D' (fun l => 2 * gamma * k n m * (x n l - z m l) * delta m k' * z_dot k' l))
  = 2 * gamma * k n m * rsum D' (fun l => x n l * z_dot m l) - 2 * gamma * k n m * rsum D' (fun l => z_dot m l * z m l).
Proof.
  apply (eq_eq _ (rsum M (fun m' => rsum D' (fun l => 2 * gamma * k n m * (x n l - z m l) * delta m m' * z_dot m' l))) _); [ same | ].
  apply (eq_eq _ (2 * gamma * k n m * rsum D' (fun l => x n l * z_dot m l) - 2 * gamma * k n m * rsum D' (fun l => z_dot m l * z m l)) _); [ | same ].
  apply (eq_eq _ (rsum M (fun m' => 2 * delta m m' * rsum D' (fun l => x n l * z_dot m' l) * gamma * k n m - 2 * delta m m' * rsum D' (fun l => z m l * z_dot m' l) * gamma * k n m)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => 2 * delta m m' * gamma * k n m * x n l * z_dot m' l - 2 * delta m m' * gamma * k n m * z m l * z_dot m' l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => 2 * delta m m' * gamma * k n m * x n k' * z_dot m' k' - 2 * delta m m' * gamma * k n m * z m k' * z_dot m' k')) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => 2 * delta m m' * gamma * k n m * x n k' * z_dot m' k') + rsum D' (fun k' => - (2 * delta m m' * gamma * k n m * z m k' * z_dot m' k'))) _).
    { rule (sum_add D' (fun l => 2 * delta m m' * gamma * k n m * x n l * z_dot m' l) (fun l => - (2 * delta m m' * gamma * k n m * z m l * z_dot m' l)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => 2 * delta m m' * gamma * k n m * x n l * z_dot m' l) + rsum D' (fun l => - (2 * delta m m' * gamma * k n m * z m l * z_dot m' l))) _); [ same | ].
    apply (eq_eq _ (2 * delta m m' * gamma * k n m * rsum D' (fun l => x n l * z_dot m' l) - 2 * delta m m' * gamma * k n m * rsum D' (fun l => z m l * z_dot m' l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun k' => 2 * delta m m' * gamma * k n m * x n k' * z_dot m' k')) _); [ same | ].
        apply (eq_eq _ (2 * delta m m' * gamma * k n m * rsum D' (fun k' => x n k' * z_dot m' k')) _); [ | same ].
        rule_same (sum_factor D' (2 * delta m m' * gamma * k n m) (fun l => x n l * z_dot m' l) (fun l => true)). }
      apply (eq_eq _ (rsum D' (fun k' => - (2 * delta m m' * gamma * k n m * z m k' * z_dot m' k'))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k' => 2 * delta m m' * gamma * k n m * z m k' * z_dot m' k')) _).
      { rule (sum_neg D' (fun l => 2 * delta m m' * gamma * k n m * z m l * z_dot m' l) (fun l => true)). }
      apply (eq_eq _ (- rsum D' (fun l => 2 * delta m m' * gamma * k n m * z m l * z_dot m' l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k' => 2 * delta m m' * gamma * k n m * z m k' * z_dot m' k')) _); [ same | ].
      apply (eq_eq _ (2 * delta m m' * gamma * k n m * rsum D' (fun k' => z m k' * z_dot m' k')) _); [ | same ].
      rule_same (sum_factor D' (2 * delta m m' * gamma * k n m) (fun l => z m l * z_dot m' l) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum M (fun k' => 2 * delta m k' * rsum D' (fun l => x n l * z_dot k' l) * gamma * k n m - 2 * delta m k' * rsum D' (fun l => z m l * z_dot k' l) * gamma * k n m)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => 2 * delta m k' * rsum D' (fun l => x n l * z_dot k' l) * gamma * k n m) + rsum M (fun k' => - (2 * delta m k' * rsum D' (fun l => z m l * z_dot k' l) * gamma * k n m))) _).
  { rule (sum_add M (fun m' => 2 * delta m m' * rsum D' (fun l => x n l * z_dot m' l) * gamma * k n m) (fun m' => - (2 * delta m m' * rsum D' (fun l => z m l * z_dot m' l) * gamma * k n m)) (fun m' => true)). }
  apply (eq_eq _ (rsum M (fun m' => 2 * delta m m' * rsum D' (fun l => x n l * z_dot m' l) * gamma * k n m) + rsum M (fun m' => - (2 * delta m m' * rsum D' (fun l => z m l * z_dot m' l) * gamma * k n m))) _); [ same | ].
  apply (eq_eq _ (2 * gamma * k n m * rsum D' (fun l => x n l * z_dot m l) - 2 * gamma * k n m * rsum D' (fun l => z m l * z_dot m l)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun m' => 2 * gamma * k n m * delta m m' * rsum D' (fun l => x n l * z_dot m' l))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => 2 * gamma * k n m * delta m k' * rsum D' (fun l => x n l * z_dot k' l))) _); [ same | ].
      apply (eq_eq _ (2 * gamma * k n m * rsum M (fun k' => delta m k' * rsum D' (fun l => x n l * z_dot k' l))) _).
      { rule_same (sum_factor M (2 * gamma * k n m) (fun m' => delta m m' * rsum D' (fun l => x n l * z_dot m' l)) (fun m' => true)). }
      apply (eq_eq _ (2 * gamma * k n m * rsum M (fun m' => delta m m' * rsum D' (fun l => x n l * z_dot m' l))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply (eq_eq _ (rsum M (fun m' => delta m' m * rsum D' (fun l => x n l * z_dot m' l))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum M (fun k' => delta k' m * rsum D' (fun l => x n l * z_dot k' l))) _); [ same | ].
      rule (sum_delta M (fun m' => rsum D' (fun l => x n l * z_dot m' l)) m). }
    apply (eq_eq _ (rsum M (fun m' => - (2 * gamma * k n m * delta m m' * rsum D' (fun l => z m l * z_dot m' l)))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (2 * gamma * k n m * delta m k' * rsum D' (fun l => z m l * z_dot k' l)))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => 2 * gamma * k n m * delta m k' * rsum D' (fun l => z m l * z_dot k' l))) _).
    { rule (sum_neg M (fun m' => 2 * gamma * k n m * delta m m' * rsum D' (fun l => z m l * z_dot m' l)) (fun m' => true)). }
    apply (eq_eq _ (- rsum M (fun m' => 2 * gamma * k n m * delta m m' * rsum D' (fun l => z m l * z_dot m' l))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => 2 * gamma * k n m * delta m k' * rsum D' (fun l => z m l * z_dot k' l))) _); [ same | ].
    apply (eq_eq _ (2 * gamma * k n m * rsum M (fun k' => delta m k' * rsum D' (fun l => z m l * z_dot k' l))) _).
    { rule_same (sum_factor M (2 * gamma * k n m) (fun m' => delta m m' * rsum D' (fun l => z m l * z_dot m' l)) (fun m' => true)). }
    apply (eq_eq _ (2 * gamma * k n m * rsum M (fun m' => delta m m' * rsum D' (fun l => z m l * z_dot m' l))) _); [ same | ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum M (fun m' => delta m' m * rsum D' (fun l => z m l * z_dot m' l))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum M (fun k' => delta k' m * rsum D' (fun l => z m l * z_dot k' l))) _); [ same | ].
    rule (sum_delta M (fun m' => rsum D' (fun l => z m l * z_dot m' l)) m). }
  apply (eq_eq _ (2 * rsum D' (fun l => x n l * z_dot m l) * gamma * k n m - 2 * rsum D' (fun l => z m l * z_dot m l) * gamma * k n m) _).
  { arith. }
  symmetry.
  rule (shared_24 n m).
Qed.

(* factor *)
Lemma jvp_k_z_3_ring :
  2 * gamma * k n m * rsum D' (fun l => x n l * z_dot m l) - 2 * gamma * k n m * rsum D' (fun l => z_dot m l * z m l)
  = 2 * gamma * k n m * rsum D' (fun l => (x n l - z m l) * z_dot m l).
Proof.
  apply (eq_eq _ (2 * rsum D' (fun l => x n l * z_dot m l) * gamma * k n m - 2 * rsum D' (fun l => z m l * z_dot m l) * gamma * k n m) _).
  { rule (shared_24 n m). }
  symmetry.
  apply (eq_eq _ (2 * gamma * k n m * (rsum D' (fun l => x n l * z_dot m l) + (-1) * rsum D' (fun l => z m l * z_dot m l))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum D' (fun l => x n l * z_dot m l - z m l * z_dot m l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => x n k' * z_dot m k' - z m k' * z_dot m k')) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => x n k' * z_dot m k') + rsum D' (fun k' => - (z m k' * z_dot m k'))) _).
    { rule (sum_add D' (fun l => x n l * z_dot m l) (fun l => - (z m l * z_dot m l)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => x n l * z_dot m l) + rsum D' (fun l => - (z m l * z_dot m l))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => (-1) * z m l * z_dot m l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => (-1) * z m k' * z_dot m k')) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum D' (fun k' => z m k' * z_dot m k')) _); [ | same ].
    rule_same (sum_factor D' (-1) (fun l => z m l * z_dot m l) (fun l => true)). }
  arith.
Qed.

Theorem jvp_k_z :
  is_pd (at0 0) (fun t => k_of D' gamma x (line2 z z_dot t) n m)
  (2 * gamma * k n m * rsum D' (fun l => (x n l - z m l) * z_dot m l)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => pd (at2 z k' l) (fun z' => k_of D' gamma x z' n m) * z_dot k' l))) _).
  { apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => pd (at2 z k' l) (fun z' => k_of D' gamma x z' n m) * z_dot k' l))) _).
    { refine (eq_trans (chain2_at (at0 0) M D' z (fun z' => k_of D' gamma x z' n m) (fun t => (line2 z z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_k_z_1_lemma (eq_eq _ _ _ jvp_k_z_2_sum_factor jvp_k_z_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_k_z_outright : option (
  is_pd (at0 0) (fun t => k_of D' gamma x (line2 z z_dot t) n m)
  (2 * gamma * k n m * rsum D' (fun l => (x n l - z m l) * z_dot m l))).
Proof.
  attempt "jvp_k_z" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 z) (Formula.flat2 z_dot) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (gamma)) (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2))))))).
Defined.
End jvp_k_z.
End rbf_kernel_theory.
