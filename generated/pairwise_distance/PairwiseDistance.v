(* made by derive, do not edit *)
(* Pairwise distances

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition r_of (D' : nat) (x : nat -> nat -> R) (z : nat -> nat -> R) (epsilon : R) (n m : nat) : R :=
  sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon).
#[local] Hint Unfold r_of : definitions.

Section pairwise_distance_theory.
Variables (D' M N : nat).
Variables (epsilon epsilon_dot : R).
Variables (z x r_bar z_dot x_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation r := (r_of D' x z epsilon).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  (l < D')%nat ->
  (0 < epsilon) ->
  pd (at2 x k l) (fun x' => sqrt (rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon)) = pd (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)).
Proof.
  intros i j k l ? ? ? ? ?.
  assert (0 < rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon).
  { sgn. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) * pd (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon)) _).
  { rule (diff_sqrt (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon)). }
  fractions.
Qed.

Lemma shared_2 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  (l < D')%nat ->
  pd (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = rsum D' (fun m => 2 * (x i m - z j m) * delta i k * delta m l) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)).
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ ((rsum D' (fun m => 2 * (x i m - z j m) ^ 1 * (delta i k * delta m l + 0)) + 0) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2)) + pd (at2 x k l) (fun x' => epsilon)) _).
    { rule (diff_add (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2)) (fun x' => epsilon)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum D' (fun k' => (x' i k' - z j k') ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m => pd (at2 x k l) (fun x' => (x' i m - z j m) ^ 2))) _).
      { rule_same (diff_sum (at2 x k l) D' (fun k' x' => (x' i k' - z j k') ^ 2) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (2 * (x i m - z j m) ^ 1 * pd (at2 x k l) (fun x' => x' i m - z j m)) _).
      { assert (pd (at2 x k l) (fun x' => 2) = 0).
        { apply constant. }
        assert (2 = 1 + 1).
        { arith. }
        rule (diff_pow_int (at2 x k l) (fun x' => x' i m - z j m) 2%nat 1%nat 2). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (pd (at2 x k l) (fun x' => x' i m) + pd (at2 x k l) (fun x' => - z j m)) _).
      { rule (diff_add (at2 x k l) (fun x' => x' i m) (fun x' => - z j m)). }
      refine (f_equal2 Rplus _ _).
      { apply variable2. }
      apply constant. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum D' (fun m => 2 * (x i m - z j m) * delta i k * delta m l) + 0) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) * (delta i k * delta m l)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
    { arith. }
    arith. }
  arith.
Qed.

Lemma shared_3 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  (l < D')%nat ->
  rsum D' (fun m => 2 * (x i m - z j m) * delta i k * delta m l) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = 2 * (x i l - z j l) * delta i k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)).
Proof.
  intros i j k l ? ? ? ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum D' (fun m => delta m l * 2 * (x i m - z j m) * delta i k)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun m => 2 * (x i m - z j m) * delta i k) l).
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon) = sqrt (- (2 * rsum D' (fun k => x i k * z j k)) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2) + epsilon).
Proof.
  intros i j ? ?.
  refine (f_equal sqrt _).
  apply (eq_eq _ ((-2) * rsum D' (fun k => x i k * z j k) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2) + epsilon) _).
  { apply (eq_eq _ (((-2) * rsum D' (fun k => x i k * z j k) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2)) + epsilon) _); [ | same ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => - (2 * x i k * z j k) + x i k ^ 2 + z j k ^ 2)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k => - (2 * x i k * z j k)) + rsum D' (fun k => x i k ^ 2 + z j k ^ 2)) _).
    { rule_same (sum_add D' (fun k => - (2 * x i k * z j k)) (fun k => x i k ^ 2 + z j k ^ 2) (fun k => true)). }
    apply (eq_eq _ ((-2) * rsum D' (fun k => x i k * z j k) + (rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun k => (-2) * x i k * z j k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule_same (sum_factor D' (-2) (fun k => x i k * z j k) (fun k => true)). }
    rule (sum_add D' (fun k => x i k ^ 2) (fun k => z j k ^ 2) (fun k => true)). }
  arith.
Qed.

Lemma shared_5 :
  forall i l j k : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  2 * (x i l - z j l) * delta i k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = delta i k * x i l / sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon) - delta i k * z j l / sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon).
Proof.
  intros i l j k ? ? ? ?.
  apply (eq_eq _ (2 * (x i l - z j l) * delta i k / (2 * sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    rule_same (shared_4 i j). }
  fractions.
Qed.

Lemma shared_6 :
  forall n k j m : nat,
  (n < N)%nat ->
  (k < N)%nat ->
  (j < D')%nat ->
  (m < M)%nat ->
  (n <> k) ->
  delta n k * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) = 0.
Proof.
  intros n k j m ? ? ? ? ?.
  apply (eq_eq _ (0 * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - 0 * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl))).
    { rule (delta_apart n k). }
    rule (delta_apart n k). }
  fractions.
Qed.

Lemma shared_7 :
  forall n k j m : nat,
  (n < N)%nat ->
  (k < N)%nat ->
  (j < D')%nat ->
  (m < M)%nat ->
  (n <> k) ->
  delta n k * x k j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) = 0.
Proof.
  intros n k j m ? ? ? ? ?.
  apply (eq_eq _ (0 * x k j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - 0 * z m j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl))).
    { rule (delta_apart n k). }
    rule (delta_apart n k). }
  fractions.
Qed.

Lemma shared_8 :
  forall i l j k : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  2 * (x i l - z j l) * delta i k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = x i l * delta i k / r i j - delta i k * z j l / r i j.
Proof.
  intros i l j k ? ? ? ?.
  apply (eq_eq _ (delta i k * x i l / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon) - delta i k * z j l / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon)) _).
  { rule_same (shared_5 i l j k). }
  symmetry.
  apply (eq_eq _ (x i l * delta i k / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon) - delta i k * z j l / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
    { apply (eq_eq _ (sqrt (rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon)) _).
      { reflexivity. }
      rule (shared_4 i j). }
    apply (eq_eq _ (sqrt (rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon)) _).
    { reflexivity. }
    rule (shared_4 i j). }
  fractions.
Qed.

Lemma shared_9 :
  forall i l k j : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (k < N)%nat ->
  (j < M)%nat ->
  x i l * delta i k / r i j - delta i k * z j l / r i j = delta i k * (x i l - z j l) / r i j.
Proof.
  intros i l k j ? ? ? ?.
  apply (eq_eq _ (delta i k * x i l / r i j - delta i k * z j l / r i j) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_10 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < N)%nat ->
  (l < D')%nat ->
  (0 < epsilon) ->
  pd (at2 x k l) (fun x' => r_of D' x' z epsilon i j) = delta i k * (x i l - z j l) / r i j.
Proof.
  intros i j k l ? ? ? ? ?.
  apply (eq_eq _ (pd (at2 x k l) (fun x' => sqrt (rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon))) _).
  { assert (0 < rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon).
    { sgn. }
    apply (eq_eq _ (pd (at2 x k l) (fun x' => sqrt (rsum D' (fun k' => (x' i k' - z j k') ^ 2) + epsilon))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum D' (fun m => (x' i m - z j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { rule (shared_1 i j k l). }
  apply (eq_eq _ (rsum D' (fun m => 2 * (x i m - z j m) * delta i k * delta m l) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { rule (shared_2 i j k l). }
  apply (eq_eq _ (2 * (x i l - z j l) * delta i k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { rule (shared_3 i j k l). }
  apply (eq_eq _ (x i l * delta i k / r i j - delta i k * z j l / r i j) _).
  { rule (shared_8 i l j k). }
  rule (shared_9 i l k j).
Qed.

Lemma shared_11 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  rsum D' (fun k => x_dot i k * x i k) / r i j - rsum D' (fun k => x_dot i k * z j k) / r i j = rsum D' (fun k => x i k * x_dot i k) / r i j - rsum D' (fun k => x_dot i k * z j k) / r i j.
Proof.
  intros i j ? ?.
  refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_12 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < M)%nat ->
  (l < D')%nat ->
  (0 < epsilon) ->
  pd (at2 z k l) (fun z' => sqrt (rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon)) = pd (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)).
Proof.
  intros i j k l ? ? ? ? ?.
  assert (0 < rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon).
  { sgn. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) * pd (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon)) _).
  { rule (diff_sqrt (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon)). }
  fractions.
Qed.

Lemma shared_13 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < M)%nat ->
  (l < D')%nat ->
  pd (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = rsum D' (fun m => - (2 * (x i m - z j m) * delta j k * delta m l)) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)).
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ ((rsum D' (fun m => 2 * (x i m - z j m) ^ 1 * (0 - delta j k * delta m l)) + 0) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2)) + pd (at2 z k l) (fun z' => epsilon)) _).
    { rule (diff_add (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2)) (fun z' => epsilon)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 z k l) (fun z' => rsum D' (fun k' => (x i k' - z' j k') ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m => pd (at2 z k l) (fun z' => (x i m - z' j m) ^ 2))) _).
      { rule_same (diff_sum (at2 z k l) D' (fun k' z' => (x i k' - z' j k') ^ 2) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (2 * (x i m - z j m) ^ 1 * pd (at2 z k l) (fun z' => x i m - z' j m)) _).
      { assert (pd (at2 z k l) (fun z' => 2) = 0).
        { apply constant. }
        assert (2 = 1 + 1).
        { arith. }
        rule (diff_pow_int (at2 z k l) (fun z' => x i m - z' j m) 2%nat 1%nat 2). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (pd (at2 z k l) (fun z' => x i m) + pd (at2 z k l) (fun z' => - z' j m)) _).
      { rule (diff_add (at2 z k l) (fun z' => x i m) (fun z' => - z' j m)). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at2 z k l) (fun z' => z' j m)) _).
      { rule (diff_neg (at2 z k l) (fun z' => z' j m)). }
      refine (f_equal Ropp _).
      apply variable2. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum D' (fun m => - (2 * (x i m - z j m) * delta j k * delta m l)) + 0) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (2 * (x i m - z j m) * (- (delta j k * delta m l))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { arith. }
      arith. }
    arith. }
  arith.
Qed.

Lemma shared_14 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < M)%nat ->
  (l < D')%nat ->
  rsum D' (fun m => - (2 * (x i m - z j m) * delta j k * delta m l)) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)) = - (2 * (x i l - z j l) * delta j k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))).
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ ((- (2 * (x i l - z j l) * delta j k)) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _); [ | same ].
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum D' (fun m => delta m l * (- (2 * (x i m - z j m) * delta j k)))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun m => - (2 * (x i m - z j m) * delta j k)) l).
Qed.

Lemma shared_15 :
  forall i l j k : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (j < M)%nat ->
  (k < M)%nat ->
  - (2 * (x i l - z j l) * delta j k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) = z j l * delta j k / r i j - x i l * delta j k / r i j.
Proof.
  intros i l j k ? ? ? ?.
  apply (eq_eq _ (- (2 * (x i l - z j l) * delta j k / (2 * sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon)))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _))).
    rule_same (shared_4 i j). }
  apply (eq_eq _ (- (delta j k * x i l / sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon)) + delta j k * z j l / sqrt (- (2 * rsum D' (fun m => x i m * z j m)) + rsum D' (fun m => x i m ^ 2) + rsum D' (fun m => z j m ^ 2) + epsilon)) _).
  { fractions. }
  apply (eq_eq _ (- (delta j k * x i l / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon)) + delta j k * z j l / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (z j l * delta j k / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon) - x i l * delta j k / sqrt (- (2 * rsum D' (fun k' => x i k' * z j k')) + rsum D' (fun k' => x i k' ^ 2) + rsum D' (fun k' => z j k' ^ 2) + epsilon)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
    { apply (eq_eq _ (sqrt (rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon)) _).
      { reflexivity. }
      rule (shared_4 i j). }
    apply (eq_eq _ (sqrt (rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon)) _).
    { reflexivity. }
    rule (shared_4 i j). }
  fractions.
Qed.

Lemma shared_16 :
  forall j l k i : nat,
  (j < M)%nat ->
  (l < D')%nat ->
  (k < M)%nat ->
  (i < N)%nat ->
  z j l * delta j k / r i j - x i l * delta j k / r i j = (z j l - x i l) * delta j k / r i j.
Proof.
  intros j l k i ? ? ? ?.
  apply (eq_eq _ (- (delta j k * x i l / r i j) + delta j k * z j l / r i j) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_17 :
  forall i j k l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k < M)%nat ->
  (l < D')%nat ->
  (0 < epsilon) ->
  pd (at2 z k l) (fun z' => r_of D' x z' epsilon i j) = (z j l - x i l) * delta j k / r i j.
Proof.
  intros i j k l ? ? ? ? ?.
  apply (eq_eq _ (pd (at2 z k l) (fun z' => sqrt (rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon))) _).
  { assert (0 < rsum D' (fun k' => (x i k' - z j k') ^ 2) + epsilon).
    { sgn. }
    apply (eq_eq _ (pd (at2 z k l) (fun z' => sqrt (rsum D' (fun k' => (x i k' - z' j k') ^ 2) + epsilon))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (pd (at2 z k l) (fun z' => rsum D' (fun m => (x i m - z' j m) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { rule (shared_12 i j k l). }
  apply (eq_eq _ (rsum D' (fun m => - (2 * (x i m - z j m) * delta j k * delta m l)) / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon))) _).
  { rule (shared_13 i j k l). }
  apply (eq_eq _ (- (2 * (x i l - z j l) * delta j k / (2 * sqrt (rsum D' (fun m => (x i m - z j m) ^ 2) + epsilon)))) _).
  { rule (shared_14 i j k l). }
  apply (eq_eq _ (z j l * delta j k / r i j - x i l * delta j k / r i j) _).
  { rule (shared_15 i l j k). }
  rule (shared_16 j l k i).
Qed.

Lemma shared_18 :
  forall j i : nat,
  (j < M)%nat ->
  (i < N)%nat ->
  rsum D' (fun k => z_dot j k * z j k) / r i j - rsum D' (fun k => x i k * z_dot j k) / r i j = - (rsum D' (fun k => x i k * z_dot j k) / r i j) + rsum D' (fun k => z j k * z_dot j k) / r i j.
Proof.
  intros j i ? ?.
  apply (eq_eq _ (rsum D' (fun k => z j k * z_dot j k) / r i j - rsum D' (fun k => x i k * z_dot j k) / r i j) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_19 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (0 < epsilon) ->
  pd (at0 epsilon) (fun epsilon' => sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon')) = pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon') / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)).
Proof.
  intros i j ? ? ?.
  assert (0 < rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon).
  { sgn. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)) * pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon')) _).
  { rule (diff_sqrt (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon')). }
  fractions.
Qed.

Lemma shared_20 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon') / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)) = 1 / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((0 + 1) / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2)) + pd (at0 epsilon) (fun epsilon' => epsilon')) _).
    { rule (diff_add (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2)) (fun epsilon' => epsilon')). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable0. }
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Lemma shared_21 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  1 / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)) = 1 / (2 * r i j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (1 / (2 * sqrt (- (2 * rsum D' (fun k => x i k * z j k)) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    rule (shared_4 i j). }
  apply (eq_eq _ ((1 / 2) / sqrt (- (2 * rsum D' (fun k => x i k * z j k)) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2) + epsilon)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (1 / (2 * sqrt (- (2 * rsum D' (fun k => x i k * z j k)) + rsum D' (fun k => x i k ^ 2) + rsum D' (fun k => z j k ^ 2) + epsilon))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    apply (eq_eq _ (sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon)) _).
    { reflexivity. }
    rule (shared_4 i j). }
  fractions.
Qed.

Lemma shared_22 :
  forall i j : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (0 < epsilon) ->
  pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' i j) = 1 / (2 * r i j).
Proof.
  intros i j ? ? ?.
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon'))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon') / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon))) _).
  { rule (shared_19 i j). }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun k => (x i k - z j k) ^ 2) + epsilon))) _).
  { rule (shared_20 i j). }
  rule (shared_21 i j).
Qed.

(** * positive *)

Section positive.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* by the signs of its parts *)
Lemma positive_1_sign :
  0
  < r n m.
Proof.
  sgn.
Qed.

Theorem positive :
  0
  < r n m.
Proof.
  exact positive_1_sign.
Qed.
End positive.

(** * Derivative by a point *)

Section gradient.
Variables (j k m n : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis k_in : (k < N)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* definition of r_nm *)
Lemma gradient_1_unfold :
  pd (at2 x k j) (fun x' => r_of D' x' z epsilon n m)
  = pd (at2 x k j) (fun x' => sqrt (rsum D' (fun i => (x' n i - z m i) ^ 2) + epsilon)).
Proof.
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma gradient_2_diff_sqrt :
  pd (at2 x k j) (fun x' => sqrt (rsum D' (fun i => (x' n i - z m i) ^ 2) + epsilon))
  = pd (at2 x k j) (fun x' => rsum D' (fun i => (x' n i - z m i) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  rule_same (shared_1 n m k j).
Qed.

(* differentiate under the sum; power rule; ∂x_nl/∂x_kj = δ_nk·δ_lj *)
Lemma gradient_3_diff_sum :
  pd (at2 x k j) (fun x' => rsum D' (fun i => (x' n i - z m i) ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))
  = rsum D' (fun l => 2 * (x n l - z m l) * delta n k * delta l j) / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  rule_same (shared_2 n m k j).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum D' (fun l => 2 * (x n l - z m l) * delta n k * delta l j) / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))
  = 2 * (x n j - z m j) * delta n k / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  rule_same (shared_3 n m k j).
Qed.

(* multiply out; a constant factor goes in front of the sum; different indices *)
Lemma gradient_5_sum_factor :
  2 * (x n j - z m j) * delta n k / (2 * sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))
  = x k j * delta n k / r k m - z m j * delta n k / r k m.
Proof.
  apply (eq_eq _ (delta n k * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { rule_same (shared_5 n j m k). }
  apply (eq_eq _ (delta n k * x k j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { destruct (Nat.eq_dec k n) as [?|?].
    { apply (eq_eq _ (delta n n * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n n * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
      { replace k with n by hyp; same. }
      symmetry.
      replace k with n by hyp; same. }
    { apply (eq_eq _ (0) _).
      { rule (shared_6 n k j m). }
      symmetry.
      rule (shared_7 n k j m). } }
  symmetry.
  apply (eq_eq _ (x k j * delta n k / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - z m j * delta n k / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
    { apply (eq_eq _ (sqrt (rsum D' (fun i => (x k i - z m i) ^ 2) + epsilon)) _).
      { reflexivity. }
      rule_same (shared_4 k m). }
    apply (eq_eq _ (sqrt (rsum D' (fun i => (x k i - z m i) ^ 2) + epsilon)) _).
    { reflexivity. }
    rule_same (shared_4 k m). }
  fractions.
Qed.

(* factor out δ_nk *)
Lemma gradient_6_ring :
  x k j * delta n k / r k m - z m j * delta n k / r k m
  = (x k j - z m j) * delta n k / r k m.
Proof.
  apply (eq_eq _ (delta n k * x k j / r k m - delta n k * z m j / r k m) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* a constant factor goes in front of the sum; different indices *)
Lemma gradient_7_sum_factor :
  (x k j - z m j) * delta n k / r k m
  = delta n k * (x n j - z m j) / r n m.
Proof.
  apply (eq_eq _ ((x k j - z m j) * delta n k / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (rsum D' (fun i => (x k i - z m i) ^ 2) + epsilon)) _).
    { reflexivity. }
    rule_same (shared_4 k m). }
  apply (eq_eq _ (delta n k * x k j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x k i * z m i)) + rsum D' (fun i => x k i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { fractions. }
  apply (eq_eq _ (delta n k * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n k * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { destruct (Nat.eq_dec k n) as [?|?].
    { apply (eq_eq _ (delta n n * x n j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon) - delta n n * z m j / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
      { replace k with n by hyp; same. }
      symmetry.
      replace k with n by hyp; same. }
    { apply (eq_eq _ (0) _).
      { rule (shared_7 n k j m). }
      symmetry.
      rule (shared_6 n k j m). } }
  symmetry.
  apply (eq_eq _ (delta n k * (x n j - z m j) / sqrt (- (2 * rsum D' (fun i => x n i * z m i)) + rsum D' (fun i => x n i ^ 2) + rsum D' (fun i => z m i ^ 2) + epsilon)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)) _).
    { reflexivity. }
    rule_same (shared_4 n m). }
  fractions.
Qed.

Lemma gradient_needs_1 :
  0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon.
Proof.
  sgn.
Qed.

Theorem gradient :
  is_pd (at2 x k j) (fun x' => r_of D' x' z epsilon n m)
  (delta n k * (x n j - z m j) / r n m).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_sqrt (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_sum_delta (eq_eq _ _ _ gradient_5_sum_factor (eq_eq _ _ _ gradient_6_ring gradient_7_sum_factor)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at2 x k j) (fun x' => r_of D' x' z epsilon n m)
  (delta n k * (x n j - z m j) / r n m)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_matrix (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))) (Formula.C (epsilon))))).
Defined.
End gradient.

(** * Derivative of r by x *)

Section derivative_r_x.
Variables (j k m n : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis k_in : (k < D')%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* definition of r_nm *)
Lemma derivative_r_x_1_unfold :
  pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)
  = pd (at2 x j k) (fun x' => sqrt (rsum D' (fun k' => (x' n k' - z m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)) _); [ same | ].
  apply (eq_eq _ (pd (at2 x j k) (fun x' => sqrt (rsum D' (fun m' => (x' n m' - z m m') ^ 2) + epsilon))) _); [ | same ].
  assert (0 < rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon).
  { sgn. }
  apply (eq_eq _ (pd (at2 x j k) (fun x' => sqrt (rsum D' (fun k' => (x' n k' - z m k') ^ 2) + epsilon))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma derivative_r_x_2_diff_sqrt :
  pd (at2 x j k) (fun x' => sqrt (rsum D' (fun k' => (x' n k' - z m k') ^ 2) + epsilon))
  = pd (at2 x j k) (fun x' => rsum D' (fun k' => (x' n k' - z m k') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => sqrt (rsum D' (fun m' => (x' n m' - z m m') ^ 2) + epsilon))) _); [ same | ].
  apply (eq_eq _ (pd (at2 x j k) (fun x' => rsum D' (fun m' => (x' n m' - z m m') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ | same ].
  rule (shared_1 n m j k).
Qed.

(* differentiate under the sum; power rule; ∂x_nm/∂x_jk = δ_nj·δ_mk *)
Lemma derivative_r_x_3_diff_sum :
  pd (at2 x j k) (fun x' => rsum D' (fun k' => (x' n k' - z m k') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))
  = rsum D' (fun p => 2 * (x n p - z m p) * delta n j * delta p k) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => rsum D' (fun m' => (x' n m' - z m m') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun m' => 2 * (x n m' - z m m') * delta n j * delta m' k) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ | same ].
  rule (shared_2 n m j k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_r_x_4_sum_delta :
  rsum D' (fun p => 2 * (x n p - z m p) * delta n j * delta p k) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))
  = 2 * (x n k - z m k) * delta n j / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)).
Proof.
  rule (shared_3 n m j k).
Qed.

(* definition of r_nm *)
Lemma derivative_r_x_5_unfold :
  2 * (x n k - z m k) * delta n j / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))
  = x n k * delta n j / r n m - delta n j * z m k / r n m.
Proof.
  rule (shared_8 n k m j).
Qed.

(* factor out δ_nj *)
Lemma derivative_r_x_6_ring :
  x n k * delta n j / r n m - delta n j * z m k / r n m
  = delta n j * (x n k - z m k) / r n m.
Proof.
  rule (shared_9 n k j m).
Qed.

Theorem derivative_r_x :
  is_pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)
  (delta n j * (x n k - z m k) / r n m).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_r_x_1_unfold (eq_eq _ _ _ derivative_r_x_2_diff_sqrt (eq_eq _ _ _ derivative_r_x_3_diff_sum (eq_eq _ _ _ derivative_r_x_4_sum_delta (eq_eq _ _ _ derivative_r_x_5_unfold derivative_r_x_6_ring))))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_r_x_outright : option (
  is_pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)
  (delta n j * (x n k - z m k) / r n m)).
Proof.
  attempt "derivative_r_x" as (gradient_outright k j m n) or Formula.outright (Formula.by_matrix (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))) (Formula.C (epsilon))))).
Defined.
End derivative_r_x.

(** * VJP of r for x *)

Section vjp_r_x.
Variables (j k : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis k_in : (k < D')%nat.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂x_jk *)
Lemma vjp_r_x_1_lemma :
  rsum N (fun n => rsum M (fun m => r_bar n m * pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)))
  = rsum N (fun n => rsum M (fun m => r_bar n m * (delta n j * (x n k - z m k) / r n m))).
Proof.
  assert ((forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))).
  { intros n ?.
    intros m ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_10 n m j k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_r_x_2_sum_factor :
  rsum N (fun n => rsum M (fun m => r_bar n m * (delta n j * (x n k - z m k) / r n m)))
  = x j k * rsum M (fun m => r_bar j m / r j m) - rsum M (fun m => r_bar j m * z m k / r j m).
Proof.
  apply (eq_eq _ (rsum N (fun n => - (delta n j * rsum M (fun m => r_bar n m * z m k / r n m)) + delta n j * rsum M (fun m => r_bar n m / r n m) * x n k)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta n j * r_bar n m * x n k / r n m - delta n j * r_bar n m * z m k / r n m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun l => delta n j * r_bar n l * x n k / r n l - delta n j * r_bar n l * z l k / r n l)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun l => delta n j * r_bar n l * x n k / r n l) + rsum M (fun l => - (delta n j * r_bar n l * z l k / r n l))) _).
    { rule (sum_add M (fun m => delta n j * r_bar n m * x n k / r n m) (fun m => - (delta n j * r_bar n m * z m k / r n m)) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => delta n j * r_bar n m * x n k / r n m) + rsum M (fun m => - (delta n j * r_bar n m * z m k / r n m))) _); [ same | ].
    apply (eq_eq _ (delta n j * x n k * rsum M (fun m => r_bar n m / r n m) - delta n j * rsum M (fun m => r_bar n m * z m k / r n m)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta n j * x n k * (r_bar n m / r n m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun l => delta n j * x n k * (r_bar n l / r n l))) _); [ same | ].
        apply (eq_eq _ (delta n j * x n k * rsum M (fun k' => r_bar n k' / r n k')) _); [ | same ].
        rule_same (sum_factor M (delta n j * x n k) (fun m => r_bar n m / r n m) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => - (delta n j * (r_bar n m * z m k / r n m)))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun l => - (delta n j * (r_bar n l * z l k / r n l)))) _); [ same | ].
      apply (eq_eq _ (- rsum M (fun l => delta n j * (r_bar n l * z l k / r n l))) _).
      { rule (sum_neg M (fun m => delta n j * (r_bar n m * z m k / r n m)) (fun m => true)). }
      apply (eq_eq _ (- rsum M (fun m => delta n j * (r_bar n m * z m k / r n m))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum M (fun l => delta n j * (r_bar n l * z l k / r n l))) _); [ same | ].
      apply (eq_eq _ (delta n j * rsum M (fun l => r_bar n l * z l k / r n l)) _); [ | same ].
      rule (sum_factor M (delta n j) (fun m => r_bar n m * z m k / r n m) (fun m => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun l => - (delta l j * rsum M (fun m => r_bar l m * z m k / r l m)) + delta l j * rsum M (fun m => r_bar l m / r l m) * x l k)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => - (delta l j * rsum M (fun m => r_bar l m * z m k / r l m))) + rsum N (fun l => delta l j * rsum M (fun m => r_bar l m / r l m) * x l k)) _).
  { rule (sum_add N (fun n => - (delta n j * rsum M (fun m => r_bar n m * z m k / r n m))) (fun n => delta n j * rsum M (fun m => r_bar n m / r n m) * x n k) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (delta n j * rsum M (fun m => r_bar n m * z m k / r n m))) + rsum N (fun n => delta n j * rsum M (fun m => r_bar n m / r n m) * x n k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum M (fun m => r_bar j m * z m k / r j m) + rsum M (fun m => r_bar j m / r j m) * x j k) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => (-1) * delta n j * rsum M (fun m => r_bar n m * z m k / r n m))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun l => (-1) * delta l j * rsum M (fun m => r_bar l m * z m k / r l m))) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun l => delta l j * rsum M (fun m => r_bar l m * z m k / r l m))) _).
      { rule_same (sum_factor N (-1) (fun n => delta n j * rsum M (fun m => r_bar n m * z m k / r n m)) (fun n => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun n => delta n j * rsum M (fun m => r_bar n m * z m k / r n m))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => delta l j * rsum M (fun m => r_bar l m * z m k / r l m))) _); [ same | ].
      rule (sum_delta N (fun n => rsum M (fun m => r_bar n m * z m k / r n m)) j). }
    apply (eq_eq _ (rsum N (fun l => delta l j * rsum M (fun m => r_bar l m / r l m) * x l k)) _); [ same | ].
    rule_same (sum_delta N (fun n => rsum M (fun m => r_bar n m / r n m) * x n k) j). }
  apply (eq_eq _ (- rsum M (fun m => r_bar j m * z m k / r j m) + rsum M (fun m => r_bar j m / r j m) * x j k) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor *)
Lemma vjp_r_x_3_ring :
  x j k * rsum M (fun m => r_bar j m / r j m) - rsum M (fun m => r_bar j m * z m k / r j m)
  = rsum M (fun m => r_bar j m * (x j k - z m k) / r j m).
Proof.
  apply (eq_eq _ (- rsum M (fun m => r_bar j m * z m k / r j m) + rsum M (fun m => r_bar j m / r j m) * x j k) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum M (fun m => r_bar j m * x j k / r j m - r_bar j m * z m k / r j m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun l => r_bar j l * x j k / r j l - r_bar j l * z l k / r j l)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun l => r_bar j l * x j k / r j l) + rsum M (fun l => - (r_bar j l * z l k / r j l))) _).
  { rule (sum_add M (fun m => r_bar j m * x j k / r j m) (fun m => - (r_bar j m * z m k / r j m)) (fun m => true)). }
  apply (eq_eq _ (rsum M (fun m => r_bar j m * x j k / r j m) + rsum M (fun m => - (r_bar j m * z m k / r j m))) _); [ same | ].
  apply (eq_eq _ (x j k * rsum M (fun m => r_bar j m / r j m) + (-1) * rsum M (fun m => r_bar j m * z m k / r j m)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun m => x j k * (r_bar j m / r j m))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun l => x j k * (r_bar j l / r j l))) _); [ same | ].
      apply (eq_eq _ (x j k * rsum M (fun k' => r_bar j k' / r j k')) _); [ | same ].
      rule_same (sum_factor M (x j k) (fun m => r_bar j m / r j m) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => (-1) * (r_bar j m * z m k / r j m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun l => (-1) * (r_bar j l * z l k / r j l))) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum M (fun l => r_bar j l * z l k / r j l)) _); [ | same ].
    rule (sum_factor M (-1) (fun m => r_bar j m * z m k / r j m) (fun m => true)). }
  arith.
Qed.

Lemma vjp_r_x_needs_1 :
  (forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  intros n ?.
  intros m ?.
  sgn.
Qed.

Theorem vjp_r_x :
  is_pd (at2 x j k) (fun x' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x' z epsilon n m)))
  (rsum M (fun m => r_bar j m * (x j k - z m k) / r j m)).
Proof.
  pose proof vjp_r_x_needs_1.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => r_bar n m * pd (at2 x j k) (fun x' => r_of D' x' z epsilon n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_r_x_1_lemma (eq_eq _ _ _ vjp_r_x_2_sum_factor vjp_r_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_r_x_outright : option (
  is_pd (at2 x j k) (fun x' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x' z epsilon n m)))
  (rsum M (fun m => r_bar j m * (x j k - z m k) / r j m))).
Proof.
  attempt "vjp_r_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (r_bar n m)) (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))) (Formula.C (epsilon)))))))))).
Defined.
End vjp_r_x.

(** * JVP of r for x *)

Section jvp_r_x.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂x_lk *)
Lemma jvp_r_x_1_lemma :
  rsum N (fun l => rsum D' (fun k => pd (at2 x l k) (fun x' => r_of D' x' z epsilon n m) * x_dot l k))
  = rsum N (fun l => rsum D' (fun k => delta n l * (x n k - z m k) / r n m * x_dot l k)).
Proof.
  assert (0 < rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon).
  { sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_10 n m l k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_r_x_2_sum_factor :
  rsum N (fun l => rsum D' (fun k => delta n l * (x n k - z m k) / r n m * x_dot l k))
  = rsum D' (fun k => x_dot n k * x n k) / r n m - rsum D' (fun k => x_dot n k * z m k) / r n m.
Proof.
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum D' (fun k => x n k * x_dot l k) / r n m - delta n l * rsum D' (fun k => x_dot l k * z m k) / r n m)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun k => delta n l * x n k * x_dot l k / r n m - delta n l * x_dot l k * z m k / r n m)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => delta n l * x n k * x_dot l k / r n m) + rsum D' (fun k => - (delta n l * x_dot l k * z m k / r n m))) _).
    { rule (sum_add D' (fun k => delta n l * x n k * x_dot l k / r n m) (fun k => - (delta n l * x_dot l k * z m k / r n m)) (fun k => true)). }
    apply (eq_eq _ (delta n l / r n m * rsum D' (fun k => x n k * x_dot l k) - delta n l / r n m * rsum D' (fun k => x_dot l k * z m k)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun k => delta n l / r n m * x n k * x_dot l k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        rule_same (sum_factor D' (delta n l / r n m) (fun k => x n k * x_dot l k) (fun k => true)). }
      apply (eq_eq _ (rsum D' (fun k => - (delta n l / r n m * x_dot l k * z m k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum D' (fun k => delta n l / r n m * x_dot l k * z m k)) _).
      { rule (sum_neg D' (fun k => delta n l / r n m * x_dot l k * z m k) (fun k => true)). }
      refine (f_equal Ropp _).
      rule_same (sum_factor D' (delta n l / r n m) (fun k => x_dot l k * z m k) (fun k => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta n k * rsum D' (fun m' => x n m' * x_dot k m') / r n m - delta n k * rsum D' (fun m' => x_dot k m' * z m m') / r n m)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => delta n k * rsum D' (fun m' => x n m' * x_dot k m') / r n m) + rsum N (fun k => - (delta n k * rsum D' (fun m' => x_dot k m' * z m m') / r n m))) _).
  { rule (sum_add N (fun l => delta n l * rsum D' (fun k => x n k * x_dot l k) / r n m) (fun l => - (delta n l * rsum D' (fun k => x_dot l k * z m k) / r n m)) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum D' (fun k => x n k * x_dot l k) / r n m) + rsum N (fun l => - (delta n l * rsum D' (fun k => x_dot l k * z m k) / r n m))) _); [ same | ].
  apply (eq_eq _ (1 / r n m * rsum D' (fun k => x n k * x_dot n k) - 1 / r n m * rsum D' (fun k => x_dot n k * z m k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => 1 / r n m * delta n l * rsum D' (fun k => x n k * x_dot l k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / r n m * delta n k * rsum D' (fun m' => x n m' * x_dot k m'))) _); [ same | ].
      apply (eq_eq _ (1 / r n m * rsum N (fun k => delta n k * rsum D' (fun m' => x n m' * x_dot k m'))) _).
      { rule_same (sum_factor N (1 / r n m) (fun l => delta n l * rsum D' (fun k => x n k * x_dot l k)) (fun l => true)). }
      apply (eq_eq _ (1 / r n m * rsum N (fun l => delta n l * rsum D' (fun k => x n k * x_dot l k))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => delta l n * rsum D' (fun k => x n k * x_dot l k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k => delta k n * rsum D' (fun m' => x n m' * x_dot k m'))) _); [ same | ].
      rule (sum_delta N (fun l => rsum D' (fun k => x n k * x_dot l k)) n). }
    apply (eq_eq _ (rsum N (fun l => - (1 / r n m * delta n l * rsum D' (fun k => x_dot l k * z m k)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (1 / r n m * delta n k * rsum D' (fun m' => x_dot k m' * z m m')))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => 1 / r n m * delta n k * rsum D' (fun m' => x_dot k m' * z m m'))) _).
    { rule (sum_neg N (fun l => 1 / r n m * delta n l * rsum D' (fun k => x_dot l k * z m k)) (fun l => true)). }
    apply (eq_eq _ (- rsum N (fun l => 1 / r n m * delta n l * rsum D' (fun k => x_dot l k * z m k))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => 1 / r n m * delta n k * rsum D' (fun m' => x_dot k m' * z m m'))) _); [ same | ].
    apply (eq_eq _ (1 / r n m * rsum N (fun k => delta n k * rsum D' (fun m' => x_dot k m' * z m m'))) _).
    { rule_same (sum_factor N (1 / r n m) (fun l => delta n l * rsum D' (fun k => x_dot l k * z m k)) (fun l => true)). }
    apply (eq_eq _ (1 / r n m * rsum N (fun l => delta n l * rsum D' (fun k => x_dot l k * z m k))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun l => delta l n * rsum D' (fun k => x_dot l k * z m k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k => delta k n * rsum D' (fun m' => x_dot k m' * z m m'))) _); [ same | ].
    rule (sum_delta N (fun l => rsum D' (fun k => x_dot l k * z m k)) n). }
  apply (eq_eq _ (rsum D' (fun k => x n k * x_dot n k) / r n m - rsum D' (fun k => x_dot n k * z m k) / r n m) _).
  { fractions. }
  symmetry.
  rule (shared_11 n m).
Qed.

(* factor *)
Lemma jvp_r_x_3_ring :
  rsum D' (fun k => x_dot n k * x n k) / r n m - rsum D' (fun k => x_dot n k * z m k) / r n m
  = rsum D' (fun k => x_dot n k * (x n k - z m k)) / r n m.
Proof.
  apply (eq_eq _ (rsum D' (fun k => x n k * x_dot n k) / r n m - rsum D' (fun k => x_dot n k * z m k) / r n m) _).
  { rule (shared_11 n m). }
  symmetry.
  apply (eq_eq _ ((rsum D' (fun k => x n k * x_dot n k) + (-1) * rsum D' (fun k => x_dot n k * z m k)) / r n m) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => x n k * x_dot n k - x_dot n k * z m k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k => x n k * x_dot n k) + rsum D' (fun k => - (x_dot n k * z m k))) _).
    { rule (sum_add D' (fun k => x n k * x_dot n k) (fun k => - (x_dot n k * z m k)) (fun k => true)). }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum D' (fun k => (-1) * x_dot n k * z m k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_factor D' (-1) (fun k => x_dot n k * z m k) (fun k => true)). }
  fractions.
Qed.

Theorem jvp_r_x :
  is_pd (at0 0) (fun t => r_of D' (line2 x x_dot t) z epsilon n m)
  (rsum D' (fun k => x_dot n k * (x n k - z m k)) / r n m).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun l => rsum D' (fun k => pd (at2 x l k) (fun x' => r_of D' x' z epsilon n m) * x_dot l k))) _).
  { apply (eq_eq _ (rsum N (fun l => rsum D' (fun k => pd (at2 x l k) (fun x' => r_of D' x' z epsilon n m) * x_dot l k))) _).
    { refine (eq_trans (chain2_at (at0 0) N D' x (fun x' => r_of D' x' z epsilon n m) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_r_x_1_lemma (eq_eq _ _ _ jvp_r_x_2_sum_factor jvp_r_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_r_x_outright : option (
  is_pd (at0 0) (fun t => r_of D' (line2 x x_dot t) z epsilon n m)
  (rsum D' (fun k => x_dot n k * (x n k - z m k)) / r n m)).
Proof.
  attempt "jvp_r_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.V (n, i)) (Formula.C (z m i))) 2))) (Formula.C (epsilon))))).
Defined.
End jvp_r_x.

(** * Derivative of r by z *)

Section derivative_r_z.
Variables (j k m n : nat).
Hypothesis j_in : (j < M)%nat.
Hypothesis k_in : (k < D')%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* definition of r_nm *)
Lemma derivative_r_z_1_unfold :
  pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)
  = pd (at2 z j k) (fun z' => sqrt (rsum D' (fun k' => (x n k' - z' m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)) _); [ same | ].
  apply (eq_eq _ (pd (at2 z j k) (fun z' => sqrt (rsum D' (fun m' => (x n m' - z' m m') ^ 2) + epsilon))) _); [ | same ].
  assert (0 < rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon).
  { sgn. }
  apply (eq_eq _ (pd (at2 z j k) (fun z' => sqrt (rsum D' (fun k' => (x n k' - z' m k') ^ 2) + epsilon))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma derivative_r_z_2_diff_sqrt :
  pd (at2 z j k) (fun z' => sqrt (rsum D' (fun k' => (x n k' - z' m k') ^ 2) + epsilon))
  = pd (at2 z j k) (fun z' => rsum D' (fun k' => (x n k' - z' m k') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 z j k) (fun z' => sqrt (rsum D' (fun m' => (x n m' - z' m m') ^ 2) + epsilon))) _); [ same | ].
  apply (eq_eq _ (pd (at2 z j k) (fun z' => rsum D' (fun m' => (x n m' - z' m m') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ | same ].
  rule (shared_12 n m j k).
Qed.

(* differentiate under the sum; power rule; ∂z_mm/∂z_jk = δ_mj·δ_mk *)
Lemma derivative_r_z_3_diff_sum :
  pd (at2 z j k) (fun z' => rsum D' (fun k' => (x n k' - z' m k') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))
  = rsum D' (fun p => - (2 * (x n p - z m p) * delta m j * delta p k)) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)).
Proof.
  apply (eq_eq _ (pd (at2 z j k) (fun z' => rsum D' (fun m' => (x n m' - z' m m') ^ 2) + epsilon) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun m' => - (2 * (x n m' - z m m') * delta m j * delta m' k)) / (2 * sqrt (rsum D' (fun m' => (x n m' - z m m') ^ 2) + epsilon))) _); [ | same ].
  rule (shared_13 n m j k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_r_z_4_sum_delta :
  rsum D' (fun p => - (2 * (x n p - z m p) * delta m j * delta p k)) / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))
  = - (2 * (x n k - z m k) * delta m j / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon))).
Proof.
  rule (shared_14 n m j k).
Qed.

(* definition of r_nm *)
Lemma derivative_r_z_5_unfold :
  - (2 * (x n k - z m k) * delta m j / (2 * sqrt (rsum D' (fun k' => (x n k' - z m k') ^ 2) + epsilon)))
  = z m k * delta m j / r n m - x n k * delta m j / r n m.
Proof.
  rule (shared_15 n k m j).
Qed.

(* factor out δ_mj *)
Lemma derivative_r_z_6_ring :
  z m k * delta m j / r n m - x n k * delta m j / r n m
  = (z m k - x n k) * delta m j / r n m.
Proof.
  rule (shared_16 m k j n).
Qed.

Theorem derivative_r_z :
  is_pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)
  ((z m k - x n k) * delta m j / r n m).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_r_z_1_unfold (eq_eq _ _ _ derivative_r_z_2_diff_sqrt (eq_eq _ _ _ derivative_r_z_3_diff_sum (eq_eq _ _ _ derivative_r_z_4_sum_delta (eq_eq _ _ _ derivative_r_z_5_unfold derivative_r_z_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_r_z_outright : option (
  is_pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)
  ((z m k - x n k) * delta m j / r n m)).
Proof.
  attempt "derivative_r_z" by Formula.outright (Formula.by_matrix (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2))) (Formula.C (epsilon))))).
Defined.
End derivative_r_z.

(** * VJP of r for z *)

Section vjp_r_z.
Variables (j k : nat).
Hypothesis j_in : (j < M)%nat.
Hypothesis k_in : (k < D')%nat.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂z_jk *)
Lemma vjp_r_z_1_lemma :
  rsum N (fun n => rsum M (fun m => r_bar n m * pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)))
  = rsum N (fun n => rsum M (fun m => r_bar n m * ((z m k - x n k) * delta m j / r n m))).
Proof.
  assert ((forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))).
  { intros n ?.
    intros m ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_17 n m j k).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_r_z_2_sum_delta :
  rsum N (fun n => rsum M (fun m => r_bar n m * ((z m k - x n k) * delta m j / r n m)))
  = rsum N (fun n => r_bar n j * (z j k - x n k) / r n j).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum M (fun m => delta m j * (r_bar n m * (z m k - x n k) / r n m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun l => delta l j * (r_bar n l * (z l k - x n k) / r n l))) _); [ same | ].
  rule (sum_delta M (fun m => r_bar n m * (z m k - x n k) / r n m) j).
Qed.

Lemma vjp_r_z_needs_1 :
  (forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  intros n ?.
  intros m ?.
  sgn.
Qed.

Theorem vjp_r_z :
  is_pd (at2 z j k) (fun z' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x z' epsilon n m)))
  (rsum N (fun n => r_bar n j * (z j k - x n k) / r n j)).
Proof.
  pose proof vjp_r_z_needs_1.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => r_bar n m * pd (at2 z j k) (fun z' => r_of D' x z' epsilon n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_r_z_1_lemma vjp_r_z_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_r_z_outright : option (
  is_pd (at2 z j k) (fun z' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x z' epsilon n m)))
  (rsum N (fun n => r_bar n j * (z j k - x n k) / r n j))).
Proof.
  attempt "vjp_r_z" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (r_bar n m)) (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2))) (Formula.C (epsilon)))))))))).
Defined.
End vjp_r_z.

(** * JVP of r for z *)

Section jvp_r_z.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂z_lk *)
Lemma jvp_r_z_1_lemma :
  rsum M (fun l => rsum D' (fun k => pd (at2 z l k) (fun z' => r_of D' x z' epsilon n m) * z_dot l k))
  = rsum M (fun l => rsum D' (fun k => (z m k - x n k) * delta m l / r n m * z_dot l k)).
Proof.
  assert (0 < rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon).
  { sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_17 n m l k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_r_z_2_sum_factor :
  rsum M (fun l => rsum D' (fun k => (z m k - x n k) * delta m l / r n m * z_dot l k))
  = rsum D' (fun k => z_dot m k * z m k) / r n m - rsum D' (fun k => x n k * z_dot m k) / r n m.
Proof.
  apply (eq_eq _ (rsum M (fun l => - (delta m l * rsum D' (fun k => x n k * z_dot l k) / r n m) + delta m l * rsum D' (fun k => z m k * z_dot l k) / r n m)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun k => - (delta m l * x n k * z_dot l k / r n m) + delta m l * z m k * z_dot l k / r n m)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - (delta m l * x n k * z_dot l k / r n m)) + rsum D' (fun k => delta m l * z m k * z_dot l k / r n m)) _).
    { rule (sum_add D' (fun k => - (delta m l * x n k * z_dot l k / r n m)) (fun k => delta m l * z m k * z_dot l k / r n m) (fun k => true)). }
    apply (eq_eq _ (- (delta m l / r n m * rsum D' (fun k => x n k * z_dot l k)) + delta m l / r n m * rsum D' (fun k => z m k * z_dot l k)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun k => - (delta m l / r n m * x n k * z_dot l k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum D' (fun k => delta m l / r n m * x n k * z_dot l k)) _).
        { rule (sum_neg D' (fun k => delta m l / r n m * x n k * z_dot l k) (fun k => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor D' (delta m l / r n m) (fun k => x n k * z_dot l k) (fun k => true)). }
      apply (eq_eq _ (rsum D' (fun k => delta m l / r n m * z m k * z_dot l k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      rule_same (sum_factor D' (delta m l / r n m) (fun k => z m k * z_dot l k) (fun k => true)). }
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (delta m k * rsum D' (fun m' => x n m' * z_dot k m') / r n m) + delta m k * rsum D' (fun m' => z m m' * z_dot k m') / r n m)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => - (delta m k * rsum D' (fun m' => x n m' * z_dot k m') / r n m)) + rsum M (fun k => delta m k * rsum D' (fun m' => z m m' * z_dot k m') / r n m)) _).
  { rule (sum_add M (fun l => - (delta m l * rsum D' (fun k => x n k * z_dot l k) / r n m)) (fun l => delta m l * rsum D' (fun k => z m k * z_dot l k) / r n m) (fun l => true)). }
  apply (eq_eq _ (rsum M (fun l => - (delta m l * rsum D' (fun k => x n k * z_dot l k) / r n m)) + rsum M (fun l => delta m l * rsum D' (fun k => z m k * z_dot l k) / r n m)) _); [ same | ].
  apply (eq_eq _ (- (1 / r n m * rsum D' (fun k => x n k * z_dot m k)) + 1 / r n m * rsum D' (fun k => z m k * z_dot m k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun l => - (1 / r n m * delta m l * rsum D' (fun k => x n k * z_dot l k)))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k => - (1 / r n m * delta m k * rsum D' (fun m' => x n m' * z_dot k m')))) _); [ same | ].
      apply (eq_eq _ (- rsum M (fun k => 1 / r n m * delta m k * rsum D' (fun m' => x n m' * z_dot k m'))) _).
      { rule (sum_neg M (fun l => 1 / r n m * delta m l * rsum D' (fun k => x n k * z_dot l k)) (fun l => true)). }
      apply (eq_eq _ (- rsum M (fun l => 1 / r n m * delta m l * rsum D' (fun k => x n k * z_dot l k))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum M (fun k => 1 / r n m * delta m k * rsum D' (fun m' => x n m' * z_dot k m'))) _); [ same | ].
      apply (eq_eq _ (1 / r n m * rsum M (fun k => delta m k * rsum D' (fun m' => x n m' * z_dot k m'))) _).
      { rule_same (sum_factor M (1 / r n m) (fun l => delta m l * rsum D' (fun k => x n k * z_dot l k)) (fun l => true)). }
      apply (eq_eq _ (1 / r n m * rsum M (fun l => delta m l * rsum D' (fun k => x n k * z_dot l k))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun l => delta l m * rsum D' (fun k => x n k * z_dot l k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum M (fun k => delta k m * rsum D' (fun m' => x n m' * z_dot k m'))) _); [ same | ].
      rule (sum_delta M (fun l => rsum D' (fun k => x n k * z_dot l k)) m). }
    apply (eq_eq _ (rsum M (fun l => 1 / r n m * delta m l * rsum D' (fun k => z m k * z_dot l k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k => 1 / r n m * delta m k * rsum D' (fun m' => z m m' * z_dot k m'))) _); [ same | ].
    apply (eq_eq _ (1 / r n m * rsum M (fun k => delta m k * rsum D' (fun m' => z m m' * z_dot k m'))) _).
    { rule_same (sum_factor M (1 / r n m) (fun l => delta m l * rsum D' (fun k => z m k * z_dot l k)) (fun l => true)). }
    apply (eq_eq _ (1 / r n m * rsum M (fun l => delta m l * rsum D' (fun k => z m k * z_dot l k))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun l => delta l m * rsum D' (fun k => z m k * z_dot l k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum M (fun k => delta k m * rsum D' (fun m' => z m m' * z_dot k m'))) _); [ same | ].
    rule (sum_delta M (fun l => rsum D' (fun k => z m k * z_dot l k)) m). }
  apply (eq_eq _ (- (rsum D' (fun k => x n k * z_dot m k) / r n m) + rsum D' (fun k => z m k * z_dot m k) / r n m) _).
  { fractions. }
  symmetry.
  rule (shared_18 m n).
Qed.

(* factor *)
Lemma jvp_r_z_3_ring :
  rsum D' (fun k => z_dot m k * z m k) / r n m - rsum D' (fun k => x n k * z_dot m k) / r n m
  = rsum D' (fun k => (z m k - x n k) * z_dot m k) / r n m.
Proof.
  apply (eq_eq _ (- (rsum D' (fun k => x n k * z_dot m k) / r n m) + rsum D' (fun k => z m k * z_dot m k) / r n m) _).
  { rule (shared_18 m n). }
  symmetry.
  apply (eq_eq _ (((-1) * rsum D' (fun k => x n k * z_dot m k) + rsum D' (fun k => z m k * z_dot m k)) / r n m) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => - (x n k * z_dot m k) + z m k * z_dot m k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k => - (x n k * z_dot m k)) + rsum D' (fun k => z m k * z_dot m k)) _).
    { rule (sum_add D' (fun k => - (x n k * z_dot m k)) (fun k => z m k * z_dot m k) (fun k => true)). }
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => (-1) * x n k * z_dot m k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_factor D' (-1) (fun k => x n k * z_dot m k) (fun k => true)). }
  fractions.
Qed.

Theorem jvp_r_z :
  is_pd (at0 0) (fun t => r_of D' x (line2 z z_dot t) epsilon n m)
  (rsum D' (fun k => (z m k - x n k) * z_dot m k) / r n m).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun l => rsum D' (fun k => pd (at2 z l k) (fun z' => r_of D' x z' epsilon n m) * z_dot l k))) _).
  { apply (eq_eq _ (rsum M (fun l => rsum D' (fun k => pd (at2 z l k) (fun z' => r_of D' x z' epsilon n m) * z_dot l k))) _).
    { refine (eq_trans (chain2_at (at0 0) M D' z (fun z' => r_of D' x z' epsilon n m) (fun t => (line2 z z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_r_z_1_lemma (eq_eq _ _ _ jvp_r_z_2_sum_factor jvp_r_z_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_r_z_outright : option (
  is_pd (at0 0) (fun t => r_of D' x (line2 z z_dot t) epsilon n m)
  (rsum D' (fun k => (z m k - x n k) * z_dot m k) / r n m)).
Proof.
  attempt "jvp_r_z" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 z) (Formula.flat2 z_dot) (Formula.Sqrt (Formula.Add (Formula.Sum D' (fun i => (Formula.Pow (Formula.Sub (Formula.C (x n i)) (Formula.V (m, i))) 2))) (Formula.C (epsilon))))).
Defined.
End jvp_r_z.

(** * Derivative of r by epsilon *)

Section derivative_r_epsilon.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* definition of r_nm *)
Lemma derivative_r_epsilon_1_unfold :
  pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m)
  = pd (at0 epsilon) (fun epsilon' => sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon')).
Proof.
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma derivative_r_epsilon_2_diff_sqrt :
  pd (at0 epsilon) (fun epsilon' => sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon'))
  = pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon') / (2 * sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon)).
Proof.
  rule (shared_19 n m).
Qed.

(* Σ_k (x_nk − z_mk)² does not depend on ε *)
Lemma derivative_r_epsilon_3_constant :
  pd (at0 epsilon) (fun epsilon' => rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon') / (2 * sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon))
  = 1 / (2 * sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon)).
Proof.
  rule (shared_20 n m).
Qed.

(* definition of r_nm *)
Lemma derivative_r_epsilon_4_unfold :
  1 / (2 * sqrt (rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon))
  = 1 / (2 * r n m).
Proof.
  rule (shared_21 n m).
Qed.

Theorem derivative_r_epsilon :
  is_pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m)
  (1 / (2 * r n m)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_r_epsilon_1_unfold (eq_eq _ _ _ derivative_r_epsilon_2_diff_sqrt (eq_eq _ _ _ derivative_r_epsilon_3_constant derivative_r_epsilon_4_unfold))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_r_epsilon_outright : option (
  is_pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m)
  (1 / (2 * r n m))).
Proof.
  attempt "derivative_r_epsilon" by Formula.outright (Formula.by_number (Formula.Sqrt (Formula.Add (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))) (Formula.V tt)))).
Defined.
End derivative_r_epsilon.

(** * VJP of r for epsilon *)

Section vjp_r_epsilon.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂ε *)
Lemma vjp_r_epsilon_1_lemma :
  rsum N (fun n => rsum M (fun m => r_bar n m * pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m)))
  = rsum N (fun n => rsum M (fun m => r_bar n m * (1 / (2 * r n m)))).
Proof.
  assert ((forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon))).
  { intros n ?.
    intros m ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_22 n m).
Qed.

(* exchange the sums *)
Lemma vjp_r_epsilon_2_sum_swap :
  rsum N (fun k => rsum M (fun l => r_bar k l * (1 / (2 * r k l))))
  = rsum M (fun l => rsum N (fun k => r_bar k l / (2 * r k l))).
Proof.
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => r_bar k l * (1 / (2 * r k l))))) _).
  { rule (sum_swap N M (fun n m => r_bar n m * (1 / (2 * r n m)))). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  fractions.
Qed.

Lemma vjp_r_epsilon_needs_1 :
  (forall n, (n < N)%nat -> (forall m, (m < M)%nat -> 0 < rsum D' (fun i => (x n i - z m i) ^ 2) + epsilon)).
Proof.
  intros n ?.
  intros m ?.
  sgn.
Qed.

Theorem vjp_r_epsilon :
  is_pd (at0 epsilon) (fun epsilon' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x z epsilon' n m)))
  (rsum M (fun l => rsum N (fun k => r_bar k l / (2 * r k l)))).
Proof.
  pose proof vjp_r_epsilon_needs_1.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum M (fun m => r_bar n m * pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_r_epsilon_1_lemma vjp_r_epsilon_2_sum_swap).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_r_epsilon_outright : option (
  is_pd (at0 epsilon) (fun epsilon' => rsum N (fun n => rsum M (fun m => r_bar n m * r_of D' x z epsilon' n m)))
  (rsum M (fun l => rsum N (fun k => r_bar k l / (2 * r k l))))).
Proof.
  attempt "vjp_r_epsilon" by timeout 3 Formula.outright (Formula.by_number (Formula.Sum N (fun n => (Formula.Sum M (fun m => (Formula.Mul (Formula.C (r_bar n m)) (Formula.Sqrt (Formula.Add (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))) (Formula.V tt))))))))).
Defined.
End vjp_r_epsilon.

(** * JVP of r for epsilon *)

Section jvp_r_epsilon.
Variables (m n : nat).
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 < epsilon.

(* put in ∂r_nm/∂ε *)
Lemma jvp_r_epsilon_1_lemma :
  pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m) * epsilon_dot
  = 1 / (2 * r n m) * epsilon_dot.
Proof.
  assert (0 < rsum D' (fun k => (x n k - z m k) ^ 2) + epsilon).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_22 n m).
Qed.

(* rearrange *)
Lemma jvp_r_epsilon_2_ring :
  1 / (2 * r n m) * epsilon_dot
  = epsilon_dot / (2 * r n m).
Proof.
  apply (eq_eq _ ((1 / 2) * epsilon_dot / r n m) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_r_epsilon :
  is_pd (at0 0) (fun t => r_of D' x z (line0 epsilon epsilon_dot t) n m)
  (epsilon_dot / (2 * r n m)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m) * epsilon_dot) _).
  { apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => r_of D' x z epsilon' n m) * epsilon_dot) _).
    { refine (eq_trans (chain0_at (at0 0) epsilon (fun epsilon' => r_of D' x z epsilon' n m) (fun t => (line0 epsilon epsilon_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_r_epsilon_1_lemma jvp_r_epsilon_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_r_epsilon_outright : option (
  is_pd (at0 0) (fun t => r_of D' x z (line0 epsilon epsilon_dot t) n m)
  (epsilon_dot / (2 * r n m))).
Proof.
  attempt "jvp_r_epsilon" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 epsilon) (Formula.flat0 epsilon_dot) (Formula.Sqrt (Formula.Add (Formula.C (rsum D' (fun i => (x n i - z m i) ^ 2))) (Formula.V tt)))).
Defined.
End jvp_r_epsilon.
End pairwise_distance_theory.

(* the hypotheses of positive can be met *)
Lemma positive_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of derivative_r_x can be met *)
Lemma derivative_r_x_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of vjp_r_x can be met *)
Lemma vjp_r_x_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of jvp_r_x can be met *)
Lemma jvp_r_x_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of derivative_r_z can be met *)
Lemma derivative_r_z_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of vjp_r_z can be met *)
Lemma vjp_r_z_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of jvp_r_z can be met *)
Lemma jvp_r_z_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of derivative_r_epsilon can be met *)
Lemma derivative_r_epsilon_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of vjp_r_epsilon can be met *)
Lemma vjp_r_epsilon_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.

(* the hypotheses of jvp_r_epsilon can be met *)
Lemma jvp_r_epsilon_possible :
  exists (D' : nat) (M : nat) (N : nat) (epsilon : R),
  (2 <= D')%nat /\ (2 <= M)%nat /\ (2 <= N)%nat /\ (0 < epsilon).
Proof.
  exists 2%nat, 2%nat, 2%nat, (1).
  witness.
Qed.
