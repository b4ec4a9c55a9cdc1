(* made by derive, do not edit *)
(* Gaussian negative log-likelihood

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (v : nat -> R) (mu : nat -> R) (t : nat -> R) : R :=
  rsum N (fun n => ln (v n) + (mu n - t n) ^ 2 / v n) / (2 * INR N).
#[local] Hint Unfold L_of : definitions.

Section gaussian_nll_theory.
Variable (N : nat).
Variable (L_bar : R).
Variables (v t mu t_dot mu_dot v_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N v mu t).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n) / (2 * INR N)) = pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n)) / (2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (2 * INR N) * rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n))) _).
  { apply pd_ext.
    intros mu'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (2 * INR N) * rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * INR N) * pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n))) _).
  { assert (pd (at1 mu i) (fun mu' => 1 / (2 * INR N)) = 0).
    { apply constant. }
    rule (diff_scale (at1 mu i) (fun mu' => 1 / (2 * INR N)) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n)) / (2 * INR N) = rsum N (fun k => 2 * (mu k - t k) * delta k i / v k) / (2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun k => 0 + 2 * (mu k - t k) ^ 1 * (delta k i + 0) / v k) / (2 * INR N)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => rsum N (fun k => ln (v k) + (mu' k - t k) ^ 2 / v k))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 mu i) (fun mu' => ln (v k) + (mu' k - t k) ^ 2 / v k))) _).
    { rule (diff_sum (at1 mu i) N (fun k mu' => ln (v k) + (mu' k - t k) ^ 2 / v k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => ln (v k)) + pd (at1 mu i) (fun mu' => (mu' k - t k) ^ 2 / v k)) _).
    { rule (diff_add (at1 mu i) (fun mu' => ln (v k)) (fun mu' => (mu' k - t k) ^ 2 / v k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / v k * (mu' k - t k) ^ 2)) _).
    { apply pd_ext.
      intros mu'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / v k * (mu' k - t k) ^ 2)) _).
    { reflexivity. }
    apply (eq_eq _ (1 / v k * pd (at1 mu i) (fun mu' => (mu' k - t k) ^ 2)) _).
    { assert (pd (at1 mu i) (fun mu' => 1 / v k) = 0).
      { apply constant. }
      rule (diff_scale (at1 mu i) (fun mu' => 1 / v k) (fun mu' => (mu' k - t k) ^ 2)). }
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => (mu' k - t k) ^ 2) / v k) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (2 * (mu k - t k) ^ 1 * pd (at1 mu i) (fun mu' => mu' k - t k)) _).
    { assert (pd (at1 mu i) (fun mu' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 mu i) (fun mu' => mu' k - t k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => mu' k) + pd (at1 mu i) (fun mu' => - t k)) _).
    { rule (diff_add (at1 mu i) (fun mu' => mu' k) (fun mu' => - t k)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (0 + 2 * (mu k - t k) * delta k i / v k) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) eq_refl)).
    { arith. }
    arith. }
  fractions.
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => 2 * (mu k - t k) * delta k i / v k) / (2 * INR N) = 2 * (mu i - t i) / (v i * 2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (2 * (mu i - t i) / v i / (2 * INR N)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (2 * (mu k - t k) / v k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta N (fun k => 2 * (mu k - t k) / v k) i). }
  fractions.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < N)%nat ->
  2 * (mu i - t i) / (v i * 2 * INR N) = (mu i - t i) / (INR N * v i).
Proof.
  intros i ?.
  apply (eq_eq _ (mu i / (v i * INR N) - t i / (v i * INR N)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 < v n)) ->
  pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n) / (2 * INR N)) = pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n)) / (2 * INR N).
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> v n <> 0)).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (pd (at1 v i) (fun v' => 1 / (2 * INR N) * rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n))) _).
  { apply pd_ext.
    intros v'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 v i) (fun v' => 1 / (2 * INR N) * rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * INR N) * pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n))) _).
  { assert (pd (at1 v i) (fun v' => 1 / (2 * INR N)) = 0).
    { apply constant. }
    rule (diff_scale (at1 v i) (fun v' => 1 / (2 * INR N)) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n))). }
  fractions.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 < v n)) ->
  pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n)) / (2 * INR N) = rsum N (fun k => delta k i / v k - (mu k - t k) ^ 2 * delta k i / v k ^ 2) / (2 * INR N).
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> v n <> 0)).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun k => 1 / v k * delta k i - (mu k - t k) ^ 2 / v k ^ 2 * delta k i) / (2 * INR N)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 v i) (fun v' => rsum N (fun k => ln (v' k) + (mu k - t k) ^ 2 / v' k))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 v i) (fun v' => ln (v' k) + (mu k - t k) ^ 2 / v' k))) _).
    { rule (diff_sum (at1 v i) N (fun k v' => ln (v' k) + (mu k - t k) ^ 2 / v' k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 v i) (fun v' => ln (v' k)) + pd (at1 v i) (fun v' => (mu k - t k) ^ 2 / v' k)) _).
    { rule (diff_add (at1 v i) (fun v' => ln (v' k)) (fun v' => (mu k - t k) ^ 2 / v' k)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (1 / v k * pd (at1 v i) (fun v' => v' k)) _).
      { rule (diff_log (at1 v i) (fun v' => v' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (- ((mu k - t k) ^ 2 / v k ^ 2 * pd (at1 v i) (fun v' => v' k))) _).
    { assert (pd (at1 v i) (fun v' => (mu k - t k) ^ 2) = 0).
      { apply constant. }
      rule (diff_inverse (at1 v i) (fun v' => (mu k - t k) ^ 2) (fun v' => v' k)). }
    refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
    apply variable1. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rplus _ (f_equal Ropp _)).
  { fractions. }
  fractions.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => delta k i / v k - (mu k - t k) ^ 2 * delta k i / v k ^ 2) / (2 * INR N) = (1 / v i - (mu i - t i) ^ 2 / v i ^ 2) / (2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ ((1 / v i - (mu i - t i) ^ 2 / v i ^ 2) * 1 / (2 * INR N)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (1 / v k - (mu k - t k) ^ 2 / v k ^ 2) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule_same (sum_delta N (fun k => (1 / v k - (mu k - t k) ^ 2 / v k ^ 2) * 1) i). }
  refine (f_equal2 Rdiv _ eq_refl).
  fractions.
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < N)%nat ->
  ((forall i', (i' < N)%nat -> 0 < v i')) ->
  (1 / v i - (mu i - t i) ^ 2 / v i ^ 2) / (2 * INR N) = (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2).
Proof.
  intros i ? ?.
  assert (v i <> 0).
  { sgn. }
  assert (INR N <> 0).
  { sgn. }
  apply (eq_eq _ (mu i * t i / (v i ^ 2 * INR N) - (1 / 2) * mu i ^ 2 / (v i ^ 2 * INR N) - (1 / 2) * t i ^ 2 / (v i ^ 2 * INR N) + (1 / 2) / (v i * INR N)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 < v n)) ->
  pd (at1 v i) (fun v' => L_of N v' mu t) = (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2).
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n) / (2 * INR N))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n)) / (2 * INR N)) _).
  { rule (shared_5 i). }
  apply (eq_eq _ (rsum N (fun k => delta k i / v k - (mu k - t k) ^ 2 * delta k i / v k ^ 2) / (2 * INR N)) _).
  { rule (shared_6 i). }
  apply (eq_eq _ ((1 / v i - (mu i - t i) ^ 2 / v i ^ 2) / (2 * INR N)) _).
  { rule (shared_7 i). }
  rule (shared_8 i).
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 mu i) (fun mu' => L_of N v mu' t) = (mu i - t i) / (INR N * v i).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n) / (2 * INR N))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n)) / (2 * INR N)) _).
  { rule (shared_1 i). }
  apply (eq_eq _ (rsum N (fun k => 2 * (mu k - t k) * delta k i / v k) / (2 * INR N)) _).
  { rule (shared_2 i). }
  apply (eq_eq _ (2 * (mu i - t i) / (v i * 2 * INR N)) _).
  { rule (shared_3 i). }
  rule (shared_4 i).
Qed.

Lemma shared_11 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n) / (2 * INR N)) = pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n)) / (2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / (2 * INR N) * rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / (2 * INR N) * rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * INR N) * pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n))) _).
  { assert (pd (at1 t i) (fun t' => 1 / (2 * INR N)) = 0).
    { apply constant. }
    rule (diff_scale (at1 t i) (fun t' => 1 / (2 * INR N)) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n))). }
  fractions.
Qed.

Lemma shared_12 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n)) / (2 * INR N) = rsum N (fun k => - (2 * (mu k - t k) * delta k i / v k)) / (2 * INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun k => 0 + 2 * (mu k - t k) ^ 1 * (0 - delta k i) / v k) / (2 * INR N)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun k => ln (v k) + (mu k - t' k) ^ 2 / v k))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t i) (fun t' => ln (v k) + (mu k - t' k) ^ 2 / v k))) _).
    { rule (diff_sum (at1 t i) N (fun k t' => ln (v k) + (mu k - t' k) ^ 2 / v k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 t i) (fun t' => ln (v k)) + pd (at1 t i) (fun t' => (mu k - t' k) ^ 2 / v k)) _).
    { rule (diff_add (at1 t i) (fun t' => ln (v k)) (fun t' => (mu k - t' k) ^ 2 / v k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / v k * (mu k - t' k) ^ 2)) _).
    { apply pd_ext.
      intros t'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / v k * (mu k - t' k) ^ 2)) _).
    { reflexivity. }
    apply (eq_eq _ (1 / v k * pd (at1 t i) (fun t' => (mu k - t' k) ^ 2)) _).
    { assert (pd (at1 t i) (fun t' => 1 / v k) = 0).
      { apply constant. }
      rule (diff_scale (at1 t i) (fun t' => 1 / v k) (fun t' => (mu k - t' k) ^ 2)). }
    apply (eq_eq _ (pd (at1 t i) (fun t' => (mu k - t' k) ^ 2) / v k) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (2 * (mu k - t k) ^ 1 * pd (at1 t i) (fun t' => mu k - t' k)) _).
    { assert (pd (at1 t i) (fun t' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 t i) (fun t' => mu k - t' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 t i) (fun t' => mu k) + pd (at1 t i) (fun t' => - t' k)) _).
    { rule (diff_add (at1 t i) (fun t' => mu k) (fun t' => - t' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t i) (fun t' => t' k)) _).
    { rule (diff_neg (at1 t i) (fun t' => t' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (0 - 2 * (mu k - t k) * delta k i / v k) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ ((- (2 * (mu k - t k) * delta k i)) / v k) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (2 * (mu k - t k) * (- delta k i)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { arith. }
      arith. }
    arith. }
  fractions.
Qed.

Lemma shared_13 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => - (2 * (mu k - t k) * delta k i / v k)) / (2 * INR N) = - (2 * (mu i - t i) / (v i * 2 * INR N)).
Proof.
  intros i ?.
  apply (eq_eq _ (- (2 * (mu i - t i) / v i / (2 * INR N))) _).
  { apply (eq_eq _ ((- (2 * (mu i - t i) / v i)) / (2 * INR N)) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (- (2 * (mu k - t k) / v k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta N (fun k => - (2 * (mu k - t k) / v k)) i). }
  refine (f_equal Ropp _).
  fractions.
Qed.

Lemma shared_14 :
  forall i : nat,
  (i < N)%nat ->
  - (2 * (mu i - t i) / (v i * 2 * INR N)) = (t i - mu i) / (INR N * v i).
Proof.
  intros i ?.
  apply (eq_eq _ (- (mu i / (v i * INR N)) + t i / (v i * INR N)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_15 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => L_of N v mu t') = (t i - mu i) / (INR N * v i).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n) / (2 * INR N))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n)) / (2 * INR N)) _).
  { rule (shared_11 i). }
  apply (eq_eq _ (rsum N (fun k => - (2 * (mu k - t k) * delta k i / v k)) / (2 * INR N)) _).
  { rule (shared_12 i). }
  apply (eq_eq _ (- (2 * (mu i - t i) / (v i * 2 * INR N))) _).
  { rule (shared_13 i). }
  rule (shared_14 i).
Qed.

(** * Gradient for the means *)

Section mean.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* definition of ℒ *)
Lemma mean_1_unfold :
  pd (at1 mu n) (fun mu' => L_of N v mu' t)
  = pd (at1 mu n) (fun mu' => rsum N (fun k => ln (v k) + (mu' k - t k) ^ 2 / v k) / (2 * INR N)).
Proof.
  apply (eq_eq _ (pd (at1 mu n) (fun mu' => rsum N (fun n' => ln (v n') + (mu' n' - t n') ^ 2 / v n') / (2 * INR N))) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma mean_2_diff_scale :
  pd (at1 mu n) (fun mu' => rsum N (fun k => ln (v k) + (mu' k - t k) ^ 2 / v k) / (2 * INR N))
  = pd (at1 mu n) (fun mu' => rsum N (fun k => ln (v k) + (mu' k - t k) ^ 2 / v k)) / (2 * INR N).
Proof.
  rule_same (shared_1 n).
Qed.

(* differentiate under the sum; a constant factor stays in front; power rule; ∂μ_k/∂μ_n = δ_kn *)
Lemma mean_3_diff_sum :
  pd (at1 mu n) (fun mu' => rsum N (fun k => ln (v k) + (mu' k - t k) ^ 2 / v k)) / (2 * INR N)
  = rsum N (fun k => 2 * (mu k - t k) * delta k n / v k) / (2 * INR N).
Proof.
  rule_same (shared_2 n).
Qed.

(* the delta keeps one term of the sum *)
Lemma mean_4_sum_delta :
  rsum N (fun k => 2 * (mu k - t k) * delta k n / v k) / (2 * INR N)
  = 2 * (mu n - t n) / (v n * 2 * INR N).
Proof.
  rule (shared_3 n).
Qed.

(* cancel 2 *)
Lemma mean_5_ring :
  2 * (mu n - t n) / (v n * 2 * INR N)
  = (mu n - t n) / (INR N * v n).
Proof.
  rule (shared_4 n).
Qed.

Theorem mean :
  is_pd (at1 mu n) (fun mu' => L_of N v mu' t)
  ((mu n - t n) / (INR N * v n)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ mean_1_unfold (eq_eq _ _ _ mean_2_diff_scale (eq_eq _ _ _ mean_3_diff_sum (eq_eq _ _ _ mean_4_sum_delta mean_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition mean_outright : option (
  is_pd (at1 mu n) (fun mu' => L_of N v mu' t)
  ((mu n - t n) / (INR N * v n))).
Proof.
  attempt "mean" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n' => (Formula.Add (Formula.C (ln (v n'))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n')) (Formula.C (t n'))) 2) (Formula.C (v n')))))) (Formula.C (2 * INR N)))).
Defined.
End mean.

(** * Gradient for the variances *)

Section variance.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : (forall n', (n' < N)%nat -> 0 < v n').

(* definition of ℒ *)
Lemma variance_1_unfold :
  pd (at1 v n) (fun v' => L_of N v' mu t)
  = pd (at1 v n) (fun v' => rsum N (fun k => ln (v' k) + (mu k - t k) ^ 2 / v' k) / (2 * INR N)).
Proof.
  assert ((forall n', (n' < N)%nat -> v n' <> 0)).
  { intros n' ?.
    sgn. }
  apply (eq_eq _ (pd (at1 v n) (fun v' => rsum N (fun n' => ln (v' n') + (mu n' - t n') ^ 2 / v' n') / (2 * INR N))) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma variance_2_diff_scale :
  pd (at1 v n) (fun v' => rsum N (fun k => ln (v' k) + (mu k - t k) ^ 2 / v' k) / (2 * INR N))
  = pd (at1 v n) (fun v' => rsum N (fun k => ln (v' k) + (mu k - t k) ^ 2 / v' k)) / (2 * INR N).
Proof.
  rule_same (shared_5 n).
Qed.

(* differentiate under the sum; derivative of log, chain rule; derivative of a reciprocal; ∂v_k/∂v_n = δ_kn *)
Lemma variance_3_diff_sum :
  pd (at1 v n) (fun v' => rsum N (fun k => ln (v' k) + (mu k - t k) ^ 2 / v' k)) / (2 * INR N)
  = rsum N (fun k => delta k n / v k - (mu k - t k) ^ 2 * delta k n / v k ^ 2) / (2 * INR N).
Proof.
  rule_same (shared_6 n).
Qed.

(* the delta keeps one term of the sum *)
Lemma variance_4_sum_delta :
  rsum N (fun k => delta k n / v k - (mu k - t k) ^ 2 * delta k n / v k ^ 2) / (2 * INR N)
  = (1 / v n - (mu n - t n) ^ 2 / v n ^ 2) / (2 * INR N).
Proof.
  rule (shared_7 n).
Qed.

(* rearrange *)
Lemma variance_5_ring :
  (1 / v n - (mu n - t n) ^ 2 / v n ^ 2) / (2 * INR N)
  = (v n - (mu n - t n) ^ 2) / (2 * INR N * v n ^ 2).
Proof.
  rule (shared_8 n).
Qed.

Lemma variance_needs_1 :
  (forall k, (k < N)%nat -> v k <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem variance :
  is_pd (at1 v n) (fun v' => L_of N v' mu t)
  ((v n - (mu n - t n) ^ 2) / (2 * INR N * v n ^ 2)).
Proof.
  pose proof variance_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ variance_1_unfold (eq_eq _ _ _ variance_2_diff_scale (eq_eq _ _ _ variance_3_diff_sum (eq_eq _ _ _ variance_4_sum_delta variance_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition variance_outright : option (
  is_pd (at1 v n) (fun v' => L_of N v' mu t)
  ((v n - (mu n - t n) ^ 2) / (2 * INR N * v n ^ 2))).
Proof.
  attempt "variance" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n' => (Formula.Add (Formula.Ln (Formula.V (n'))) (Formula.Div (Formula.C ((mu n' - t n') ^ 2)) (Formula.V (n')))))) (Formula.C (2 * INR N)))).
Defined.
End variance.

(** * Derivative of L by v *)

Section derivative_L_v.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < v n).

(* definition of ℒ *)
Lemma derivative_L_v_1_unfold :
  pd (at1 v i) (fun v' => L_of N v' mu t)
  = pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n) / (2 * INR N)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_v_2_diff_scale :
  pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n) / (2 * INR N))
  = pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n)) / (2 * INR N).
Proof.
  rule (shared_5 i).
Qed.

(* differentiate under the sum; derivative of log, chain rule; derivative of a reciprocal; ∂v_k/∂v_i = δ_ki *)
Lemma derivative_L_v_3_diff_sum :
  pd (at1 v i) (fun v' => rsum N (fun n => ln (v' n) + (mu n - t n) ^ 2 / v' n)) / (2 * INR N)
  = rsum N (fun k => delta k i / v k - (mu k - t k) ^ 2 * delta k i / v k ^ 2) / (2 * INR N).
Proof.
  rule (shared_6 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_v_4_sum_delta :
  rsum N (fun k => delta k i / v k - (mu k - t k) ^ 2 * delta k i / v k ^ 2) / (2 * INR N)
  = (1 / v i - (mu i - t i) ^ 2 / v i ^ 2) / (2 * INR N).
Proof.
  rule (shared_7 i).
Qed.

(* rearrange *)
Lemma derivative_L_v_5_ring :
  (1 / v i - (mu i - t i) ^ 2 / v i ^ 2) / (2 * INR N)
  = (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2).
Proof.
  rule (shared_8 i).
Qed.

Lemma derivative_L_v_needs_1 :
  (forall n, (n < N)%nat -> v n <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem derivative_L_v :
  is_pd (at1 v i) (fun v' => L_of N v' mu t)
  ((v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2)).
Proof.
  pose proof derivative_L_v_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_v_1_unfold (eq_eq _ _ _ derivative_L_v_2_diff_scale (eq_eq _ _ _ derivative_L_v_3_diff_sum (eq_eq _ _ _ derivative_L_v_4_sum_delta derivative_L_v_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for variance or else anew *)
Definition derivative_L_v_outright : option (
  is_pd (at1 v i) (fun v' => L_of N v' mu t)
  ((v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2))).
Proof.
  attempt "derivative_L_v" as (variance_outright i) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Ln (Formula.V (n))) (Formula.Div (Formula.C ((mu n - t n) ^ 2)) (Formula.V (n)))))) (Formula.C (2 * INR N)))).
Defined.
End derivative_L_v.

(** * VJP of L for v *)

Section vjp_L_v.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < v n).

(* put in ∂ℒ/∂v_i *)
Lemma vjp_L_v_1_lemma :
  L_bar * pd (at1 v i) (fun v' => L_of N v' mu t)
  = L_bar * ((v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2)).
Proof.
  assert ((forall n, (n < N)%nat -> v n <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 i).
Qed.

(* rearrange *)
Lemma vjp_L_v_2_ring :
  L_bar * ((v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2))
  = L_bar * (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2).
Proof.
  assert (v i <> 0).
  { sgn. }
  assert (INR N <> 0).
  { sgn. }
  apply (eq_eq _ (L_bar * mu i * t i / (v i ^ 2 * INR N) - (1 / 2) * L_bar * mu i ^ 2 / (v i ^ 2 * INR N) - (1 / 2) * L_bar * t i ^ 2 / (v i ^ 2 * INR N) + (1 / 2) * L_bar / (v i * INR N)) _).
  { cancel. }
  symmetry.
  cancel.
Qed.

Lemma vjp_L_v_needs_1 :
  (forall n, (n < N)%nat -> v n <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_L_v :
  is_pd (at1 v i) (fun v' => L_bar * L_of N v' mu t)
  (L_bar * (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2)).
Proof.
  pose proof vjp_L_v_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 v i) (fun v' => L_of N v' mu t)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_v_1_lemma vjp_L_v_2_ring).
Qed.

(* the same by the differentiator, by what it found for variance or else anew *)
Definition vjp_L_v_outright : option (
  is_pd (at1 v i) (fun v' => L_bar * L_of N v' mu t)
  (L_bar * (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2))).
Proof.
  attempt "vjp_L_v" times (variance_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Ln (Formula.V (n))) (Formula.Div (Formula.C ((mu n - t n) ^ 2)) (Formula.V (n)))))) (Formula.C (2 * INR N))))).
Defined.
End vjp_L_v.

(** * JVP of L for v *)

Section jvp_L_v.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < v n).

(* put in ∂ℒ/∂v_i *)
Lemma jvp_L_v_1_lemma :
  rsum N (fun i => pd (at1 v i) (fun v' => L_of N v' mu t) * v_dot i)
  = rsum N (fun i => (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2) * v_dot i).
Proof.
  assert ((forall n, (n < N)%nat -> v n <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 i).
Qed.

Lemma jvp_L_v_needs_1 :
  (forall n, (n < N)%nat -> v n <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem jvp_L_v :
  is_pd (at0 0) (fun t' => L_of N (line1 v v_dot t') mu t)
  (rsum N (fun i => (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2) * v_dot i)).
Proof.
  pose proof jvp_L_v_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 v i) (fun v' => L_of N v' mu t) * v_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 v i) (fun v' => L_of N v' mu t) * v_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N v (fun v' => L_of N v' mu t) (fun t' => (line1 v v_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_v_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_v_outright : option (
  is_pd (at0 0) (fun t' => L_of N (line1 v v_dot t') mu t)
  (rsum N (fun i => (v i - (mu i - t i) ^ 2) / (2 * INR N * v i ^ 2) * v_dot i))).
Proof.
  attempt "jvp_L_v" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 v) (Formula.flat1 v_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Ln (Formula.V (n))) (Formula.Div (Formula.C ((mu n - t n) ^ 2)) (Formula.V (n)))))) (Formula.C (2 * INR N)))).
Defined.
End jvp_L_v.

(** * Derivative of L by mu *)

Section derivative_L_mu.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_mu_1_unfold :
  pd (at1 mu i) (fun mu' => L_of N v mu' t)
  = pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n) / (2 * INR N)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_mu_2_diff_scale :
  pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n) / (2 * INR N))
  = pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n)) / (2 * INR N).
Proof.
  rule (shared_1 i).
Qed.

(* differentiate under the sum; a constant factor stays in front; power rule; ∂μ_k/∂μ_i = δ_ki *)
Lemma derivative_L_mu_3_diff_sum :
  pd (at1 mu i) (fun mu' => rsum N (fun n => ln (v n) + (mu' n - t n) ^ 2 / v n)) / (2 * INR N)
  = rsum N (fun k => 2 * (mu k - t k) * delta k i / v k) / (2 * INR N).
Proof.
  rule (shared_2 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_mu_4_sum_delta :
  rsum N (fun k => 2 * (mu k - t k) * delta k i / v k) / (2 * INR N)
  = 2 * (mu i - t i) / (v i * 2 * INR N).
Proof.
  rule (shared_3 i).
Qed.

(* cancel 2 *)
Lemma derivative_L_mu_5_ring :
  2 * (mu i - t i) / (v i * 2 * INR N)
  = (mu i - t i) / (INR N * v i).
Proof.
  rule (shared_4 i).
Qed.

Theorem derivative_L_mu :
  is_pd (at1 mu i) (fun mu' => L_of N v mu' t)
  ((mu i - t i) / (INR N * v i)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_mu_1_unfold (eq_eq _ _ _ derivative_L_mu_2_diff_scale (eq_eq _ _ _ derivative_L_mu_3_diff_sum (eq_eq _ _ _ derivative_L_mu_4_sum_delta derivative_L_mu_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for mean or else anew *)
Definition derivative_L_mu_outright : option (
  is_pd (at1 mu i) (fun mu' => L_of N v mu' t)
  ((mu i - t i) / (INR N * v i))).
Proof.
  attempt "derivative_L_mu" as (mean_outright i) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (t n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N)))).
Defined.
End derivative_L_mu.

(** * VJP of L for mu *)

Section vjp_L_mu.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂μ_i *)
Lemma vjp_L_mu_1_lemma :
  L_bar * pd (at1 mu i) (fun mu' => L_of N v mu' t)
  = L_bar * ((mu i - t i) / (INR N * v i)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_10 i).
Qed.

(* rearrange *)
Lemma vjp_L_mu_2_ring :
  L_bar * ((mu i - t i) / (INR N * v i))
  = L_bar * (mu i - t i) / (INR N * v i).
Proof.
  apply (eq_eq _ (L_bar * mu i / (v i * INR N) - L_bar * t i / (v i * INR N)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_mu :
  is_pd (at1 mu i) (fun mu' => L_bar * L_of N v mu' t)
  (L_bar * (mu i - t i) / (INR N * v i)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 mu i) (fun mu' => L_of N v mu' t)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_mu_1_lemma vjp_L_mu_2_ring).
Qed.

(* the same by the differentiator, by what it found for mean or else anew *)
Definition vjp_L_mu_outright : option (
  is_pd (at1 mu i) (fun mu' => L_bar * L_of N v mu' t)
  (L_bar * (mu i - t i) / (INR N * v i))).
Proof.
  attempt "vjp_L_mu" times (mean_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (t n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N))))).
Defined.
End vjp_L_mu.

(** * JVP of L for mu *)

Section jvp_L_mu.

(* put in ∂ℒ/∂μ_i *)
Lemma jvp_L_mu_1_lemma :
  rsum N (fun i => pd (at1 mu i) (fun mu' => L_of N v mu' t) * mu_dot i)
  = rsum N (fun i => (mu i - t i) / (INR N * v i) * mu_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_10 i).
Qed.

Theorem jvp_L_mu :
  is_pd (at0 0) (fun t' => L_of N v (line1 mu mu_dot t') t)
  (rsum N (fun i => (mu i - t i) / (INR N * v i) * mu_dot i)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 mu i) (fun mu' => L_of N v mu' t) * mu_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 mu i) (fun mu' => L_of N v mu' t) * mu_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N mu (fun mu' => L_of N v mu' t) (fun t' => (line1 mu mu_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_mu_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_mu_outright : option (
  is_pd (at0 0) (fun t' => L_of N v (line1 mu mu_dot t') t)
  (rsum N (fun i => (mu i - t i) / (INR N * v i) * mu_dot i))).
Proof.
  attempt "jvp_L_mu" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 mu) (Formula.flat1 mu_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (t n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N)))).
Defined.
End jvp_L_mu.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t i) (fun t' => L_of N v mu t')
  = pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n) / (2 * INR N)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n) / (2 * INR N))
  = pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n)) / (2 * INR N).
Proof.
  rule (shared_11 i).
Qed.

(* differentiate under the sum; a constant factor stays in front; power rule; ∂t_k/∂t_i = δ_ki *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t i) (fun t' => rsum N (fun n => ln (v n) + (mu n - t' n) ^ 2 / v n)) / (2 * INR N)
  = rsum N (fun k => - (2 * (mu k - t k) * delta k i / v k)) / (2 * INR N).
Proof.
  rule (shared_12 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_4_sum_delta :
  rsum N (fun k => - (2 * (mu k - t k) * delta k i / v k)) / (2 * INR N)
  = - (2 * (mu i - t i) / (v i * 2 * INR N)).
Proof.
  rule (shared_13 i).
Qed.

(* cancel 2 *)
Lemma derivative_L_t_5_ring :
  - (2 * (mu i - t i) / (v i * 2 * INR N))
  = (t i - mu i) / (INR N * v i).
Proof.
  rule (shared_14 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t i) (fun t' => L_of N v mu t')
  ((t i - mu i) / (INR N * v i)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum (eq_eq _ _ _ derivative_L_t_4_sum_delta derivative_L_t_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_of N v mu t')
  ((t i - mu i) / (INR N * v i))).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (mu n)) (Formula.V (n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N)))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂t_i *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t i) (fun t' => L_of N v mu t')
  = L_bar * ((t i - mu i) / (INR N * v i)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_15 i).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * ((t i - mu i) / (INR N * v i))
  = L_bar * (t i - mu i) / (INR N * v i).
Proof.
  apply (eq_eq _ (- (L_bar * mu i / (v i * INR N)) + L_bar * t i / (v i * INR N)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t i) (fun t' => L_bar * L_of N v mu t')
  (L_bar * (t i - mu i) / (INR N * v i)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t i) (fun t' => L_of N v mu t')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_bar * L_of N v mu t')
  (L_bar * (t i - mu i) / (INR N * v i))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (mu n)) (Formula.V (n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_i *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun i => pd (at1 t i) (fun t' => L_of N v mu t') * t_dot i)
  = rsum N (fun i => (t i - mu i) / (INR N * v i) * t_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_15 i).
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N v mu (line1 t t_dot t'))
  (rsum N (fun i => (t i - mu i) / (INR N * v i) * t_dot i)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t' => L_of N v mu t') * t_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t'' => L_of N v mu t'') * t_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N v mu t'') (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of N v mu (line1 t t_dot t'))
  (rsum N (fun i => (t i - mu i) / (INR N * v i) * t_dot i))).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.C (ln (v n))) (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (mu n)) (Formula.V (n))) 2) (Formula.C (v n)))))) (Formula.C (2 * INR N)))).
Defined.
End jvp_L_t.
End gaussian_nll_theory.

(* the hypotheses of variance can be met *)
Lemma variance_possible :
  exists (N : nat) (v : nat -> R),
  (2 <= N)%nat /\ ((forall n', (n' < N)%nat -> 0 < v n')).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_v can be met *)
Lemma derivative_L_v_possible :
  exists (N : nat) (v : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < v n)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_v can be met *)
Lemma vjp_L_v_possible :
  exists (N : nat) (v : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < v n)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_v can be met *)
Lemma jvp_L_v_possible :
  exists (N : nat) (v : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < v n)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.
