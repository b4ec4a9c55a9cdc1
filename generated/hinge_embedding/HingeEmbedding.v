(* made by derive, do not edit *)
(* Hinge embedding loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (t : nat -> R) (x : nat -> R) (m : R) : R :=
  rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m - x n)) / INR N.
#[local] Hint Unfold L_of : definitions.

Section hinge_embedding_theory.
Variable (N : nat).
Variables (m m_dot L_bar : R).
Variables (x t x_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N t x m).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - x n)) ->
  pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)) / INR N) = pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)))) _).
  { assert (pd (at1 x i) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => 1 / INR N) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - x n)) ->
  pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n))) / INR N = rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k i)) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else 0 - delta k i)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun k => t k * x' k + (1 - t k) * Rmax 0 (m - x' k)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 x i) (fun x' => t k * x' k + (1 - t k) * Rmax 0 (m - x' k)))) _).
    { rule (diff_sum (at1 x i) N (fun k x' => t k * x' k + (1 - t k) * Rmax 0 (m - x' k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x i) (fun x' => t k * x' k) + pd (at1 x i) (fun x' => (1 - t k) * Rmax 0 (m - x' k))) _).
    { rule (diff_add (at1 x i) (fun x' => t k * x' k) (fun x' => (1 - t k) * Rmax 0 (m - x' k))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x i) (fun x' => t k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (t k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => t k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => t k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (pd (at1 x i) (fun x' => (1 - t k) * Rmax 0 (m - x' k))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t k) * pd (at1 x i) (fun x' => Rmax 0 (m - x' k))) _).
    { assert (pd (at1 x i) (fun x' => 1 - t k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x i) (fun x' => 1 - t k) (fun x' => Rmax 0 (m - x' k))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (m - x k) 0 then pd (at1 x i) (fun x' => 0) else pd (at1 x i) (fun x' => m - x' k))) _).
    { rule (diff_max (at1 x i) (fun x' => 0) (fun x' => m - x' k)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 x i) (fun x' => m) + pd (at1 x i) (fun x' => - x' k)) _).
      { rule (diff_add (at1 x i) (fun x' => m) (fun x' => - x' k)). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 x i) (fun x' => x' k)) _).
      { rule (diff_neg (at1 x i) (fun x' => x' k)). }
      refine (f_equal Ropp _).
      apply variable1. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k i)) / INR N = t i / INR N + (if leb (m - x i) 0 then 0 else (-1)) / INR N - t i * (if leb (m - x i) 0 then 0 else (-1)) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (((if leb (m - x i) 0 then 0 else (-1)) + (-1) * (if leb (m - x i) 0 then 0 else (-1)) * t i + t i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (m - x k) 0 then 0 else (-1)) - delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k + delta k i * t k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (t k * delta k i + (1 - t k) * delta k i * (if leb (m - x k) 0 then 0 else (-1))) _).
      { refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ ((1 - t k) * (delta k i * (if leb (m - x k) 0 then 0 else (-1)))) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (m - x k) 0 then delta k i * 0 else delta k i * (-1))) _).
        { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
          { arith. }
          { arith. } }
        rule (if_factor (delta k i) 0 (-1) (leb (m - x k) 0)). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (m - x k) 0 then 0 else (-1))) + rsum N (fun k => - (delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k) + delta k i * t k)) _).
    { rule_same (sum_add N (fun k => delta k i * (if leb (m - x k) 0 then 0 else (-1))) (fun k => - (delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k) + delta k i * t k) (fun k => true)). }
    apply (eq_eq _ ((if leb (m - x i) 0 then 0 else (-1)) + ((-1) * (if leb (m - x i) 0 then 0 else (-1)) * t i + t i)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { rule (sum_delta N (fun k => (if leb (m - x k) 0 then 0 else (-1))) i). }
    apply (eq_eq _ (rsum N (fun k => - (delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k)) + rsum N (fun k => delta k i * t k)) _).
    { rule (sum_add N (fun k => - (delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k)) (fun k => delta k i * t k) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (-1) * delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum N (fun k => delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k)) _).
      { rule_same (sum_factor N (-1) (fun k => delta k i * (if leb (m - x k) 0 then 0 else (-1)) * t k) (fun k => true)). }
      apply (eq_eq _ ((-1) * ((if leb (m - x i) 0 then 0 else (-1)) * t i)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      rule_same (sum_delta N (fun k => (if leb (m - x k) 0 then 0 else (-1)) * t k) i). }
    rule (sum_delta N (fun k => t k) i). }
  apply (eq_eq _ (- ((if leb (m - x i) 0 then 0 else (-1)) * t i / INR N) + (if leb (m - x i) 0 then 0 else (-1)) / INR N + t i / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_4 :
  forall k : nat,
  (k < N)%nat ->
  - m + x k = 0 - (m - x k).
Proof.
  intros k ?.
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - x i) 0 then 0 else (-1)) = (-1) + (if leb 0 (- m + x i) then 1 else 0).
Proof.
  intros i ?.
  apply (eq_eq _ ((if leb 0 (- m + x i) then 0 else (-1))) _).
  { assert (- m + x i = 0 - (m - x i)).
    { rule (shared_4 i). }
    rule (if_moved (m - x i) 0 0 (-1) (- m + x i)). }
  apply (eq_eq _ ((if leb 0 (- m + x i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + x i) then 1 else 0)) * (-1)) _).
  { rule (if_indicator 0 (-1) (leb 0 (- m + x i))). }
  arith.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < N)%nat ->
  t i / INR N + (if leb (m - x i) 0 then 0 else (-1)) / INR N - t i * (if leb (m - x i) 0 then 0 else (-1)) / INR N = (if leb (m - x i) 0 then t i else 2 * t i + (-1)) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (t i / INR N + ((-1) + (if leb 0 (- m + x i) then 1 else 0)) / INR N - t i * ((-1) + (if leb 0 (- m + x i) then 1 else 0)) / INR N) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal2 Rdiv _ eq_refl)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    { rule (shared_5 i). }
    rule (shared_5 i). }
  apply (eq_eq _ (- ((if leb 0 (- m + x i) then 1 else 0) * t i / INR N) + (if leb 0 (- m + x i) then 1 else 0) / INR N + 2 * t i / INR N - 1 / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (((-1) + (if leb 0 (- m + x i) then 1 else 0) - (if leb 0 (- m + x i) then 1 else 0) * t i + 2 * t i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((if leb (m - x i) 0 then t i else (-1) + 2 * t i)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb 0 (- m + x i) then t i else (-1) + 2 * t i)) _).
    { assert (- m + x i = 0 - (m - x i)).
      { rule (shared_4 i). }
      rule (if_moved (m - x i) 0 (t i) ((-1) + 2 * t i) (- m + x i)). }
    apply (eq_eq _ ((if leb 0 (- m + x i) then 1 else 0) * t i + (1 - (if leb 0 (- m + x i) then 1 else 0)) * ((-1) + 2 * t i)) _).
    { rule (if_indicator (t i) ((-1) + 2 * t i) (leb 0 (- m + x i))). }
    arith. }
  fractions.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - x i) 0 then t i else 2 * t i + (-1)) / INR N = (if leb m (x i) then t i else 2 * t i + (-1)) / INR N.
Proof.
  intros i ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ ((if leb m (x i) then (if leb (m - x i) 0 then t i else 2 * t i + (-1)) else (if leb (m - x i) 0 then t i else 2 * t i + (-1)))) _).
  { symmetry.
    rule (if_same (if leb (m - x i) 0 then t i else 2 * t i + (-1)) (leb m (x i))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { assert (m - x i <= 0).
    { sgn. }
    rule (if_true (t i) (2 * t i + (-1)) (leb (m - x i) 0)). }
  { apply (eq_eq _ ((if ltb 0 (m - x i) then 2 * t i + (-1) else t i)) _).
    { symmetry.
      rule (if_less 0 (m - x i) (2 * t i + (-1)) (t i)). }
    assert (0 < m - x i).
    { sgn. }
    rule (if_true (2 * t i + (-1)) (t i) (ltb 0 (m - x i))). }
Qed.

Lemma shared_8 :
  forall n : nat,
  (n < N)%nat ->
  - m + x n = x n - m.
Proof.
  intros n ?.
  symmetry.
  arith.
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> m <> x n)) ->
  pd (at1 x i) (fun x' => L_of N t x' m) = (if leb m (x i) then t i else 2 * t i + (-1)) / INR N.
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - x n)).
  { intros n ?.
    assert (m <> x n).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n))) / INR N) _).
  { rule (shared_1 i). }
  apply (eq_eq _ (rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k i)) / INR N) _).
  { rule (shared_2 i). }
  apply (eq_eq _ (t i / INR N + (if leb (m - x i) 0 then 0 else (-1)) / INR N - t i * (if leb (m - x i) 0 then 0 else (-1)) / INR N) _).
  { rule (shared_3 i). }
  apply (eq_eq _ ((if leb (m - x i) 0 then t i else 2 * t i + (-1)) / INR N) _).
  { rule (shared_6 i). }
  rule (shared_7 i).
Qed.

Lemma shared_10 :
  ((forall n, (n < N)%nat -> 0 <> m - x n)) ->
  pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)) / INR N) = pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n))) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR N * rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)))) _).
  { apply pd_ext.
    intros m'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR N * rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)))) _).
  { assert (pd (at0 m) (fun m' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at0 m) (fun m' => 1 / INR N) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)))). }
  fractions.
Qed.

Lemma shared_11 :
  ((forall n, (n < N)%nat -> 0 <> m - x n)) ->
  pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n))) / INR N = rsum N (fun k => (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (rsum N (fun k => 0 + (1 - t k) * (if leb (m - x k) 0 then 0 else 1 + 0)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun k => t k * x k + (1 - t k) * Rmax 0 (m' - x k)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at0 m) (fun m' => t k * x k + (1 - t k) * Rmax 0 (m' - x k)))) _).
    { rule (diff_sum (at0 m) N (fun k m' => t k * x k + (1 - t k) * Rmax 0 (m' - x k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at0 m) (fun m' => t k * x k) + pd (at0 m) (fun m' => (1 - t k) * Rmax 0 (m' - x k))) _).
    { rule (diff_add (at0 m) (fun m' => t k * x k) (fun m' => (1 - t k) * Rmax 0 (m' - x k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at0 m) (fun m' => (1 - t k) * Rmax 0 (m' - x k))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t k) * pd (at0 m) (fun m' => Rmax 0 (m' - x k))) _).
    { assert (pd (at0 m) (fun m' => 1 - t k) = 0).
      { apply constant. }
      rule (diff_scale (at0 m) (fun m' => 1 - t k) (fun m' => Rmax 0 (m' - x k))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (m - x k) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' - x k))) _).
    { rule (diff_max (at0 m) (fun m' => 0) (fun m' => m' - x k)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 m) (fun m' => m') + pd (at0 m) (fun m' => - x k)) _).
      { rule (diff_add (at0 m) (fun m' => m') (fun m' => - x k)). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (0 + (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  arith.
Qed.

Lemma shared_12 :
  rsum N (fun k => 1 - (if leb 0 (- m + x k) then 1 else 0) + (if leb 0 (- m + x k) then 1 else 0) * t k - t k) = INR N + (-1) * rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0)) + rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) + (-1) * rsum N (fun k => t k).
Proof.
  apply (eq_eq _ (rsum N (fun k => 1 - (if leb 0 (- m + x k) then 1 else 0)) + rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k - t k)) _).
  { rule_same (sum_add N (fun k => 1 - (if leb 0 (- m + x k) then 1 else 0)) (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k - t k) (fun k => true)). }
  apply (eq_eq _ ((INR N + (-1) * rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0))) + (rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) + (-1) * rsum N (fun k => t k))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum N (fun k => 1) + rsum N (fun k => - (if leb 0 (- m + x k) then 1 else 0))) _).
    { rule (sum_add N (fun k => 1) (fun k => - (if leb 0 (- m + x k) then 1 else 0)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (INR N * 1) _).
      { rule (sum_constant N 1). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * (if leb 0 (- m + x k) then 1 else 0))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_factor N (-1) (fun k => (if leb 0 (- m + x k) then 1 else 0)) (fun k => true)). }
  apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) + rsum N (fun k => - t k)) _).
  { rule (sum_add N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) (fun k => - t k) (fun k => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum N (fun k => (-1) * t k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_factor N (-1) (fun k => t k) (fun k => true)).
Qed.

Lemma shared_13 :
  rsum N (fun k => (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) / INR N = rsum N (fun k => (if leb (m - x k) 0 then 0 else 1 - t k)) / INR N.
Proof.
  assert (INR N <> 0).
  { sgn. }
  apply (eq_eq _ ((INR N + (-1) * rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0)) + rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) + (-1) * rsum N (fun k => t k)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => 1 - (if leb 0 (- m + x k) then 1 else 0) + (if leb 0 (- m + x k) then 1 else 0) * t k - t k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - t k) * (1 - (if leb 0 (- m + x k) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb 0 (- m + x k) then 0 else 1)) _).
        { assert (- m + x k = 0 - (m - x k)).
          { rule (shared_4 k). }
          rule (if_moved (m - x k) 0 0 1 (- m + x k)). }
        apply (eq_eq _ ((if leb 0 (- m + x k) then 1 else 0) * 0 + (1 - (if leb 0 (- m + x k) then 1 else 0)) * 1) _).
        { rule (if_indicator 0 1 (leb 0 (- m + x k))). }
        arith. }
      arith. }
    rule shared_12. }
  apply (eq_eq _ (1 - rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0)) / INR N + rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) / INR N - rsum N (fun k => t k) / INR N) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((INR N + (-1) * rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0)) + rsum N (fun k => (if leb 0 (- m + x k) then 1 else 0) * t k) + (-1) * rsum N (fun k => t k)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => 1 - (if leb 0 (- m + x k) then 1 else 0) + (if leb 0 (- m + x k) then 1 else 0) * t k - t k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb 0 (- m + x k) then 0 else 1 - t k)) _).
      { assert (- m + x k = 0 - (m - x k)).
        { rule (shared_4 k). }
        rule (if_moved (m - x k) 0 0 (1 - t k) (- m + x k)). }
      apply (eq_eq _ ((if leb 0 (- m + x k) then 1 else 0) * 0 + (1 - (if leb 0 (- m + x k) then 1 else 0)) * (1 - t k)) _).
      { rule (if_indicator 0 (1 - t k) (leb 0 (- m + x k))). }
      arith. }
    rule shared_12. }
  cancel.
Qed.

Lemma shared_14 :
  rsum N (fun k => (if leb (m - x k) 0 then 0 else 1 - t k)) / INR N = rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((if leb m (x k) then (if leb (m - x k) 0 then 0 else 1 - t k) else (if leb (m - x k) 0 then 0 else 1 - t k))) _).
  { symmetry.
    rule (if_same (if leb (m - x k) 0 then 0 else 1 - t k) (leb m (x k))). }
  apply (eq_eq _ ((if leb m (x k) then 0 else 1 - t k)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m - x k <= 0).
      { sgn. }
      rule (if_true 0 (1 - t k) (leb (m - x k) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m - x k) then 1 - t k else 0)) _).
      { symmetry.
        rule (if_less 0 (m - x k) (1 - t k) 0). }
      assert (0 < m - x k).
      { sgn. }
      rule (if_true (1 - t k) 0 (ltb 0 (m - x k))). } }
  symmetry.
  rule (if_less (x k) m (1 - t k) 0).
Qed.

Lemma shared_15 :
  ((forall n, (n < N)%nat -> m <> x n)) ->
  pd (at0 m) (fun m' => L_of N t x m') = rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N.
Proof.
  intros ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - x n)).
  { intros n ?.
    assert (m <> x n).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n))) / INR N) _).
  { rule shared_10. }
  apply (eq_eq _ (rsum N (fun k => (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) / INR N) _).
  { rule shared_11. }
  apply (eq_eq _ (rsum N (fun k => (if leb (m - x k) 0 then 0 else 1 - t k)) / INR N) _).
  { rule shared_13. }
  rule shared_14.
Qed.

(** * Gradient *)

Section gradient.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : (forall n', (n' < N)%nat -> m <> x n').

Lemma gradient_needs_1 :
  (forall n', (n' < N)%nat -> 0 <> m - x n').
Proof.
  intros n' ?.
  assert (m <> x n').
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 x n) (fun x' => L_of N t x' m)
  = pd (at1 x n) (fun x' => rsum N (fun k => t k * x' k + (1 - t k) * Rmax 0 (m - x' k)) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply (eq_eq _ (pd (at1 x n) (fun x' => rsum N (fun n' => t n' * x' n' + (1 - t n') * Rmax 0 (m - x' n')) / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 x n) (fun x' => rsum N (fun k => t k * x' k + (1 - t k) * Rmax 0 (m - x' k)) / INR N)
  = pd (at1 x n) (fun x' => rsum N (fun k => t k * x' k + (1 - t k) * Rmax 0 (m - x' k))) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_1 n).
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies; ∂x_k/∂x_n = δ_kn *)
Lemma gradient_3_diff_sum :
  pd (at1 x n) (fun x' => rsum N (fun k => t k * x' k + (1 - t k) * Rmax 0 (m - x' k))) / INR N
  = rsum N (fun k => t k * delta k n + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k n)) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_2 n).
Qed.

(* multiply out; a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma gradient_4_if_factor :
  rsum N (fun k => t k * delta k n + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k n)) / INR N
  = t n / INR N + (if leb (m - x n) 0 then 0 else (-1)) / INR N - t n * (if leb (m - x n) 0 then 0 else (-1)) / INR N.
Proof.
  rule (shared_3 n).
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma gradient_5_if_moved :
  t n / INR N + (if leb (m - x n) 0 then 0 else (-1)) / INR N - t n * (if leb (m - x n) 0 then 0 else (-1)) / INR N
  = (if leb (m - x n) 0 then t n else 2 * t n + (-1)) / INR N.
Proof.
  rule (shared_6 n).
Qed.

(* case by case *)
Lemma gradient_6_cases :
  (if leb (m - x n) 0 then t n else 2 * t n + (-1)) / INR N
  = (if leb m (x n) then t n else 2 * t n + (-1)) / INR N.
Proof.
  rule (shared_7 n).
Qed.

(* factor; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma gradient_7_if_moved :
  (if leb m (x n) then t n else 2 * t n + (-1)) / INR N
  = (t n - (1 - t n) * (if ltb (x n) m then 1 else 0)) / INR N.
Proof.
  apply (eq_eq _ (((-1) + (if leb 0 (- m + x n) then 1 else 0) - (if leb 0 (- m + x n) then 1 else 0) * t n + 2 * t n) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((if leb m (x n) then t n else (-1) + 2 * t n)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb 0 (- m + x n) then t n else (-1) + 2 * t n)) _).
    { assert (- m + x n = x n - m).
      { rule (shared_8 n). }
      rule (if_moved m (x n) (t n) ((-1) + 2 * t n) (- m + x n)). }
    apply (eq_eq _ ((if leb 0 (- m + x n) then 1 else 0) * t n + (1 - (if leb 0 (- m + x n) then 1 else 0)) * ((-1) + 2 * t n)) _).
    { rule (if_indicator (t n) ((-1) + 2 * t n) (leb 0 (- m + x n))). }
    arith. }
  apply (eq_eq _ (- ((if leb 0 (- m + x n) then 1 else 0) * t n / INR N) + (if leb 0 (- m + x n) then 1 else 0) / INR N + 2 * t n / INR N - 1 / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((t n - (1 - t n) * (1 - (if leb 0 (- m + x n) then 1 else 0))) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply (eq_eq _ ((if leb m (x n) then 0 else 1)) _).
    { rule (if_less (x n) m 1 0). }
    apply (eq_eq _ ((if leb 0 (- m + x n) then 0 else 1)) _).
    { assert (- m + x n = x n - m).
      { rule (shared_8 n). }
      rule (if_moved m (x n) 0 1 (- m + x n)). }
    apply (eq_eq _ ((if leb 0 (- m + x n) then 1 else 0) * 0 + (1 - (if leb 0 (- m + x n) then 1 else 0)) * 1) _).
    { rule (if_indicator 0 1 (leb 0 (- m + x n))). }
    arith. }
  fractions.
Qed.

Theorem gradient :
  is_pd (at1 x n) (fun x' => L_of N t x' m)
  ((t n - (1 - t n) * (if ltb (x n) m then 1 else 0)) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_if_factor (eq_eq _ _ _ gradient_5_if_moved (eq_eq _ _ _ gradient_6_cases gradient_7_if_moved)))))).
Qed.
End gradient.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma derivative_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_x_1_unfold :
  pd (at1 x i) (fun x' => L_of N t x' m)
  = pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)) / INR N).
Proof.
  pose proof derivative_L_x_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_x_2_diff_scale :
  pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n)) / INR N)
  = pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n))) / INR N.
Proof.
  pose proof derivative_L_x_needs_1.
  rule (shared_1 i).
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_L_x_3_diff_sum :
  pd (at1 x i) (fun x' => rsum N (fun n => t n * x' n + (1 - t n) * Rmax 0 (m - x' n))) / INR N
  = rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k i)) / INR N.
Proof.
  pose proof derivative_L_x_needs_1.
  rule (shared_2 i).
Qed.

(* multiply out; a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma derivative_L_x_4_if_factor :
  rsum N (fun k => t k * delta k i + (1 - t k) * (if leb (m - x k) 0 then 0 else - delta k i)) / INR N
  = t i / INR N + (if leb (m - x i) 0 then 0 else (-1)) / INR N - t i * (if leb (m - x i) 0 then 0 else (-1)) / INR N.
Proof.
  rule (shared_3 i).
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_x_5_if_moved :
  t i / INR N + (if leb (m - x i) 0 then 0 else (-1)) / INR N - t i * (if leb (m - x i) 0 then 0 else (-1)) / INR N
  = (if leb (m - x i) 0 then t i else 2 * t i + (-1)) / INR N.
Proof.
  rule (shared_6 i).
Qed.

(* case by case *)
Lemma derivative_L_x_6_cases :
  (if leb (m - x i) 0 then t i else 2 * t i + (-1)) / INR N
  = (if leb m (x i) then t i else 2 * t i + (-1)) / INR N.
Proof.
  rule (shared_7 i).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of N t x' m)
  ((if leb m (x i) then t i else 2 * t i + (-1)) / INR N).
Proof.
  pose proof derivative_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_unfold (eq_eq _ _ _ derivative_L_x_2_diff_scale (eq_eq _ _ _ derivative_L_x_3_diff_sum (eq_eq _ _ _ derivative_L_x_4_if_factor (eq_eq _ _ _ derivative_L_x_5_if_moved derivative_L_x_6_cases))))).
Qed.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma vjp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of N t x' m)
  = L_bar * ((if leb m (x i) then t i else 2 * t i + (-1)) / INR N).
Proof.
  pose proof vjp_L_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 i).
Qed.

(* rearrange *)
Lemma vjp_L_x_2_ring :
  L_bar * ((if leb m (x i) then t i else 2 * t i + (-1)) / INR N)
  = L_bar * (if leb m (x i) then t i else 2 * t i + (-1)) / INR N.
Proof.
  apply (eq_eq _ (L_bar * ((if leb m (x i) then t i else (-1) + 2 * t i) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ ((if leb m (x i) then t i else (-1) + 2 * t i) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * (if leb m (x i) then t i else (-1) + 2 * t i) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  fractions.
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of N t x' m)
  (L_bar * (if leb m (x i) then t i else 2 * t i + (-1)) / INR N).
Proof.
  pose proof vjp_L_x_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of N t x' m)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_x_1_lemma vjp_L_x_2_ring).
Qed.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma jvp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x' m) * x_dot i)
  = rsum N (fun i => (if leb m (x i) then t i else 2 * t i + (-1)) / INR N * x_dot i).
Proof.
  pose proof jvp_L_x_needs_1.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_x_2_sum_factor :
  rsum N (fun i => (if leb m (x i) then t i else 2 * t i + (-1)) / INR N * x_dot i)
  = rsum N (fun i => x_dot i * (if leb m (x i) then t i else 2 * t i + (-1))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun i => (if leb m (x i) then t i else (-1) + 2 * t i) * x_dot i / INR N)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((if leb m (x i) then t i else (-1) + 2 * t i) / INR N * x_dot i) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    fractions. }
  apply (eq_eq _ (rsum N (fun i => 1 / INR N * (if leb m (x i) then t i else (-1) + 2 * t i) * x_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb m (x k) then t k else (-1) + 2 * t k) * x_dot k)) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb m (x k) then t k else (-1) + 2 * t k) * x_dot k)) _).
  { rule_same (sum_factor N (1 / INR N) (fun i => (if leb m (x i) then t i else (-1) + 2 * t i) * x_dot i) (fun i => true)). }
  apply (eq_eq _ (1 / INR N * rsum N (fun i => (if leb m (x i) then t i else (-1) + 2 * t i) * x_dot i)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun i => (if leb m (x i) then t i else (-1) + 2 * t i) * x_dot i) / INR N) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (x_dot i * (if leb m (x i) then t i else (-1) + 2 * t i)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  arith.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of N t (line1 x x_dot t') m)
  (rsum N (fun i => x_dot i * (if leb m (x i) then t i else 2 * t i + (-1))) / INR N).
Proof.
  pose proof jvp_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x' m) * x_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x' m) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => L_of N t x' m) (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_x_1_lemma jvp_L_x_2_sum_factor).
Qed.
End jvp_L_x.

(** * Derivative of L by m *)

Section derivative_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma derivative_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_m_1_unfold :
  pd (at0 m) (fun m' => L_of N t x m')
  = pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)) / INR N).
Proof.
  pose proof derivative_L_m_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_m_2_diff_scale :
  pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n)) / INR N)
  = pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n))) / INR N.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_10.
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies *)
Lemma derivative_L_m_3_diff_sum :
  pd (at0 m) (fun m' => rsum N (fun n => t n * x n + (1 - t n) * Rmax 0 (m' - x n))) / INR N
  = rsum N (fun k => (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) / INR N.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_11.
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_m_4_if_moved :
  rsum N (fun k => (1 - t k) * (if leb (m - x k) 0 then 0 else 1)) / INR N
  = rsum N (fun k => (if leb (m - x k) 0 then 0 else 1 - t k)) / INR N.
Proof.
  rule shared_13.
Qed.

(* case by case *)
Lemma derivative_L_m_5_cases :
  rsum N (fun k => (if leb (m - x k) 0 then 0 else 1 - t k)) / INR N
  = rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N.
Proof.
  rule shared_14.
Qed.

Theorem derivative_L_m :
  is_pd (at0 m) (fun m' => L_of N t x m')
  (rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N).
Proof.
  pose proof derivative_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_m_1_unfold (eq_eq _ _ _ derivative_L_m_2_diff_scale (eq_eq _ _ _ derivative_L_m_3_diff_sum (eq_eq _ _ _ derivative_L_m_4_if_moved derivative_L_m_5_cases)))).
Qed.
End derivative_L_m.

(** * VJP of L for m *)

Section vjp_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma vjp_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma vjp_L_m_1_lemma :
  L_bar * pd (at0 m) (fun m' => L_of N t x m')
  = L_bar * (rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N).
Proof.
  pose proof vjp_L_m_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_15.
Qed.

(* rearrange *)
Lemma vjp_L_m_2_ring :
  L_bar * (rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N)
  = L_bar * rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_m :
  is_pd (at0 m) (fun m' => L_bar * L_of N t x m')
  (L_bar * rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N).
Proof.
  pose proof vjp_L_m_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 m) (fun m' => L_of N t x m')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_m_1_lemma vjp_L_m_2_ring).
Qed.
End vjp_L_m.

(** * JVP of L for m *)

Section jvp_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m <> x n).

Lemma jvp_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - x n).
Proof.
  intros n ?.
  assert (m <> x n).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma jvp_L_m_1_lemma :
  pd (at0 m) (fun m' => L_of N t x m') * m_dot
  = rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N * m_dot.
Proof.
  pose proof jvp_L_m_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_15.
Qed.

(* rearrange *)
Lemma jvp_L_m_2_ring :
  rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N * m_dot
  = m_dot * rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) * m_dot / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_L_m :
  is_pd (at0 0) (fun t' => L_of N t x (line0 m m_dot t'))
  (m_dot * rsum N (fun k => (if ltb (x k) m then 1 - t k else 0)) / INR N).
Proof.
  pose proof jvp_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 m) (fun m' => L_of N t x m') * m_dot) _).
  { apply (eq_eq _ (pd (at0 m) (fun m' => L_of N t x m') * m_dot) _).
    { refine (eq_trans (chain0_at (at0 0) m (fun m' => L_of N t x m') (fun t' => (line0 m m_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_m_1_lemma jvp_L_m_2_ring).
Qed.
End jvp_L_m.
End hinge_embedding_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n', (n' < N)%nat -> m <> x n')).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_x can be met *)
Lemma derivative_L_x_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_x can be met *)
Lemma vjp_L_x_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_x can be met *)
Lemma jvp_L_x_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_m can be met *)
Lemma derivative_L_m_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_m can be met *)
Lemma vjp_L_m_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_m can be met *)
Lemma jvp_L_m_possible :
  exists (N : nat) (m : R) (x : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m <> x n)).
Proof.
  exists 2%nat, (2), (fun i0 => 1).
  witness.
Qed.
