(* made by derive, do not edit *)
(* Logistic regression

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition z_of (D' : nat) (X : nat -> nat -> R) (w : nat -> R) (b : R) (n : nat) : R :=
  rsum D' (fun i => X n i * w i) + b.
#[local] Hint Unfold z_of : definitions.
Definition p_of (z : nat -> R) (n : nat) : R :=
  1 / (1 + exp (- z n)).
#[local] Hint Unfold p_of : definitions.
Definition L_of (N : nat) (t : nat -> R) (p : nat -> R) : R :=
  - (rsum N (fun n => t n * ln (p n) + (1 - t n) * ln (1 - p n)) / INR N).
#[local] Hint Unfold L_of : definitions.

Section logistic_regression_theory.
Variables (D' N : nat).
Variables (b L_bar b_dot : R).
Variables (w t t_dot w_dot : nat -> R).
Variables (X X_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation z := (z_of D' X w b).
Local Notation p := (p_of z).
Local Notation L := (L_of N t p).

(** * What several lines rest on *)

Lemma shared_1 :
  forall n : nat,
  (n < N)%nat ->
  exp (- z n) = exp (- rsum D' (fun i => X n i * w i) - b).
Proof.
  intros n ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun i => X n i * w i) + b)) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_2 :
  forall n : nat,
  (n < N)%nat ->
  1 - p n = 1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b).
Proof.
  intros n ?.
  assert (1 + exp (rsum D' (fun i => X n i * w i)) * exp b <> 0).
  { sgn. }
  assert (1 + 1 / (exp (rsum D' (fun i => X n i * w i)) * exp b) <> 0).
  { sgn. }
  assert (exp b <> 0).
  { sgn. }
  assert (exp (rsum D' (fun i => X n i * w i)) <> 0).
  { sgn. }
  apply (eq_eq _ (1 - exp (rsum D' (fun i => X n i * w i)) * exp b / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    apply (eq_eq _ (1 / (1 + exp (- z n))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + 1 / (exp (rsum D' (fun i => X n i * w i)) * exp b))) _).
    { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      apply (eq_eq _ (exp (- rsum D' (fun i => X n i * w i) - b)) _).
      { rule (shared_1 n). }
      apply (eq_eq _ (exp (- rsum D' (fun i => X n i * w i) - b)) _).
      { reflexivity. }
      apply (eq_eq _ (exp (- rsum D' (fun i => X n i * w i)) * exp (- b)) _).
      { rule (exp_add (- rsum D' (fun i => X n i * w i)) (- b)). }
      apply (eq_eq _ (1 / exp (rsum D' (fun i => X n i * w i)) * (1 / exp b)) _).
      { refine (f_equal2 Rmult _ _).
        { rule (exp_neg (rsum D' (fun i => X n i * w i))). }
        rule (exp_neg b). }
      fractions. }
    cancel. }
  apply (eq_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_3 :
  forall n : nat,
  (n < N)%nat ->
  pd (at1 p n) (fun p' => L_of N t p') = (p n - t n) / (p n * INR N * (1 - p n)).
Proof.
  intros n ?.
  apply (eq_eq _ (pd (at1 p n) (fun p' => - (rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)) / INR N))) _).
  { assert ((forall n', (n' < N)%nat -> 0 < 1 - p n')).
    { intros n' ?.
      apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n' i * w i)) * exp b)) _).
      { sgn. }
      symmetry.
      rule (shared_2 n'). }
    assert ((forall n', (n' < N)%nat -> 0 < p n')).
    { intros n' ?.
      sgn. }
    apply (eq_eq _ (pd (at1 p n) (fun p' => - (rsum N (fun n' => t n' * ln (p' n') + (1 - t n') * ln (1 - p' n')) / INR N))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (- (rsum N (fun k => t k * delta k n / p k - (1 - t k) * delta k n / (1 - p k)) / INR N)) _).
  { assert ((forall k, (k < N)%nat -> 0 < 1 - p k)).
    { intros k ?.
      apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X k i * w i)) * exp b)) _).
      { sgn. }
      symmetry.
      rule (shared_2 k). }
    assert ((forall k, (k < N)%nat -> 0 < p k)).
    { intros k ?.
      sgn. }
    apply (eq_eq _ (- pd (at1 p n) (fun p' => rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)) / INR N)) _).
    { rule (diff_neg (at1 p n) (fun p' => rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)) / INR N)). }
    apply (eq_eq _ (- (rsum N (fun k => t k * (1 / p k) * delta k n + (1 - t k) * (1 / (1 - p k)) * (0 - delta k n)) / INR N)) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 p n) (fun p' => 1 / INR N * rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)))) _).
      { apply pd_ext.
        intros p'; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at1 p n) (fun p' => 1 / INR N * rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / INR N * pd (at1 p n) (fun p' => rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)))) _).
      { assert (pd (at1 p n) (fun p' => 1 / INR N) = 0).
        { apply constant. }
        rule (diff_scale (at1 p n) (fun p' => 1 / INR N) (fun p' => rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)))). }
      apply (eq_eq _ (pd (at1 p n) (fun p' => rsum N (fun k => t k * ln (p' k) + (1 - t k) * ln (1 - p' k))) / INR N) _).
      { fractions. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => pd (at1 p n) (fun p' => t k * ln (p' k) + (1 - t k) * ln (1 - p' k)))) _).
      { rule (diff_sum (at1 p n) N (fun l p' => t l * ln (p' l) + (1 - t l) * ln (1 - p' l)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 p n) (fun p' => t k * ln (p' k)) + pd (at1 p n) (fun p' => (1 - t k) * ln (1 - p' k))) _).
      { rule (diff_add (at1 p n) (fun p' => t k * ln (p' k)) (fun p' => (1 - t k) * ln (1 - p' k))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 p n) (fun p' => t k * ln (p' k))) _).
        { reflexivity. }
        apply (eq_eq _ (t k * pd (at1 p n) (fun p' => ln (p' k))) _).
        { assert (pd (at1 p n) (fun p' => t k) = 0).
          { apply constant. }
          rule (diff_scale (at1 p n) (fun p' => t k) (fun p' => ln (p' k))). }
        apply (eq_eq _ (t k * (1 / p k * delta k n)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / p k * pd (at1 p n) (fun p' => p' k)) _).
        { rule (diff_log (at1 p n) (fun p' => p' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (pd (at1 p n) (fun p' => (1 - t k) * ln (1 - p' k))) _).
      { reflexivity. }
      apply (eq_eq _ ((1 - t k) * pd (at1 p n) (fun p' => ln (1 - p' k))) _).
      { assert (pd (at1 p n) (fun p' => 1 - t k) = 0).
        { apply constant. }
        rule (diff_scale (at1 p n) (fun p' => 1 - t k) (fun p' => ln (1 - p' k))). }
      apply (eq_eq _ ((1 - t k) * (1 / (1 - p k) * (0 - delta k n))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (1 / (1 - p k) * pd (at1 p n) (fun p' => 1 - p' k)) _).
      { rule (diff_log (at1 p n) (fun p' => 1 - p' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 p n) (fun p' => 1) + pd (at1 p n) (fun p' => - p' k)) _).
      { rule (diff_add (at1 p n) (fun p' => 1) (fun p' => - p' k)). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 p n) (fun p' => p' k)) _).
      { rule (diff_neg (at1 p n) (fun p' => p' k)). }
      refine (f_equal Ropp _).
      apply variable1. }
    refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rplus _ _).
    { fractions. }
    apply (eq_eq _ ((1 - t k) * (1 / (1 - p k)) * (- delta k n)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      arith. }
    fractions. }
  apply (eq_eq _ (- ((t n / p n - (1 - t n) / (1 - p n)) * 1 / INR N)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum N (fun k => delta k n * (t k / p k - (1 - t k) / (1 - p k)) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule_same (sum_delta N (fun k => (t k / p k - (1 - t k) / (1 - p k)) * 1) n). }
  apply (eq_eq _ (- ((t n / p n - (1 - t n) / (1 - p n)) / INR N)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    fractions. }
  assert (1 - p n <> 0).
  { apply (eq_ne _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { rule (shared_2 n). }
    sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert (p n <> 0).
  { sgn. }
  apply (eq_eq _ ((- p n + t n) / (p n * INR N * ((-1) + p n))) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < N)%nat ->
  (j < N)%nat ->
  pd (at1 z j) (fun z' => p_of z' i) = p i * delta i j * (1 - p i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 z j) (fun z' => 1 / (1 + exp (- z' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 z j) (fun z' => 1 + exp (- z' i)) / (1 + exp (- z i)) ^ 2)) _).
  { assert (1 + exp (- z i) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- z i)) ^ 2 * pd (at1 z j) (fun z' => 1 + exp (- z' i)))) _).
    { assert (pd (at1 z j) (fun z' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 z j) (fun z' => 1) (fun z' => 1 + exp (- z' i))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- z i) * (- delta i j)) / (1 + exp (- z i)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 z j) (fun z' => 1) + pd (at1 z j) (fun z' => exp (- z' i))) _).
    { rule (diff_add (at1 z j) (fun z' => 1) (fun z' => exp (- z' i))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- z i) * pd (at1 z j) (fun z' => - z' i)) _).
    { rule (diff_exp (at1 z j) (fun z' => - z' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 z j) (fun z' => z' i)) _).
    { rule (diff_neg (at1 z j) (fun z' => z' i)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- z i) * delta i j / (1 + exp (- z i)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- z i) * delta i j)) / (1 + exp (- z i)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- z i) * delta i j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- z i) * delta i j / (1 + exp (- z i)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (p i * delta i j - p i ^ 2 * delta i j) _).
  { assert (1 + exp (- rsum D' (fun k => X i k * w k) - b) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (- rsum D' (fun k => X i k * w k) - b) * delta i j / (1 + exp (- rsum D' (fun k => X i k * w k) - b)) ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
      { rule (shared_1 i). }
      rule (shared_1 i). }
    apply (eq_eq _ (delta i j * exp (- rsum D' (fun k => X i k * w k) - b) / (1 + exp (- rsum D' (fun k => X i k * w k) - b)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun k => X i k * w k) - b)) * delta i j - (1 / (1 + exp (- rsum D' (fun k => X i k * w k) - b))) ^ 2 * delta i j) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
      { apply (eq_eq _ (1 / (1 + exp (- z i))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (shared_1 i). }
      apply (eq_eq _ (1 / (1 + exp (- z i))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_1 i). }
    cancel. }
  apply (eq_eq _ (delta i j * p i - delta i j * p i ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < D')%nat ->
  pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b))) = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n)).
Proof.
  intros j ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  apply (chain1 (at1 w j) N (fun p' => L_of N t p') (fun w' => p_of (z_of D' X w' b))); [ dsm | premise ].
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < D')%nat ->
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n)) = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j).
Proof.
  intros j ?.
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ ((p n - t n) / (p n * INR N * (1 - p n)) * (p n * (1 - p n) * X n j)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 n). }
  apply (eq_eq _ (rsum N (fun n' => pd (at1 z n') (fun z' => p_of z' n) * pd (at1 w j) (fun w' => z_of D' X w' b n'))) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply (chain1 (at1 w j) N (fun z' => p_of z' n) (fun w' => z_of D' X w' b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => p n * delta n n' * (1 - p n) * X n' j)) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ ((p n * delta n n' * (1 - p n)) * X n' j) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_4 n n'). }
    apply (eq_eq _ (pd (at1 w j) (fun w' => rsum D' (fun k => X n' k * w' k) + b)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 w j) (fun w' => rsum D' (fun k => X n' k * w' k)) + pd (at1 w j) (fun w' => b)) _).
    { rule (diff_add (at1 w j) (fun w' => rsum D' (fun k => X n' k * w' k)) (fun w' => b)). }
    apply (eq_eq _ (rsum D' (fun k => X n' k * delta k j) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun k => pd (at1 w j) (fun w' => X n' k * w' k))) _).
        { rule (diff_sum (at1 w j) D' (fun l w' => X n' l * w' l) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 w j) (fun w' => X n' k * w' k)) _).
        { reflexivity. }
        apply (eq_eq _ (X n' k * pd (at1 w j) (fun w' => w' k)) _).
        { assert (pd (at1 w j) (fun w' => X n' k) = 0).
          { apply constant. }
          rule (diff_scale (at1 w j) (fun w' => X n' k) (fun w' => w' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    apply (eq_eq _ (rsum D' (fun k => X n' k * delta k j)) _).
    { arith. }
    apply (eq_eq _ (rsum D' (fun k => delta k j * X n' k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => X n' k) j). }
  apply (eq_eq _ (rsum N (fun n' => delta n' n * p n * (1 - p n) * X n' j)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => delta k n * p n * (1 - p n) * X k j)) _); [ same | ].
  rule_same (sum_delta N (fun n' => p n * (1 - p n) * X n' j) n).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < D')%nat ->
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j) = rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N.
Proof.
  intros j ?.
  assert ((forall n, (n < N)%nat -> 1 - p n <> 0)).
  { intros n ?.
    apply (eq_ne _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { rule (shared_2 n). }
    sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert ((forall n, (n < N)%nat -> p n <> 0)).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n => X n j * p n / INR N - X n j * t n / INR N)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ ((X n j * p n - X n j * t n) / INR N) _).
    { cancel. }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => X k j * p k / INR N - X k j * t k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => X k j * p k / INR N) + rsum N (fun k => - (X k j * t k / INR N))) _).
  { rule (sum_add N (fun n => X n j * p n / INR N) (fun n => - (X n j * t n / INR N)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => X n j * p n / INR N) + rsum N (fun n => - (X n j * t n / INR N))) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun n => X n j * p n) - 1 / INR N * rsum N (fun n => X n j * t n)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / INR N * X n j * p n)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * X k j * p k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => X k j * p k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun n => X n j * p n) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (1 / INR N * X n j * t n))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (1 / INR N * X k j * t k))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => 1 / INR N * X k j * t k)) _).
    { rule (sum_neg N (fun n => 1 / INR N * X n j * t n) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 1 / INR N * X n j * t n)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * X k j * t k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => X k j * t k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun n => X n j * t n) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N) _).
  { fractions. }
  reflexivity.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < D')%nat ->
  rsum N (fun k => X k j * p k - X k j * t k) = rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => X k j * p k) + rsum N (fun k => - (X k j * t k))) _).
  { rule (sum_add N (fun n => X n j * p n) (fun n => - (X n j * t n)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => X n j * p n) + rsum N (fun n => - (X n j * t n))) _); [ same | ].
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum N (fun n => (-1) * X n j * t n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => (-1) * X k j * t k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun k => X k j * t k)) _); [ | same ].
  rule_same (sum_factor N (-1) (fun n => X n j * t n) (fun n => true)).
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < D')%nat ->
  rsum N (fun n => X n j * (p n - t n)) = rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun n => X n j * p n - X n j * t n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => X k j * p k - X k j * t k)) _); [ same | ].
  rule (shared_8 j).
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < D')%nat ->
  rsum N (fun n => X n j * (p n - t n)) / INR N = rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ ((rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_9 j). }
  fractions.
Qed.

Lemma shared_11 :
  pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b'))) = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n)).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  apply (chain1 (at0 b) N (fun p' => L_of N t p') (fun b' => p_of (z_of D' X w b'))); [ dsm | premise ].
Qed.

Lemma shared_12 :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n)) = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n)).
Proof.
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ ((p n - t n) / (p n * INR N * (1 - p n)) * (p n * (1 - p n))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 n). }
  apply (eq_eq _ (rsum N (fun k => pd (at1 z k) (fun z' => p_of z' n) * pd (at0 b) (fun b' => z_of D' X w b' k))) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply (chain1 (at0 b) N (fun z' => p_of z' n) (fun b' => z_of D' X w b')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun k => p n * delta n k * (1 - p n))) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply (eq_eq _ (rsum N (fun k => p n * delta n k * (1 - p n) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((p n * delta n k * (1 - p n)) * 1) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { rule (shared_4 n k). }
      apply (eq_eq _ (pd (at0 b) (fun b' => rsum D' (fun i => X k i * w i) + b')) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at0 b) (fun b' => rsum D' (fun i => X k i * w i)) + pd (at0 b) (fun b' => b')) _).
      { rule (diff_add (at0 b) (fun b' => rsum D' (fun i => X k i * w i)) (fun b' => b')). }
      apply (eq_eq _ (0 + 1) _).
      { refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply variable0. }
      arith. }
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => delta k n * p n * (1 - p n))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun k => p n * (1 - p n)) n).
Qed.

Lemma shared_13 :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n)) = rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N.
Proof.
  assert ((forall n, (n < N)%nat -> 1 - p n <> 0)).
  { intros n ?.
    apply (eq_ne _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { rule (shared_2 n). }
    sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert ((forall n, (n < N)%nat -> p n <> 0)).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n => p n / INR N - t n / INR N)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ ((p n - t n) / INR N) _).
    { cancel. }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => p k / INR N - t k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => p k / INR N) + rsum N (fun k => - (t k / INR N))) _).
  { rule (sum_add N (fun n => p n / INR N) (fun n => - (t n / INR N)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => p n / INR N) + rsum N (fun n => - (t n / INR N))) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun n => p n) - 1 / INR N * rsum N (fun n => t n)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / INR N * p n)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * p k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => p k)) _); [ | same ].
      rule (sum_factor N (1 / INR N) (fun n => p n) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (1 / INR N * t n))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (1 / INR N * t k))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => 1 / INR N * t k)) _).
    { rule (sum_neg N (fun n => 1 / INR N * t n) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 1 / INR N * t n)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * t k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => t k)) _); [ | same ].
    rule (sum_factor N (1 / INR N) (fun n => t n) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N) _).
  { fractions. }
  reflexivity.
Qed.

Lemma shared_14 :
  rsum N (fun k => p k - t k) = rsum N (fun n => p n) + (-1) * rsum N (fun n => t n).
Proof.
  apply (eq_eq _ (rsum N (fun k => p k) + rsum N (fun k => - t k)) _).
  { rule (sum_add N (fun n => p n) (fun n => - t n) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => p n) + rsum N (fun n => - t n)) _); [ same | ].
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum N (fun n => (-1) * t n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => (-1) * t k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun k => t k)) _); [ | same ].
  rule (sum_factor N (-1) (fun n => t n) (fun n => true)).
Qed.

Lemma shared_15 :
  rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N = rsum N (fun n => p n - t n) / INR N.
Proof.
  symmetry.
  apply (eq_eq _ ((rsum N (fun n => p n) + (-1) * rsum N (fun n => t n)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => p k - t k)) _); [ same | ].
    rule shared_14. }
  fractions.
Qed.

Lemma shared_16 :
  forall j k : nat,
  (j < N)%nat ->
  (k < D')%nat ->
  pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b))) = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at2 X j k) (fun X' => p_of (z_of D' X' w b) n)).
Proof.
  intros j k ? ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  apply (chain1 (at2 X j k) N (fun p' => L_of N t p') (fun X' => p_of (z_of D' X' w b))); [ dsm | premise ].
Qed.

Lemma shared_17 :
  forall j k : nat,
  (j < N)%nat ->
  (k < D')%nat ->
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at2 X j k) (fun X' => p_of (z_of D' X' w b) n)) = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * w k * delta n j).
Proof.
  intros j k ? ?.
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ ((p n - t n) / (p n * INR N * (1 - p n)) * (p n * (1 - p n) * w k * delta n j)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 n). }
  apply (eq_eq _ (rsum N (fun n' => pd (at1 z n') (fun z' => p_of z' n) * pd (at2 X j k) (fun X' => z_of D' X' w b n'))) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply (chain1 (at2 X j k) N (fun z' => p_of z' n) (fun X' => z_of D' X' w b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => p n * delta n n' * (1 - p n) * w k * delta n' j)) _).
  { assert (1 + exp (- z n) <> 0).
    { sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ ((p n * delta n n' * (1 - p n)) * (w k * delta n' j)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_4 n n'). }
    apply (eq_eq _ (pd (at2 X j k) (fun X' => rsum D' (fun k' => X' n' k' * w k') + b)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 X j k) (fun X' => rsum D' (fun l => X' n' l * w l) + b)) _); [ same | ].
    apply (eq_eq _ (pd (at2 X j k) (fun X' => rsum D' (fun l => X' n' l * w l)) + pd (at2 X j k) (fun X' => b)) _).
    { rule (diff_add (at2 X j k) (fun X' => rsum D' (fun l => X' n' l * w l)) (fun X' => b)). }
    apply (eq_eq _ (rsum D' (fun l => w l * delta n' j * delta l k) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 X j k) (fun X' => rsum D' (fun k' => X' n' k' * w k'))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun l => pd (at2 X j k) (fun X' => X' n' l * w l))) _).
        { rule_same (diff_sum (at2 X j k) D' (fun k' X' => X' n' k' * w k') (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at2 X j k) (fun X' => w l * X' n' l)) _).
        { apply pd_ext.
          intros X'; cbv beta.
          arith. }
        apply (eq_eq _ (w l * pd (at2 X j k) (fun X' => X' n' l)) _).
        { assert (pd (at2 X j k) (fun X' => w l) = 0).
          { apply constant. }
          rule (diff_scale (at2 X j k) (fun X' => w l) (fun X' => X' n' l)). }
        apply (eq_eq _ (w l * (delta n' j * delta l k)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply constant. }
    apply (eq_eq _ (rsum D' (fun l => w l * delta n' j * delta l k)) _).
    { arith. }
    apply (eq_eq _ (rsum D' (fun l => delta l k * w l * delta n' j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun l => w l * delta n' j) k). }
  apply (eq_eq _ (rsum N (fun n' => delta n' n * p n * (1 - p n) * w k * delta n' j)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => delta l n * p n * (1 - p n) * w k * delta l j)) _); [ same | ].
  rule_same (sum_delta N (fun n' => p n * (1 - p n) * w k * delta n' j) n).
Qed.

Lemma shared_18 :
  forall k j : nat,
  (k < D')%nat ->
  (j < N)%nat ->
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * w k * delta n j) = (p j - t j) * p j * (1 - p j) * w k / (p j * INR N * (1 - p j)).
Proof.
  intros k j ? ?.
  apply (eq_eq _ (rsum N (fun n => delta n j * ((p n - t n) * p n * (1 - p n) * w k / (p n * INR N * (1 - p n))))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun l => delta l j * ((p l - t l) * p l * (1 - p l) * w k / (p l * INR N * (1 - p l))))) _); [ same | ].
  rule (sum_delta N (fun n => (p n - t n) * p n * (1 - p n) * w k / (p n * INR N * (1 - p n))) j).
Qed.

Lemma shared_19 :
  forall j k : nat,
  (j < N)%nat ->
  (k < D')%nat ->
  (p j - t j) * p j * (1 - p j) * w k / (p j * INR N * (1 - p j)) = p j * w k / INR N - t j * w k / INR N.
Proof.
  intros j k ? ?.
  assert (1 - p j <> 0).
  { apply (eq_ne _ (1 / (1 + exp (rsum D' (fun i => X j i * w i)) * exp b)) _).
    { rule (shared_2 j). }
    sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert (p j <> 0).
  { sgn. }
  apply (eq_eq _ ((p j * w k - t j * w k) / INR N) _).
  { cancel. }
  apply (eq_eq _ (p j * w k / INR N - t j * w k / INR N) _).
  { fractions. }
  reflexivity.
Qed.

Lemma shared_20 :
  forall j k : nat,
  (j < N)%nat ->
  (k < D')%nat ->
  p j * w k / INR N - t j * w k / INR N = (p j - t j) * w k / INR N.
Proof.
  intros j k ? ?.
  symmetry.
  fractions.
Qed.

Lemma shared_21 :
  forall j k : nat,
  (j < N)%nat ->
  (k < D')%nat ->
  pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b))) = (p j - t j) * w k / INR N.
Proof.
  intros j k ? ?.
  apply (eq_eq _ (rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at2 X j k) (fun X' => p_of (z_of D' X' w b) n))) _).
  { rule (shared_16 j k). }
  apply (eq_eq _ (rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * w k * delta n j)) _).
  { rule (shared_17 j k). }
  apply (eq_eq _ ((p j - t j) * p j * (1 - p j) * w k / (p j * INR N * (1 - p j))) _).
  { rule (shared_18 k j). }
  apply (eq_eq _ (p j * w k / INR N - t j * w k / INR N) _).
  { rule (shared_19 j k). }
  rule (shared_20 j k).
Qed.

Lemma shared_22 :
  forall j : nat,
  (j < D')%nat ->
  pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b))) = rsum N (fun n => X n j * (p n - t n)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n))) _).
  { rule (shared_5 j). }
  apply (eq_eq _ (rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j)) _).
  { rule (shared_6 j). }
  apply (eq_eq _ (rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N) _).
  { rule (shared_7 j). }
  symmetry.
  rule (shared_10 j).
Qed.

Lemma shared_23 :
  pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b'))) = rsum N (fun n => p n - t n) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n))) _).
  { rule shared_11. }
  apply (eq_eq _ (rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n))) _).
  { rule shared_12. }
  apply (eq_eq _ (rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N) _).
  { rule shared_13. }
  rule shared_15.
Qed.

Lemma shared_24 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 t j) (fun t' => - (rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N)) = - (rsum N (fun k => ln (p k) * delta k j - ln (1 - p k) * delta k j) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ (- pd (at1 t j) (fun t' => rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N)) _).
  { rule (diff_neg (at1 t j) (fun t' => rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N)). }
  apply (eq_eq _ (- (rsum N (fun k => ln (p k) * delta k j + ln (1 - p k) * (0 - delta k j)) / INR N)) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR N * pd (at1 t j) (fun t' => rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)))) _).
    { assert (pd (at1 t j) (fun t' => 1 / INR N) = 0).
      { apply constant. }
      rule (diff_scale (at1 t j) (fun t' => 1 / INR N) (fun t' => rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)))). }
    apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n))) / INR N) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun k => t' k * ln (p k) + (1 - t' k) * ln (1 - p k)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t j) (fun t' => t' k * ln (p k) + (1 - t' k) * ln (1 - p k)))) _).
    { rule (diff_sum (at1 t j) N (fun k t' => t' k * ln (p k) + (1 - t' k) * ln (1 - p k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 t j) (fun t' => t' k * ln (p k)) + pd (at1 t j) (fun t' => (1 - t' k) * ln (1 - p k))) _).
    { rule (diff_add (at1 t j) (fun t' => t' k * ln (p k)) (fun t' => (1 - t' k) * ln (1 - p k))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 t j) (fun t' => ln (p k) * t' k)) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (ln (p k) * pd (at1 t j) (fun t' => t' k)) _).
      { assert (pd (at1 t j) (fun t' => ln (p k)) = 0).
        { apply constant. }
        rule (diff_scale (at1 t j) (fun t' => ln (p k)) (fun t' => t' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (pd (at1 t j) (fun t' => ln (1 - p k) * (1 - t' k))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      arith. }
    apply (eq_eq _ (ln (1 - p k) * pd (at1 t j) (fun t' => 1 - t' k)) _).
    { assert (pd (at1 t j) (fun t' => ln (1 - p k)) = 0).
      { apply constant. }
      rule (diff_scale (at1 t j) (fun t' => ln (1 - p k)) (fun t' => 1 - t' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 t j) (fun t' => 1) + pd (at1 t j) (fun t' => - t' k)) _).
    { rule (diff_add (at1 t j) (fun t' => 1) (fun t' => - t' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t j) (fun t' => t' k)) _).
    { rule (diff_neg (at1 t j) (fun t' => t' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (ln (1 - p k) * (- delta k j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_25 :
  forall j : nat,
  (j < N)%nat ->
  - (rsum N (fun k => ln (p k) * delta k j - ln (1 - p k) * delta k j) / INR N) = - ((ln (p j) - ln (1 - p j)) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ (- ((ln (p j) - ln (1 - p j)) * 1 / INR N)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum N (fun k => delta k j * (ln (p k) - ln (1 - p k)) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun k => (ln (p k) - ln (1 - p k)) * 1) j). }
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  arith.
Qed.

Lemma shared_26 :
  forall j : nat,
  (j < N)%nat ->
  - ((ln (p j) - ln (1 - p j)) / INR N) = (ln (1 - p j) - ln (p j)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (ln (1 - p j) / INR N - ln (p j) / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_27 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 t j) (fun t' => L_of N t' p) = (ln (1 - p j) - ln (p j)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 t j) (fun t' => - (rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N))) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum N (fun k => ln (p k) * delta k j - ln (1 - p k) * delta k j) / INR N)) _).
  { rule (shared_24 j). }
  apply (eq_eq _ (- ((ln (p j) - ln (1 - p j)) / INR N)) _).
  { rule (shared_25 j). }
  rule (shared_26 j).
Qed.

(** * Gradient for the scores *)

Section scores.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_k *)
Lemma scores_1_chain :
  pd (at1 z n) (fun z' => L_of N t (p_of z'))
  = rsum N (fun k => pd (at1 p k) (fun p' => L_of N t p') * pd (at1 z n) (fun z' => p_of z' k)).
Proof.
  assert ((forall n', (n' < N)%nat -> 0 < 1 - p n')).
  { intros n' ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n' i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n'). }
  assert ((forall n', (n' < N)%nat -> 0 < p n')).
  { intros n' ?.
    sgn. }
  assert ((forall n', (n' < N)%nat -> 1 + exp (- z n') <> 0)).
  { intros n' ?.
    sgn. }
  apply (chain1 (at1 z n) N (fun p' => L_of N t p') (fun z' => p_of z')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂p_k and ∂p_k/∂z_n *)
Lemma scores_2_lemma :
  rsum N (fun k => pd (at1 p k) (fun p' => L_of N t p') * pd (at1 z n) (fun z' => p_of z' k))
  = rsum N (fun k => (p k - t k) / (p k * INR N * (1 - p k)) * p k * delta k n * (1 - p k)).
Proof.
  assert ((forall k, (k < N)%nat -> 1 + exp (- z k) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall n', (n' < N)%nat -> 0 < 1 - p n')).
  { intros n' ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n' i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n'). }
  assert ((forall n', (n' < N)%nat -> 0 < p n')).
  { intros n' ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((p k - t k) / (p k * INR N * (1 - p k)) * (p k * delta k n * (1 - p k))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 k). }
  rule (shared_4 k n).
Qed.

(* the delta keeps one term of the sum *)
Lemma scores_3_sum_delta :
  rsum N (fun k => (p k - t k) / (p k * INR N * (1 - p k)) * p k * delta k n * (1 - p k))
  = (p n - t n) * p n * (1 - p n) / (p n * INR N * (1 - p n)).
Proof.
  apply (eq_eq _ (rsum N (fun k => delta k n * ((p k - t k) * p k * (1 - p k) / (p k * INR N * (1 - p k))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta N (fun k => (p k - t k) * p k * (1 - p k) / (p k * INR N * (1 - p k))) n).
Qed.

(* cancel p_n *)
Lemma scores_4_ring :
  (p n - t n) * p n * (1 - p n) / (p n * INR N * (1 - p n))
  = p n / INR N - t n / INR N.
Proof.
  assert (1 - p n <> 0).
  { apply (eq_ne _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { rule (shared_2 n). }
    sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert (p n <> 0).
  { sgn. }
  apply (eq_eq _ ((p n - t n) / INR N) _).
  { cancel. }
  apply (eq_eq _ (p n / INR N - t n / INR N) _).
  { fractions. }
  reflexivity.
Qed.

(* factor *)
Lemma scores_5_ring :
  p n / INR N - t n / INR N
  = (p n - t n) / INR N.
Proof.
  symmetry.
  fractions.
Qed.

Lemma scores_needs_1 :
  (forall k, (k < N)%nat -> 1 + exp (- z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma scores_needs_2 :
  (forall n', (n' < N)%nat -> 0 < p n').
Proof.
  intros n' ?.
  sgn.
Qed.

Lemma scores_needs_3 :
  (forall n', (n' < N)%nat -> 0 < 1 - p n').
Proof.
  intros n' ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n' i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n').
Qed.

Theorem scores :
  is_pd (at1 z n) (fun z' => L_of N t (p_of z'))
  ((p n - t n) / INR N).
Proof.
  pose proof scores_needs_1.
  pose proof scores_needs_2.
  pose proof scores_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ scores_1_chain (eq_eq _ _ _ scores_2_lemma (eq_eq _ _ _ scores_3_sum_delta (eq_eq _ _ _ scores_4_ring scores_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition scores_outright : option (
  is_pd (at1 z n) (fun z' => L_of N t (p_of z'))
  ((p n - t n) / INR N)).
Proof.
  attempt "scores" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n' => (Formula.Add (Formula.Mul (Formula.C (t n')) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (n')))))))) (Formula.Mul (Formula.C (1 - t n')) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (n')))))))))))) (Formula.C (INR N))))).
Defined.
End scores.

(** * Gradient for the weights *)

Section weights.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.

(* chain rule through p_n *)
Lemma weights_1_chain :
  pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n)).
Proof.
  rule (shared_5 j).
Qed.

(* put in ∂ℒ/∂p_n and ∂p_n/∂w_j *)
Lemma weights_2_lemma :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n))
  = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j).
Proof.
  rule (shared_6 j).
Qed.

(* multiply out *)
Lemma weights_3_ring :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j)
  = rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N.
Proof.
  rule (shared_7 j).
Qed.

(* factor *)
Lemma weights_4_ring :
  rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N
  = rsum N (fun n => X n j * (p n - t n)) / INR N.
Proof.
  symmetry.
  rule (shared_10 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma weights_5_sum_factor :
  rsum N (fun n => X n j * (p n - t n)) / INR N
  = rsum N (fun n => (p n - t n) * X n j) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N) _).
  { rule (shared_10 j). }
  symmetry.
  apply (eq_eq _ ((rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun n => X n j * p n - X n j * t n)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => X k j * p k - X k j * t k)) _); [ same | ].
    rule (shared_8 j). }
  fractions.
Qed.

Lemma weights_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma weights_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma weights_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem weights :
  is_pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  (rsum N (fun n => (p n - t n) * X n j) / INR N).
Proof.
  pose proof weights_needs_1.
  pose proof weights_needs_2.
  pose proof weights_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_chain (eq_eq _ _ _ weights_2_lemma (eq_eq _ _ _ weights_3_ring (eq_eq _ _ _ weights_4_ring weights_5_sum_factor)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  (rsum N (fun n => (p n - t n) * X n j) / INR N)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))))))) (Formula.C (INR N))))).
Defined.
End weights.

(** * Gradient for the bias *)

Section bias.

(* chain rule through p_n *)
Lemma bias_1_chain :
  pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n)).
Proof.
  rule shared_11.
Qed.

(* put in ∂ℒ/∂p_n and ∂p_n/∂b *)
Lemma bias_2_lemma :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n))
  = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n)).
Proof.
  rule shared_12.
Qed.

(* multiply out *)
Lemma bias_3_ring :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n))
  = rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N.
Proof.
  rule shared_13.
Qed.

(* a constant factor goes in front of the sum *)
Lemma bias_4_sum_factor :
  rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N
  = rsum N (fun n => p n - t n) / INR N.
Proof.
  rule shared_15.
Qed.

Lemma bias_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma bias_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma bias_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem bias :
  is_pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  (rsum N (fun n => p n - t n) / INR N).
Proof.
  pose proof bias_needs_1.
  pose proof bias_needs_2.
  pose proof bias_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ bias_1_chain (eq_eq _ _ _ bias_2_lemma (eq_eq _ _ _ bias_3_ring bias_4_sum_factor))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition bias_outright : option (
  is_pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  (rsum N (fun n => p n - t n) / INR N)).
Proof.
  attempt "bias" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))))))) (Formula.C (INR N))))).
Defined.
End bias.

(** * Derivative of L by X *)

Section derivative_L_X.
Variables (j k : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis k_in : (k < D')%nat.

(* chain rule through p_n *)
Lemma derivative_L_X_1_chain :
  pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b)))
  = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at2 X j k) (fun X' => p_of (z_of D' X' w b) n)).
Proof.
  rule (shared_16 j k).
Qed.

(* put in ∂ℒ/∂p_n and ∂p_n/∂X_jk *)
Lemma derivative_L_X_2_lemma :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at2 X j k) (fun X' => p_of (z_of D' X' w b) n))
  = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * w k * delta n j).
Proof.
  rule (shared_17 j k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_X_3_sum_delta :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * w k * delta n j)
  = (p j - t j) * p j * (1 - p j) * w k / (p j * INR N * (1 - p j)).
Proof.
  rule (shared_18 k j).
Qed.

(* cancel p_j *)
Lemma derivative_L_X_4_ring :
  (p j - t j) * p j * (1 - p j) * w k / (p j * INR N * (1 - p j))
  = p j * w k / INR N - t j * w k / INR N.
Proof.
  rule (shared_19 j k).
Qed.

(* factor out w_k *)
Lemma derivative_L_X_5_ring :
  p j * w k / INR N - t j * w k / INR N
  = (p j - t j) * w k / INR N.
Proof.
  rule (shared_20 j k).
Qed.

Lemma derivative_L_X_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_X_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_X_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem derivative_L_X :
  is_pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b)))
  ((p j - t j) * w k / INR N).
Proof.
  pose proof derivative_L_X_needs_1.
  pose proof derivative_L_X_needs_2.
  pose proof derivative_L_X_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_X_1_chain (eq_eq _ _ _ derivative_L_X_2_lemma (eq_eq _ _ _ derivative_L_X_3_sum_delta (eq_eq _ _ _ derivative_L_X_4_ring derivative_L_X_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_X_outright : option (
  is_pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b)))
  ((p j - t j) * w k / INR N)).
Proof.
  attempt "derivative_L_X" by Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))))))) (Formula.C (INR N))))).
Defined.
End derivative_L_X.

(** * VJP of L for X *)

Section vjp_L_X.
Variables (j k : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis k_in : (k < D')%nat.

(* put in ∂ℒ/∂X_jk *)
Lemma vjp_L_X_1_lemma :
  L_bar * pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b)))
  = L_bar * ((p j - t j) * w k / INR N).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_21 j k).
Qed.

(* rearrange *)
Lemma vjp_L_X_2_ring :
  L_bar * ((p j - t j) * w k / INR N)
  = L_bar * (p j - t j) * w k / INR N.
Proof.
  apply (eq_eq _ (L_bar * p j * w k / INR N - L_bar * t j * w k / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_L_X_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_X_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_X_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem vjp_L_X :
  is_pd (at2 X j k) (fun X' => L_bar * L_of N t (p_of (z_of D' X' w b)))
  (L_bar * (p j - t j) * w k / INR N).
Proof.
  pose proof vjp_L_X_needs_1.
  pose proof vjp_L_X_needs_2.
  pose proof vjp_L_X_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_X_1_lemma vjp_L_X_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_X or else anew *)
Definition vjp_L_X_outright : option (
  is_pd (at2 X j k) (fun X' => L_bar * L_of N t (p_of (z_of D' X' w b)))
  (L_bar * (p j - t j) * w k / INR N)).
Proof.
  attempt "vjp_L_X" times (derivative_L_X_outright j k) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))))))) (Formula.C (INR N)))))).
Defined.
End vjp_L_X.

(** * JVP of L for X *)

Section jvp_L_X.

(* put in ∂ℒ/∂X_jk *)
Lemma jvp_L_X_1_lemma :
  rsum N (fun j => rsum D' (fun k => pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b))) * X_dot j k))
  = rsum N (fun j => rsum D' (fun k => (p j - t j) * w k / INR N * X_dot j k)).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_21 j k).
Qed.

Lemma jvp_L_X_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_X_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_X_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem jvp_L_X :
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' (line2 X X_dot t') w b)))
  (rsum N (fun j => rsum D' (fun k => (p j - t j) * w k / INR N * X_dot j k))).
Proof.
  pose proof jvp_L_X_needs_1.
  pose proof jvp_L_X_needs_2.
  pose proof jvp_L_X_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => rsum D' (fun k => pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b))) * X_dot j k))) _).
  { apply (eq_eq _ (rsum N (fun j => rsum D' (fun k => pd (at2 X j k) (fun X' => L_of N t (p_of (z_of D' X' w b))) * X_dot j k))) _).
    { refine (eq_trans (chain2_at (at0 0) N D' X (fun X' => L_of N t (p_of (z_of D' X' w b))) (fun t' => (line2 X X_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact jvp_L_X_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_X_outright : option (
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' (line2 X X_dot t') w b)))
  (rsum N (fun j => rsum D' (fun k => (p j - t j) * w k / INR N * X_dot j k)))).
Proof.
  attempt "jvp_L_X" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 X) (Formula.flat2 X_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (n, i)) (Formula.C (w i))))) (Formula.C (b))))))))))))) (Formula.C (INR N))))).
Defined.
End jvp_L_X.

(** * Derivative of L by w *)

Section derivative_L_w.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.

(* chain rule through p_n *)
Lemma derivative_L_w_1_chain :
  pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n)).
Proof.
  rule (shared_5 j).
Qed.

(* put in ∂ℒ/∂p_n and ∂p_n/∂w_j *)
Lemma derivative_L_w_2_lemma :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at1 w j) (fun w' => p_of (z_of D' X w' b) n))
  = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j).
Proof.
  rule (shared_6 j).
Qed.

(* multiply out *)
Lemma derivative_L_w_3_ring :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n) * X n j)
  = rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N.
Proof.
  rule (shared_7 j).
Qed.

(* factor *)
Lemma derivative_L_w_4_ring :
  rsum N (fun n => X n j * p n) / INR N - rsum N (fun n => X n j * t n) / INR N
  = rsum N (fun n => X n j * (p n - t n)) / INR N.
Proof.
  symmetry.
  rule (shared_10 j).
Qed.

Lemma derivative_L_w_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_w_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_w_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem derivative_L_w :
  is_pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  (rsum N (fun n => X n j * (p n - t n)) / INR N).
Proof.
  pose proof derivative_L_w_needs_1.
  pose proof derivative_L_w_needs_2.
  pose proof derivative_L_w_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_w_1_chain (eq_eq _ _ _ derivative_L_w_2_lemma (eq_eq _ _ _ derivative_L_w_3_ring derivative_L_w_4_ring))).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_L_w_outright : option (
  is_pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  (rsum N (fun n => X n j * (p n - t n)) / INR N)).
Proof.
  attempt "derivative_L_w" from (weights_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))))))) (Formula.C (INR N))))).
Defined.
End derivative_L_w.

(** * VJP of L for w *)

Section vjp_L_w.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.

(* put in ∂ℒ/∂w_j *)
Lemma vjp_L_w_1_lemma :
  L_bar * pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))
  = L_bar * (rsum N (fun n => X n j * (p n - t n)) / INR N).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_22 j).
Qed.

(* rearrange *)
Lemma vjp_L_w_2_ring :
  L_bar * (rsum N (fun n => X n j * (p n - t n)) / INR N)
  = L_bar * rsum N (fun n => X n j * (p n - t n)) / INR N.
Proof.
  apply (eq_eq _ (L_bar * ((rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n)) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_9 j). }
  apply (eq_eq _ (rsum N (fun n => X n j * p n) * L_bar / INR N - rsum N (fun n => X n j * t n) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * (rsum N (fun n => X n j * p n) + (-1) * rsum N (fun n => X n j * t n)) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_9 j). }
  fractions.
Qed.

Lemma vjp_L_w_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_w_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_w_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem vjp_L_w :
  is_pd (at1 w j) (fun w' => L_bar * L_of N t (p_of (z_of D' X w' b)))
  (L_bar * rsum N (fun n => X n j * (p n - t n)) / INR N).
Proof.
  pose proof vjp_L_w_needs_1.
  pose proof vjp_L_w_needs_2.
  pose proof vjp_L_w_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_w_1_lemma vjp_L_w_2_ring).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition vjp_L_w_outright : option (
  is_pd (at1 w j) (fun w' => L_bar * L_of N t (p_of (z_of D' X w' b)))
  (L_bar * rsum N (fun n => X n j * (p n - t n)) / INR N)).
Proof.
  attempt "vjp_L_w" times (weights_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))))))) (Formula.C (INR N)))))).
Defined.
End vjp_L_w.

(** * JVP of L for w *)

Section jvp_L_w.

(* put in ∂ℒ/∂w_j *)
Lemma jvp_L_w_1_lemma :
  rsum D' (fun j => pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b))) * w_dot j)
  = rsum D' (fun j => rsum N (fun n => X n j * (p n - t n)) / INR N * w_dot j).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_22 j).
Qed.

Lemma jvp_L_w_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_w_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_w_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem jvp_L_w :
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' X (line1 w w_dot t') b)))
  (rsum D' (fun j => rsum N (fun n => X n j * (p n - t n)) / INR N * w_dot j)).
Proof.
  pose proof jvp_L_w_needs_1.
  pose proof jvp_L_w_needs_2.
  pose proof jvp_L_w_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b))) * w_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 w j) (fun w' => L_of N t (p_of (z_of D' X w' b))) * w_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' w (fun w' => L_of N t (p_of (z_of D' X w' b))) (fun t' => (line1 w w_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_w_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_w_outright : option (
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' X (line1 w w_dot t') b)))
  (rsum D' (fun j => rsum N (fun n => X n j * (p n - t n)) / INR N * w_dot j))).
Proof.
  attempt "jvp_L_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 w) (Formula.flat1 w_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (X n i)) (Formula.V (i))))) (Formula.C (b))))))))))))) (Formula.C (INR N))))).
Defined.
End jvp_L_w.

(** * Derivative of L by b *)

Section derivative_L_b.

(* chain rule through p_n *)
Lemma derivative_L_b_1_chain :
  pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  = rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n)).
Proof.
  rule shared_11.
Qed.

(* put in ∂ℒ/∂p_n and ∂p_n/∂b *)
Lemma derivative_L_b_2_lemma :
  rsum N (fun n => pd (at1 p n) (fun p' => L_of N t p') * pd (at0 b) (fun b' => p_of (z_of D' X w b') n))
  = rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n)).
Proof.
  rule shared_12.
Qed.

(* multiply out *)
Lemma derivative_L_b_3_ring :
  rsum N (fun n => (p n - t n) / (p n * INR N * (1 - p n)) * p n * (1 - p n))
  = rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N.
Proof.
  rule shared_13.
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_L_b_4_sum_factor :
  rsum N (fun n => p n) / INR N - rsum N (fun n => t n) / INR N
  = rsum N (fun n => p n - t n) / INR N.
Proof.
  rule shared_15.
Qed.

Lemma derivative_L_b_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_b_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_b_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem derivative_L_b :
  is_pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  (rsum N (fun n => p n - t n) / INR N).
Proof.
  pose proof derivative_L_b_needs_1.
  pose proof derivative_L_b_needs_2.
  pose proof derivative_L_b_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_b_1_chain (eq_eq _ _ _ derivative_L_b_2_lemma (eq_eq _ _ _ derivative_L_b_3_ring derivative_L_b_4_sum_factor))).
Qed.

(* the same by the differentiator, by what it found for bias or else anew *)
Definition derivative_L_b_outright : option (
  is_pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  (rsum N (fun n => p n - t n) / INR N)).
Proof.
  attempt "derivative_L_b" as (bias_outright) or Formula.outright (Formula.by_number (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))))))) (Formula.C (INR N))))).
Defined.
End derivative_L_b.

(** * VJP of L for b *)

Section vjp_L_b.

(* put in ∂ℒ/∂b *)
Lemma vjp_L_b_1_lemma :
  L_bar * pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))
  = L_bar * (rsum N (fun n => p n - t n) / INR N).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_23.
Qed.

(* rearrange *)
Lemma vjp_L_b_2_ring :
  L_bar * (rsum N (fun n => p n - t n) / INR N)
  = L_bar * rsum N (fun n => p n - t n) / INR N.
Proof.
  apply (eq_eq _ (L_bar * ((rsum N (fun n => p n) + (-1) * rsum N (fun n => t n)) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum N (fun k => p k - t k)) _); [ same | ].
    rule shared_14. }
  apply (eq_eq _ (rsum N (fun n => p n) * L_bar / INR N - rsum N (fun n => t n) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * (rsum N (fun n => p n) + (-1) * rsum N (fun n => t n)) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ (rsum N (fun k => p k - t k)) _); [ same | ].
    rule shared_14. }
  fractions.
Qed.

Lemma vjp_L_b_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_b_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_b_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem vjp_L_b :
  is_pd (at0 b) (fun b' => L_bar * L_of N t (p_of (z_of D' X w b')))
  (L_bar * rsum N (fun n => p n - t n) / INR N).
Proof.
  pose proof vjp_L_b_needs_1.
  pose proof vjp_L_b_needs_2.
  pose proof vjp_L_b_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b')))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_b_1_lemma vjp_L_b_2_ring).
Qed.

(* the same by the differentiator, by what it found for bias or else anew *)
Definition vjp_L_b_outright : option (
  is_pd (at0 b) (fun b' => L_bar * L_of N t (p_of (z_of D' X w b')))
  (L_bar * rsum N (fun n => p n - t n) / INR N)).
Proof.
  attempt "vjp_L_b" times (bias_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))))))) (Formula.C (INR N)))))).
Defined.
End vjp_L_b.

(** * JVP of L for b *)

Section jvp_L_b.

(* put in ∂ℒ/∂b *)
Lemma jvp_L_b_1_lemma :
  pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b'))) * b_dot
  = rsum N (fun n => p n - t n) / INR N * b_dot.
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 - p n)).
  { intros n ?.
    apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
    { sgn. }
    symmetry.
    rule (shared_2 n). }
  assert ((forall n, (n < N)%nat -> 0 < p n)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> 1 + exp (- z n) <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_23.
Qed.

(* rearrange *)
Lemma jvp_L_b_2_ring :
  rsum N (fun n => p n - t n) / INR N * b_dot
  = b_dot * rsum N (fun n => p n - t n) / INR N.
Proof.
  apply (eq_eq _ ((rsum N (fun n => p n) + (-1) * rsum N (fun n => t n)) / INR N * b_dot) _).
  { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
    apply (eq_eq _ (rsum N (fun k => p k - t k)) _); [ same | ].
    rule shared_14. }
  apply (eq_eq _ (rsum N (fun n => p n) * b_dot / INR N - rsum N (fun n => t n) * b_dot / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (b_dot * (rsum N (fun n => p n) + (-1) * rsum N (fun n => t n)) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ (rsum N (fun k => p k - t k)) _); [ same | ].
    rule shared_14. }
  fractions.
Qed.

Lemma jvp_L_b_needs_1 :
  (forall n, (n < N)%nat -> 1 + exp (- z n) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_b_needs_2 :
  (forall n, (n < N)%nat -> 0 < p n).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_b_needs_3 :
  (forall n, (n < N)%nat -> 0 < 1 - p n).
Proof.
  intros n ?.
  apply (lt_eq _ (1 / (1 + exp (rsum D' (fun i => X n i * w i)) * exp b)) _).
  { sgn. }
  symmetry.
  rule (shared_2 n).
Qed.

Theorem jvp_L_b :
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' X w (line0 b b_dot t'))))
  (b_dot * rsum N (fun n => p n - t n) / INR N).
Proof.
  pose proof jvp_L_b_needs_1.
  pose proof jvp_L_b_needs_2.
  pose proof jvp_L_b_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b'))) * b_dot) _).
  { apply (eq_eq _ (pd (at0 b) (fun b' => L_of N t (p_of (z_of D' X w b'))) * b_dot) _).
    { refine (eq_trans (chain0_at (at0 0) b (fun b' => L_of N t (p_of (z_of D' X w b'))) (fun t' => (line0 b b_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_b_1_lemma jvp_L_b_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_b_outright : option (
  is_pd (at0 0) (fun t' => L_of N t (p_of (z_of D' X w (line0 b b_dot t'))))
  (b_dot * rsum N (fun n => p n - t n) / INR N)).
Proof.
  attempt "jvp_L_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 b) (Formula.flat0 b_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.C (t n)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))) (Formula.Mul (Formula.C (1 - t n)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.C (rsum D' (fun i => X n i * w i))) (Formula.V tt)))))))))))) (Formula.C (INR N))))).
Defined.
End jvp_L_b.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t j) (fun t' => L_of N t' p)
  = pd (at1 t j) (fun t' => - (rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; differentiate under the sum; ∂t_k/∂t_j = δ_kj *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t j) (fun t' => - (rsum N (fun n => t' n * ln (p n) + (1 - t' n) * ln (1 - p n)) / INR N))
  = - (rsum N (fun k => ln (p k) * delta k j - ln (1 - p k) * delta k j) / INR N).
Proof.
  rule (shared_24 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_3_sum_delta :
  - (rsum N (fun k => ln (p k) * delta k j - ln (1 - p k) * delta k j) / INR N)
  = - ((ln (p j) - ln (1 - p j)) / INR N).
Proof.
  rule (shared_25 j).
Qed.

(* rearrange *)
Lemma derivative_L_t_4_ring :
  - ((ln (p j) - ln (1 - p j)) / INR N)
  = (ln (1 - p j) - ln (p j)) / INR N.
Proof.
  rule (shared_26 j).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of N t' p)
  ((ln (1 - p j) - ln (p j)) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_sum_delta derivative_L_t_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_of N t' p)
  ((ln (1 - p j) - ln (p j)) / INR N)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.V (n)) (Formula.C (ln (p n)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (n))) (Formula.C (ln (1 - p n))))))) (Formula.C (INR N))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of N t' p)
  = L_bar * ((ln (1 - p j) - ln (p j)) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_27 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * ((ln (1 - p j) - ln (p j)) / INR N)
  = L_bar * (ln (1 - p j) - ln (p j)) / INR N.
Proof.
  apply (eq_eq _ (ln (1 - p j) * L_bar / INR N - ln (p j) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of N t' p)
  (L_bar * (ln (1 - p j) - ln (p j)) / INR N).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of N t' p)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_bar * L_of N t' p)
  (L_bar * (ln (1 - p j) - ln (p j)) / INR N)).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.V (n)) (Formula.C (ln (p n)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (n))) (Formula.C (ln (1 - p n))))))) (Formula.C (INR N)))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun j => pd (at1 t j) (fun t' => L_of N t' p) * t_dot j)
  = rsum N (fun j => (ln (1 - p j) - ln (p j)) / INR N * t_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_27 j).
Qed.

(* factor *)
Lemma jvp_L_t_2_ring :
  rsum N (fun j => (ln (1 - p j) - ln (p j)) / INR N * t_dot j)
  = rsum N (fun j => t_dot j * (ln (1 - p j) - ln (p j))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun j => ln (1 - p j) * t_dot j / INR N - ln (p j) * t_dot j / INR N)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => ln (1 - p k) * t_dot k / INR N - ln (p k) * t_dot k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => ln (1 - p k) * t_dot k / INR N) + rsum N (fun k => - (ln (p k) * t_dot k / INR N))) _).
  { rule (sum_add N (fun j => ln (1 - p j) * t_dot j / INR N) (fun j => - (ln (p j) * t_dot j / INR N)) (fun j => true)). }
  apply (eq_eq _ (rsum N (fun j => ln (1 - p j) * t_dot j / INR N) + rsum N (fun j => - (ln (p j) * t_dot j / INR N))) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun j => ln (1 - p j) * t_dot j) - 1 / INR N * rsum N (fun j => ln (p j) * t_dot j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun j => 1 / INR N * ln (1 - p j) * t_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * ln (1 - p k) * t_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => ln (1 - p k) * t_dot k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun j => ln (1 - p j) * t_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum N (fun j => - (1 / INR N * ln (p j) * t_dot j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (1 / INR N * ln (p k) * t_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => 1 / INR N * ln (p k) * t_dot k)) _).
    { rule (sum_neg N (fun j => 1 / INR N * ln (p j) * t_dot j) (fun j => true)). }
    apply (eq_eq _ (- rsum N (fun j => 1 / INR N * ln (p j) * t_dot j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * ln (p k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => ln (p k) * t_dot k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun j => ln (p j) * t_dot j) (fun j => true)). }
  apply (eq_eq _ (rsum N (fun j => ln (1 - p j) * t_dot j) / INR N - rsum N (fun j => ln (p j) * t_dot j) / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum N (fun j => ln (1 - p j) * t_dot j) + (-1) * rsum N (fun j => ln (p j) * t_dot j)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun j => ln (1 - p j) * t_dot j - ln (p j) * t_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => ln (1 - p k) * t_dot k - ln (p k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => ln (1 - p k) * t_dot k) + rsum N (fun k => - (ln (p k) * t_dot k))) _).
    { rule (sum_add N (fun j => ln (1 - p j) * t_dot j) (fun j => - (ln (p j) * t_dot j)) (fun j => true)). }
    apply (eq_eq _ (rsum N (fun j => ln (1 - p j) * t_dot j) + rsum N (fun j => - (ln (p j) * t_dot j))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum N (fun j => (-1) * ln (p j) * t_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * ln (p k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => ln (p k) * t_dot k)) _); [ | same ].
    rule_same (sum_factor N (-1) (fun j => ln (p j) * t_dot j) (fun j => true)). }
  fractions.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N (line1 t t_dot t') p)
  (rsum N (fun j => t_dot j * (ln (1 - p j) - ln (p j))) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t' => L_of N t' p) * t_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t'' => L_of N t'' p) * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N t'' p) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma jvp_L_t_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of N (line1 t t_dot t') p)
  (rsum N (fun j => t_dot j * (ln (1 - p j) - ln (p j))) / INR N)).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Add (Formula.Mul (Formula.V (n)) (Formula.C (ln (p n)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (n))) (Formula.C (ln (1 - p n))))))) (Formula.C (INR N))))).
Defined.
End jvp_L_t.
End logistic_regression_theory.
