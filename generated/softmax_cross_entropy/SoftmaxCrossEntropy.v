(* made by derive, do not edit *)
(* Softmax with cross-entropy

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition L_of (K : nat) (label : nat -> R) (y : nat -> R) : R :=
  - rsum K (fun i => label i * ln (y i)).
#[local] Hint Unfold L_of : definitions.

Section softmax_cross_entropy_theory.
Variable (K : nat).
Variable (L_bar : R).
Variables (a label a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation L := (L_of K label y).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < K)%nat ->
  rsumif K (fun k => negb (Nat.eqb k i)) (fun k => exp (a k)) = (-1) * exp (a i) + rsum K (fun k => exp (a k)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then exp (a k) else 0))) _).
  { rule (sum_guard K (fun k => exp (a k)) (fun k => negb (Nat.eqb k i))). }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k)) + exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((1 - delta k i) * exp (a k) + delta k i * 0) _).
    { rule (if_apart (exp (a k)) 0 k i). }
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k))) + rsum K (fun k => exp (a k))) _).
  { rule (sum_add K (fun k => - (delta k i * exp (a k))) (fun k => exp (a k)) (fun k => true)). }
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum K (fun k => (-1) * delta k i * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ ((-1) * rsum K (fun k => delta k i * exp (a k))) _).
  { rule_same (sum_factor K (-1) (fun k => delta k i * exp (a k)) (fun k => true)). }
  refine (f_equal2 Rmult eq_refl _).
  rule (sum_delta K (fun k => exp (a k)) i).
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < K)%nat ->
  ((forall k, (k < K)%nat -> 0 < y k)) ->
  pd (at1 y i) (fun y' => - rsum K (fun k => label k * ln (y' k))) = - rsum K (fun k => label k * (1 / y k) * delta k i).
Proof.
  intros i ? ?.
  apply (eq_eq _ (- pd (at1 y i) (fun y' => rsum K (fun k => label k * ln (y' k)))) _).
  { rule (diff_neg (at1 y i) (fun y' => rsum K (fun k => label k * ln (y' k)))). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => pd (at1 y i) (fun y' => label k * ln (y' k)))) _).
  { rule (diff_sum (at1 y i) K (fun l y' => label l * ln (y' l)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 y i) (fun y' => label k * ln (y' k))) _).
  { reflexivity. }
  apply (eq_eq _ (label k * pd (at1 y i) (fun y' => ln (y' k))) _).
  { assert (pd (at1 y i) (fun y' => label k) = 0).
    { apply constant. }
    rule (diff_scale (at1 y i) (fun y' => label k) (fun y' => ln (y' k))). }
  apply (eq_eq _ (label k * (1 / y k * delta k i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (1 / y k * pd (at1 y i) (fun y' => y' k)) _).
  { rule (diff_log (at1 y i) (fun y' => y' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 y i) (fun y' => - rsum K (fun k => label k * ln (y' k))) = - rsum K (fun k => label k * delta k i / y k).
Proof.
  intros i ?.
  assert ((forall k, (k < K)%nat -> 0 < y k)).
  { intros k ?.
    sgn. }
  apply (eq_eq _ (- rsum K (fun k => label k * (1 / y k) * delta k i)) _).
  { rule (shared_2 i). }
  refine (f_equal Ropp _).
  apply rsum_ext; intros k ?; cbv beta.
  fractions.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < K)%nat ->
  - rsum K (fun k => label k * delta k i / y k) = - (label i / y i).
Proof.
  intros i ?.
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => delta k i * (label k / y k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => label k / y k) i).
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2 = (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  intros i j ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ ((exp (a i) * delta i j) * rsum K (fun k => exp (a k))) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (exp (a i) * pd (at1 a j) (fun a' => a' i)) _).
    { rule (diff_exp (at1 a j) (fun a' => a' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => exp (a' k)))) _).
  { rule (diff_sum (at1 a j) K (fun l a' => exp (a' l)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (a k) * pd (at1 a j) (fun a' => a' k)) _).
  { rule (diff_exp (at1 a j) (fun a' => a' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j) = exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j).
Proof.
  intros i j ? ?.
  refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
  apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => exp (a k)) j).
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < K)%nat ->
  rsum K (fun k => 1 / rsum K (fun l => exp (a l)) * (delta k i * exp (a k) * label k / y k)) = 1 / rsum K (fun l => exp (a l)) * (exp (a i) * label i / y i).
Proof.
  intros i ?.
  apply (eq_eq _ (1 / rsum K (fun l => exp (a l)) * rsum K (fun k => delta k i * exp (a k) * label k / y k)) _).
  { rule (sum_factor K (1 / rsum K (fun l => exp (a l))) (fun k => delta k i * exp (a k) * label k / y k) (fun k => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun k => delta k i * (exp (a k) * label k / y k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => exp (a k) * label k / y k) i).
Qed.

Lemma shared_8 :
  forall k : nat,
  (k < K)%nat ->
  ((forall i, (i < K)%nat -> 0 < y i)) ->
  pd (at1 y k) (fun y' => L_of K label y') = - rsum K (fun l => label l * delta l k / y l).
Proof.
  intros k ? ?.
  apply (eq_eq _ (pd (at1 y k) (fun y' => - rsum K (fun i => label i * ln (y' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun l => label l * (1 / y l) * delta l k)) _).
  { rule_same (shared_2 k). }
  refine (f_equal Ropp _).
  apply rsum_ext; intros l ?; cbv beta.
  fractions.
Qed.

Lemma shared_9 :
  forall k i : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (rsum K (fun l => exp (a l)) <> 0) ->
  pd (at1 a i) (fun a' => y_of K a' k) = delta k i * exp (a k) / rsum K (fun l => exp (a l)) - exp (a i) * exp (a k) / rsum K (fun l => exp (a l)) ^ 2.
Proof.
  intros k i ? ? ?.
  apply (eq_eq _ (pd (at1 a i) (fun a' => exp (a' k) / rsum K (fun l => exp (a' l)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a i) (fun a' => exp (a' k)) * rsum K (fun l => exp (a l)) - exp (a k) * pd (at1 a i) (fun a' => rsum K (fun l => exp (a' l)))) / rsum K (fun l => exp (a l)) ^ 2) _).
  { rule (diff_div (at1 a i) (fun a' => exp (a' k)) (fun a' => rsum K (fun l => exp (a' l)))). }
  apply (eq_eq _ ((exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * rsum K (fun k' => exp (a k') * delta k' i)) / rsum K (fun l => exp (a l)) ^ 2) _).
  { rule_same (shared_5 k i). }
  apply (eq_eq _ ((exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * exp (a i)) / rsum K (fun l => exp (a l)) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule_same (shared_6 k i). }
  cancel.
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => - (delta i j * label i)) = (-1) * label j.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun i => (-1) * delta i j * label i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => (-1) * delta k j * label k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => delta k j * label k)) _).
  { rule_same (sum_factor K (-1) (fun i => delta i j * label i) (fun i => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun i => delta i j * label i)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun k => delta k j * label k)) _); [ same | ].
  rule (sum_delta K (fun i => label i) j).
Qed.

Lemma shared_11 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => label i * y j) = y j * rsum K (fun i => label i).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun i => y j * label i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => y j * label k)) _); [ same | ].
  apply (eq_eq _ (y j * rsum K (fun k => label k)) _); [ | same ].
  rule (sum_factor K (y j) (fun i => label i) (fun i => true)).
Qed.

Lemma shared_12 :
  forall i : nat,
  (i < K)%nat ->
  - label i + label i * y i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k * y i) = rsum K (fun k => label k) * y i - label i.
Proof.
  intros i ?.
  apply (eq_eq _ (- label i + label i * y i - y i * label i + y i * rsum K (fun k => label k)) _).
  { apply (eq_eq _ (- label i + label i * y i + (- (y i * label i) + y i * rsum K (fun k => label k))) _); [ | same ].
    refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _).
    apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then label k * y i else 0))) _).
    { rule (sum_guard K (fun k => label k * y i) (fun k => negb (Nat.eqb k i))). }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k * y i) + label k * y i)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - delta k i) * label k * y i + delta k i * 0) _).
      { rule_same (if_apart (label k * y i) 0 k i). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k * y i)) + rsum K (fun k => label k * y i)) _).
    { rule (sum_add K (fun k => - (delta k i * label k * y i)) (fun k => label k * y i) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => - (y i * delta k i * label k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (- rsum K (fun k => y i * delta k i * label k)) _).
      { rule (sum_neg K (fun k => y i * delta k i * label k) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (y i * rsum K (fun k => delta k i * label k)) _).
      { rule_same (sum_factor K (y i) (fun k => delta k i * label k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta K (fun k => label k) i). }
    rule_same (shared_11 i). }
  arith.
Qed.

Lemma shared_13 :
  forall i : nat,
  (i < K)%nat ->
  - label i + y i * (label i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k)) = rsum K (fun k => label k) * y i - label i.
Proof.
  intros i ?.
  apply (eq_eq _ (- label i + y i * (label i + (-1) * label i + rsum K (fun k => label k))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
    apply (eq_eq _ (label i + ((-1) * label i + rsum K (fun k => label k))) _); [ | same ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then label k else 0))) _).
    { rule (sum_guard K (fun k => label k) (fun k => negb (Nat.eqb k i))). }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k) + label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - delta k i) * label k + delta k i * 0) _).
      { rule (if_apart (label k) 0 k i). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k)) + rsum K (fun k => label k)) _).
    { rule (sum_add K (fun k => - (delta k i * label k)) (fun k => label k) (fun k => true)). }
    refine (f_equal2 Rplus _ eq_refl).
    rule (shared_10 i). }
  arith.
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < K)%nat ->
  (rsum K (fun i => label i) = 1) ->
  y j * rsum K (fun i => label i) - label j = y j - label j.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum K (fun i => label i) * y j - label j) _).
  { arith. }
  apply (eq_eq _ (1 * y j - label j) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i => label i)) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (- label j + y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_15 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => y_of K a' i) = y i * (delta i j - y j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2) _).
  { assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { rule (shared_5 i j). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_6 i j). }
  apply (eq_eq _ (exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y i * delta i j - y i * y j) _).
  { assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (eq_eq _ (delta i j * exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) * delta i j - exp (a i) / rsum K (fun k => exp (a k)) * (exp (a j) / rsum K (fun k => exp (a k)))) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (delta i j * y i - y i * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_16 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => pd (at1 y i) (fun y' => L_of K label y') * pd (at1 a j) (fun a' => y_of K a' i)) = rsum K (fun i => - (label i / y i * y i * (delta i j - y j))).
Proof.
  intros j ?.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (label i / y i)) * (y i * (delta i j - y j))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun k => label k * ln (y' k)))) _).
    { assert ((forall i', (i' < K)%nat -> 0 < y i')).
      { intros i' ?.
        sgn. }
      apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun i' => label i' * ln (y' i')))) _); [ | same ].
      reflexivity. }
    apply (eq_eq _ (- rsum K (fun k => label k * delta k i / y k)) _).
    { rule (shared_3 i). }
    rule (shared_4 i). }
  rule (shared_15 i j).
Qed.

Lemma shared_17 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => - (label i / y i * y i * (delta i j - y j))) = y j * rsum K (fun i => label i) - label j.
Proof.
  intros j ?.
  assert ((forall i, (i < K)%nat -> y i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => - (delta i j * label i) + label i * y j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k j * label k) + label k * y j)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta k j * label k)) + rsum K (fun k => label k * y j)) _).
  { rule (sum_add K (fun i => - (delta i j * label i)) (fun i => label i * y j) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (delta i j * label i)) + rsum K (fun i => label i * y j)) _); [ same | ].
  apply (eq_eq _ ((-1) * label j + y j * rsum K (fun i => label i)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_10 j). }
    rule (shared_11 j). }
  apply (eq_eq _ (rsum K (fun i => label i) * y j - label j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_18 :
  forall j : nat,
  (j < K)%nat ->
  (rsum K (fun i => label i) = 1) ->
  pd (at1 a j) (fun a' => L_of K label (y_of K a')) = y j - label j.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 y i) (fun y' => L_of K label y') * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < y i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a j) K (fun y' => L_of K label y') (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (label i / y i * y i * (delta i j - y j)))) _).
  { rule (shared_16 j). }
  apply (eq_eq _ (y j * rsum K (fun i => label i) - label j) _).
  { rule (shared_17 j). }
  rule (shared_14 j).
Qed.

(** * nonnegative *)

Section nonnegative.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 <= label i).

(* by the signs of its parts, as y_i ≤ 1 *)
Lemma nonnegative_1_sign :
  0
  <= L.
Proof.
  assert ((forall i, (i < K)%nat -> y i <= 1)).
  { intros i ?.
    apply (difference_le _ _ (rsumif K (fun k => negb (Nat.eqb k i)) (fun k => exp (a k)) / (exp (a i) + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => exp (a k))))).
    { assert (rsum K (fun k => exp (a k)) <> 0).
      { sgn. }
      apply (eq_eq _ (1 - exp (a i) / rsum K (fun k => exp (a k))) _).
      { reflexivity. }
      symmetry.
      apply (eq_eq _ (((-1) * exp (a i) + rsum K (fun k => exp (a k))) / (exp (a i) + (-1) * exp (a i) + rsum K (fun k => exp (a k)))) _).
      { refine (f_equal2 Rdiv _ _).
        { rule (shared_1 i). }
        apply (eq_eq _ (exp (a i) + ((-1) * exp (a i) + rsum K (fun k => exp (a k)))) _); [ | same ].
        refine (f_equal2 Rplus eq_refl _).
        rule (shared_1 i). }
      cancel. }
    sgn. }
  sgn.
Qed.

Theorem nonnegative :
  0
  <= L.
Proof.
  exact nonnegative_1_sign.
Qed.
End nonnegative.

(** * The outer derivative *)

Section outer.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.

(* definition of ℒ *)
Lemma outer_1_unfold :
  pd (at1 y k) (fun y' => L_of K label y')
  = pd (at1 y k) (fun y' => - rsum K (fun i => label i * ln (y' i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of log, chain rule; ∂y_l/∂y_k = δ_lk *)
Lemma outer_2_diff_sum :
  pd (at1 y k) (fun y' => - rsum K (fun i => label i * ln (y' i)))
  = - rsum K (fun l => label l * delta l k / y l).
Proof.
  rule_same (shared_3 k).
Qed.

(* the delta keeps one term of the sum *)
Lemma outer_3_sum_delta :
  - rsum K (fun l => label l * delta l k / y l)
  = - (label k / y k).
Proof.
  rule (shared_4 k).
Qed.

Lemma outer_needs_1 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem outer :
  is_pd (at1 y k) (fun y' => L_of K label y')
  (- (label k / y k)).
Proof.
  pose proof outer_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ outer_1_unfold (eq_eq _ _ _ outer_2_diff_sum outer_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition outer_outright : option (
  is_pd (at1 y k) (fun y' => L_of K label y')
  (- (label k / y k))).
Proof.
  attempt "outer" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.V (i)))))))).
Defined.
End outer.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : rsum K (fun i' => label i') = 1.

(* chain rule through y_k *)
Lemma gradient_1_chain :
  pd (at1 a i) (fun a' => L_of K label (y_of K a'))
  = rsum K (fun k => pd (at1 y k) (fun y' => L_of K label y') * pd (at1 a i) (fun a' => y_of K a' k)).
Proof.
  assert ((forall k, (k < K)%nat -> y k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < y i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 a i) (fun a' => - rsum K (fun i' => label i' * ln (y_of K a' i')))) _).
  { reflexivity. }
  apply (eq_eq _ (- pd (at1 a i) (fun a' => rsum K (fun i' => label i' * ln (y_of K a' i')))) _).
  { rule (diff_neg (at1 a i) (fun a' => rsum K (fun i' => label i' * ln (y_of K a' i')))). }
  apply (eq_eq _ (- rsum K (fun k => label k * (1 / y k) * ((exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * rsum K (fun k' => exp (a k') * delta k' i)) / rsum K (fun l => exp (a l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 a i) (fun a' => rsum K (fun k => label k * ln (y_of K a' k)))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => pd (at1 a i) (fun a' => label k * ln (y_of K a' k)))) _).
    { rule (diff_sum (at1 a i) K (fun k a' => label k * ln (y_of K a' k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 a i) (fun a' => label k * ln (y_of K a' k))) _).
    { reflexivity. }
    apply (eq_eq _ (label k * pd (at1 a i) (fun a' => ln (y_of K a' k))) _).
    { assert (pd (at1 a i) (fun a' => label k) = 0).
      { apply constant. }
      rule (diff_scale (at1 a i) (fun a' => label k) (fun a' => ln (y_of K a' k))). }
    apply (eq_eq _ (label k * (1 / y k * ((exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * rsum K (fun k' => exp (a k') * delta k' i)) / rsum K (fun l => exp (a l)) ^ 2))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / y k * pd (at1 a i) (fun a' => y_of K a' k)) _).
    { rule (diff_log (at1 a i) (fun a' => y_of K a' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 a i) (fun a' => exp (a' k) / rsum K (fun l => exp (a' l)))) _).
    { reflexivity. }
    apply (eq_eq _ ((pd (at1 a i) (fun a' => exp (a' k)) * rsum K (fun l => exp (a l)) - exp (a k) * pd (at1 a i) (fun a' => rsum K (fun l => exp (a' l)))) / rsum K (fun l => exp (a l)) ^ 2) _).
    { rule (diff_div (at1 a i) (fun a' => exp (a' k)) (fun a' => rsum K (fun l => exp (a' l)))). }
    rule_same (shared_5 k i). }
  apply (eq_eq _ (- rsum K (fun k => label k * (exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * rsum K (fun k' => exp (a k') * delta k' i)) / (y k * rsum K (fun l => exp (a l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- (1 / rsum K (fun l => exp (a l)) * (exp (a i) * label i / y i) - exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * rsum K (fun k => exp (a k) * label k / y k))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k) - exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (label k * (exp (a k) * delta k i * rsum K (fun l => exp (a l)) - exp (a k) * exp (a i)) / (y k * rsum K (fun l => exp (a l)) ^ 2)) _).
      { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
        rule_same (shared_6 k i). }
      cancel. }
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k)) + rsum K (fun k => - (exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k)))) _).
    { rule (sum_add K (fun k => delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k)) (fun k => - (exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k))) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun l => exp (a l)) * (delta k i * exp (a k) * label k / y k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      rule (shared_7 i). }
    apply (eq_eq _ (rsum K (fun k => - (exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * (exp (a k) * label k / y k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * (exp (a k) * label k / y k))) _).
    { rule (sum_neg K (fun k => exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * (exp (a k) * label k / y k)) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor K (exp (a i) / rsum K (fun l => exp (a l)) ^ 2) (fun k => exp (a k) * label k / y k) (fun k => true)). }
  apply (eq_eq _ (exp (a i) * rsum K (fun k => exp (a k) * label k / y k) / rsum K (fun l => exp (a l)) ^ 2 - exp (a i) * label i / (rsum K (fun l => exp (a l)) * y i)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k)) + exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (- (label k / y k * (delta k i * exp (a k) / rsum K (fun l => exp (a l)) - exp (a i) * exp (a k) / rsum K (fun l => exp (a l)) ^ 2))) _).
    { apply (eq_eq _ ((- (label k / y k)) * (delta k i * exp (a k) / rsum K (fun l => exp (a l)) - exp (a i) * exp (a k) / rsum K (fun l => exp (a l)) ^ 2)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (- rsum K (fun l => label l * delta l k / y l)) _).
        { rule (shared_8 k). }
        rule (shared_4 k). }
      rule (shared_9 k i). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k))) + rsum K (fun k => exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k))) _).
  { rule (sum_add K (fun k => - (delta k i * exp (a k) * label k / (rsum K (fun l => exp (a l)) * y k))) (fun k => exp (a i) * exp (a k) * label k / (rsum K (fun l => exp (a l)) ^ 2 * y k)) (fun k => true)). }
  apply (eq_eq _ (- (1 / rsum K (fun l => exp (a l)) * (exp (a i) * label i / y i)) + exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * rsum K (fun k => exp (a k) * label k / y k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => - (1 / rsum K (fun l => exp (a l)) * (delta k i * exp (a k) * label k / y k)))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum K (fun k => 1 / rsum K (fun l => exp (a l)) * (delta k i * exp (a k) * label k / y k))) _).
      { rule (sum_neg K (fun k => 1 / rsum K (fun l => exp (a l)) * (delta k i * exp (a k) * label k / y k)) (fun k => true)). }
      refine (f_equal Ropp _).
      rule (shared_7 i). }
    apply (eq_eq _ (rsum K (fun k => exp (a i) / rsum K (fun l => exp (a l)) ^ 2 * (exp (a k) * label k / y k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor K (exp (a i) / rsum K (fun l => exp (a l)) ^ 2) (fun k => exp (a k) * label k / y k) (fun k => true)). }
  fractions.
Qed.

(* put in ∂ℒ/∂y_k and ∂y_k/∂a_i *)
Lemma gradient_2_lemma :
  rsum K (fun k => pd (at1 y k) (fun y' => L_of K label y') * pd (at1 a i) (fun a' => y_of K a' k))
  = - (label i * (1 - y i)) - rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k / y k * (- (y k * y i))).
Proof.
  assert ((forall k, (k < K)%nat -> ((k <> i) -> exp (a k) <> 0))).
  { intros k ?.
    intro.
    sgn. }
  assert ((forall k, (k < K)%nat -> ((k <> i) -> rsum K (fun k' => exp (a k')) <> 0))).
  { intros k ?.
    intro.
    sgn. }
  assert ((forall k, (k < K)%nat -> exp (a k) <> 0)).
  { intros k ?.
    sgn. }
  assert (rsum K (fun l => exp (a l)) <> 0).
  { sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < y i')).
  { intros i' ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * label k) + exp (a i) * label k / rsum K (fun k' => exp (a k')))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (- (rsum K (fun k' => exp (a k')) * label k / exp (a k) * (delta k i * exp (a k) / rsum K (fun l => exp (a l)) - exp (a i) * exp (a k) / rsum K (fun l => exp (a l)) ^ 2))) _).
    { apply (eq_eq _ ((- (rsum K (fun k' => exp (a k')) * label k / exp (a k))) * (delta k i * exp (a k) / rsum K (fun l => exp (a l)) - exp (a i) * exp (a k) / rsum K (fun l => exp (a l)) ^ 2)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (- rsum K (fun l => label l * delta l k / y l)) _).
        { rule (shared_8 k). }
        apply (eq_eq _ (- (rsum K (fun k' => exp (a k')) * (label k / exp (a k)))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (rsum K (fun l => delta l k * rsum K (fun k' => exp (a k')) * label l / exp (a l))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (label l * delta l k / (exp (a l) / rsum K (fun k' => exp (a k')))) _).
            { reflexivity. }
            fractions. }
          apply (eq_eq _ (rsum K (fun l => rsum K (fun k' => exp (a k')) * (delta l k * label l / exp (a l)))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum K (fun k' => exp (a k')) * rsum K (fun l => delta l k * label l / exp (a l))) _).
          { rule (sum_factor K (rsum K (fun k' => exp (a k'))) (fun l => delta l k * label l / exp (a l)) (fun l => true)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum K (fun l => delta l k * (label l / exp (a l)))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          rule_same (sum_delta K (fun l => label l / exp (a l)) k). }
        fractions. }
      rule (shared_9 k i). }
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * label k)) + rsum K (fun k => exp (a i) * label k / rsum K (fun k' => exp (a k')))) _).
  { rule (sum_add K (fun k => - (delta k i * label k)) (fun k => exp (a i) * label k / rsum K (fun k' => exp (a k'))) (fun k => true)). }
  apply (eq_eq _ ((-1) * label i + exp (a i) / rsum K (fun k => exp (a k)) * rsum K (fun k => label k)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_10 i). }
    apply (eq_eq _ (rsum K (fun k => exp (a i) / rsum K (fun k' => exp (a k')) * label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor K (exp (a i) / rsum K (fun k => exp (a k))) (fun k => label k) (fun k => true)). }
  apply (eq_eq _ (exp (a i) * rsum K (fun k => label k) / rsum K (fun k => exp (a k)) - label i) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (label i * (1 - exp (a i) / rsum K (fun k => exp (a k)))) - (exp (a i) / rsum K (fun l => exp (a l)) * label i - exp (a i) / rsum K (fun l => exp (a l)) * rsum K (fun k => label k))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then label k / y k * (- (y k * y i)) else 0))) _).
    { rule (sum_guard K (fun k => label k / y k * (- (y k * y i))) (fun k => negb (Nat.eqb k i))). }
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (a i) * label k / rsum K (fun l => exp (a l)) - exp (a i) * label k / rsum K (fun l => exp (a l)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if negb (Nat.eqb k i) then - (exp (a i) * label k / rsum K (fun l => exp (a l))) else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { apply (eq_eq _ (label k / (exp (a k) / rsum K (fun l => exp (a l))) * (- (exp (a k) / rsum K (fun l => exp (a l)) * (exp (a i) / rsum K (fun k' => exp (a k')))))) _).
          { reflexivity. }
          cancel. }
        { reflexivity. } }
      apply (eq_eq _ ((1 - delta k i) * (- (exp (a i) * label k / rsum K (fun l => exp (a l)))) + delta k i * 0) _).
      { rule (if_apart (- (exp (a i) * label k / rsum K (fun l => exp (a l)))) 0 k i). }
      fractions. }
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (a i) * label k / rsum K (fun l => exp (a l))) + rsum K (fun k => - (exp (a i) * label k / rsum K (fun l => exp (a l))))) _).
    { rule (sum_add K (fun k => delta k i * exp (a i) * label k / rsum K (fun l => exp (a l))) (fun k => - (exp (a i) * label k / rsum K (fun l => exp (a l)))) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => exp (a i) / rsum K (fun l => exp (a l)) * delta k i * label k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (exp (a i) / rsum K (fun l => exp (a l)) * rsum K (fun k => delta k i * label k)) _).
      { rule_same (sum_factor K (exp (a i) / rsum K (fun l => exp (a l))) (fun k => delta k i * label k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta K (fun k => label k) i). }
    apply (eq_eq _ (rsum K (fun k => - (exp (a i) / rsum K (fun l => exp (a l)) * label k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => exp (a i) / rsum K (fun l => exp (a l)) * label k)) _).
    { rule (sum_neg K (fun k => exp (a i) / rsum K (fun l => exp (a l)) * label k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor K (exp (a i) / rsum K (fun l => exp (a l))) (fun k => label k) (fun k => true)). }
  fractions.
Qed.

(* multiply out *)
Lemma gradient_3_ring :
  - (label i * (1 - y i)) - rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k / y k * (- (y k * y i)))
  = - label i + label i * y i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k * y i).
Proof.
  assert ((forall k, (k < K)%nat -> ((k <> i) -> y k <> 0))).
  { intros k ?.
    intro.
    sgn. }
  apply (eq_eq _ (- (label i * (1 - y i)) - (y i * label i - y i * rsum K (fun k => label k))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then label k / y k * (- (y k * y i)) else 0))) _).
    { rule (sum_guard K (fun k => label k / y k * (- (y k * y i))) (fun k => negb (Nat.eqb k i))). }
    apply (eq_eq _ (rsum K (fun k => delta k i * label k * y i - label k * y i)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if negb (Nat.eqb k i) then - (label k * y i) else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { cancel. }
        { reflexivity. } }
      apply (eq_eq _ ((1 - delta k i) * (- (label k * y i)) + delta k i * 0) _).
      { rule (if_apart (- (label k * y i)) 0 k i). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => delta k i * label k * y i) + rsum K (fun k => - (label k * y i))) _).
    { rule (sum_add K (fun k => delta k i * label k * y i) (fun k => - (label k * y i)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => y i * delta k i * label k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (y i * rsum K (fun k => delta k i * label k)) _).
      { rule_same (sum_factor K (y i) (fun k => delta k i * label k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta K (fun k => label k) i). }
    apply (eq_eq _ (rsum K (fun k => - (y i * label k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (- rsum K (fun k => y i * label k)) _).
    { rule (sum_neg K (fun k => y i * label k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor K (y i) (fun k => label k) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => label k) * y i - label i) _).
  { arith. }
  symmetry.
  rule (shared_12 i).
Qed.

(* factor *)
Lemma gradient_4_ring :
  - label i + label i * y i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k * y i)
  = - label i + y i * (label i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k)).
Proof.
  apply (eq_eq _ (rsum K (fun k => label k) * y i - label i) _).
  { rule (shared_12 i). }
  symmetry.
  rule (shared_13 i).
Qed.

(* put the term with k = i back into the sum *)
Lemma gradient_5_sum_split :
  - label i + y i * (label i + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => label k))
  = y i * rsum K (fun k => label k) - label i.
Proof.
  apply (eq_eq _ (rsum K (fun k => label k) * y i - label i) _).
  { rule (shared_13 i). }
  symmetry.
  arith.
Qed.

(* since Σ_i label_i = 1 *)
Lemma gradient_6_assume :
  y i * rsum K (fun k => label k) - label i
  = y i - label i.
Proof.
  rule_same (shared_14 i).
Qed.

Lemma gradient_needs_1 :
  rsum K (fun l => exp (a l)) <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_2 :
  (forall i', (i' < K)%nat -> 0 < y i').
Proof.
  intros i' ?.
  sgn.
Qed.

Theorem gradient :
  is_pd (at1 a i) (fun a' => L_of K label (y_of K a'))
  (y i - label i).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_ring (eq_eq _ _ _ gradient_4_ring (eq_eq _ _ _ gradient_5_sum_split gradient_6_assume))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 a i) (fun a' => L_of K label (y_of K a'))
  (y i - label i)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (label i')) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i'))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End gradient.

(** * Hessian *)

Section hessian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum K (fun i' => label i') = 1.

(* put in ∂ℒ/∂a_i *)
Lemma hessian_1_lemma :
  pd (at1 a j) (fun a' => pd (at1 a' i) (fun a'' => L_of K label (y_of K a'')))
  = pd (at1 a j) (fun a' => y_of K a' i - label i).
Proof.
  assert ((forall i', (i' < K)%nat -> 0 < y i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply pd_ext.
  intros a'; cbv beta.
  apply (eq_eq _ (rsum K (fun k => pd (at1 (y_of K a') k) (fun y' => L_of K label y') * pd (at1 a' i) (fun a'' => y_of K a'' k))) _).
  { assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
    { intros i' ?.
      sgn. }
    assert (rsum K (fun k => exp (a' k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a' i) K (fun y' => L_of K label y') (fun a'' => y_of K a'')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => - (label k / y_of K a' k * y_of K a' k * (delta k i - y_of K a' i)))) _).
  { assert (rsum K (fun l => exp (a' l)) <> 0).
    { sgn. }
    assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
    { intros i' ?.
      sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((- (label k / y_of K a' k)) * (y_of K a' k * (delta k i - y_of K a' i))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => - rsum K (fun i' => label i' * ln (y' i')))) _).
      { reflexivity. }
      apply (eq_eq _ (- rsum K (fun l => label l * delta l k / y_of K a' l)) _).
      { assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
        { intros i' ?.
          sgn. }
        apply (eq_eq _ (- pd (at1 (y_of K a') k) (fun y' => rsum K (fun i' => label i' * ln (y' i')))) _).
        { rule (diff_neg (at1 (y_of K a') k) (fun y' => rsum K (fun i' => label i' * ln (y' i')))). }
        apply (eq_eq _ (- rsum K (fun l => label l * (1 / y_of K a' l) * delta l k)) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => rsum K (fun k' => label k' * ln (y' k')))) _); [ same | ].
          apply (eq_eq _ (rsum K (fun l => pd (at1 (y_of K a') k) (fun y' => label l * ln (y' l)))) _).
          { rule_same (diff_sum (at1 (y_of K a') k) K (fun k' y' => label k' * ln (y' k')) (fun k' => true)). }
          apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => label l * ln (y' l))) _).
          { reflexivity. }
          apply (eq_eq _ (label l * pd (at1 (y_of K a') k) (fun y' => ln (y' l))) _).
          { assert (pd (at1 (y_of K a') k) (fun y' => label l) = 0).
            { apply constant. }
            rule (diff_scale (at1 (y_of K a') k) (fun y' => label l) (fun y' => ln (y' l))). }
          apply (eq_eq _ (label l * (1 / y_of K a' l * delta l k)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (1 / y_of K a' l * pd (at1 (y_of K a') k) (fun y' => y' l)) _).
          { rule (diff_log (at1 (y_of K a') k) (fun y' => y' l)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        refine (f_equal Ropp _).
        apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun l => delta l k * (label l / y_of K a' l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      rule_same (sum_delta K (fun l => label l / y_of K a' l) k). }
    apply (eq_eq _ (pd (at1 a' i) (fun a'' => exp (a'' k) / rsum K (fun k' => exp (a'' k')))) _).
    { reflexivity. }
    apply (eq_eq _ ((pd (at1 a' i) (fun a'' => exp (a'' k)) * rsum K (fun k' => exp (a' k')) - exp (a' k) * pd (at1 a' i) (fun a'' => rsum K (fun k' => exp (a'' k')))) / rsum K (fun k' => exp (a' k')) ^ 2) _).
    { assert (rsum K (fun k' => exp (a' k')) <> 0).
      { sgn. }
      rule (diff_div (at1 a' i) (fun a'' => exp (a'' k)) (fun a'' => rsum K (fun k' => exp (a'' k')))). }
    apply (eq_eq _ ((exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) - exp (a' k) * rsum K (fun k' => exp (a' k') * delta k' i)) / rsum K (fun k' => exp (a' k')) ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
      { apply (eq_eq _ ((exp (a' k) * delta k i) * rsum K (fun k' => exp (a' k'))) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (exp (a' k) * pd (at1 a' i) (fun a'' => a'' k)) _).
        { rule (diff_exp (at1 a' i) (fun a'' => a'' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (rsum K (fun k' => pd (at1 a' i) (fun a'' => exp (a'' k')))) _).
      { rule (diff_sum (at1 a' i) K (fun l a'' => exp (a'' l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (exp (a' k') * pd (at1 a' i) (fun a'' => a'' k')) _).
      { rule (diff_exp (at1 a' i) (fun a'' => a'' k')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ ((exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) - exp (a' k) * exp (a' i)) / rsum K (fun k' => exp (a' k')) ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
      apply (eq_eq _ (rsum K (fun k' => delta k' i * exp (a' k'))) _).
      { apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      rule (sum_delta K (fun k' => exp (a' k')) i). }
    apply (eq_eq _ (exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) / rsum K (fun k' => exp (a' k')) ^ 2 - exp (a' k) * exp (a' i) / rsum K (fun k' => exp (a' k')) ^ 2) _).
    { fractions. }
    apply (eq_eq _ (y_of K a' k * delta k i - y_of K a' k * y_of K a' i) _).
    { assert (rsum K (fun k' => exp (a' k')) <> 0).
      { sgn. }
      apply (eq_eq _ (delta k i * exp (a' k) / rsum K (fun k' => exp (a' k')) - exp (a' k) * exp (a' i) / rsum K (fun k' => exp (a' k')) ^ 2) _).
      { cancel. }
      symmetry.
      apply (eq_eq _ (exp (a' k) / rsum K (fun k' => exp (a' k')) * delta k i - exp (a' k) / rsum K (fun k' => exp (a' k')) * (exp (a' i) / rsum K (fun k' => exp (a' k')))) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (delta k i * y_of K a' k - y_of K a' k * y_of K a' i) _).
    { arith. }
    symmetry.
    arith. }
  apply (eq_eq _ (y_of K a' i * rsum K (fun k => label k) - label i) _).
  { assert ((forall k, (k < K)%nat -> y_of K a' k <> 0)).
    { intros k ?.
      sgn. }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k) + label k * y_of K a' i)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      cancel. }
    apply (eq_eq _ (rsum K (fun k => - (delta k i * label k)) + rsum K (fun k => label k * y_of K a' i)) _).
    { rule (sum_add K (fun k => - (delta k i * label k)) (fun k => label k * y_of K a' i) (fun k => true)). }
    apply (eq_eq _ ((-1) * label i + y_of K a' i * rsum K (fun k => label k)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => (-1) * delta k i * label k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ ((-1) * rsum K (fun k => delta k i * label k)) _).
        { rule_same (sum_factor K (-1) (fun k => delta k i * label k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta K (fun k => label k) i). }
      apply (eq_eq _ (rsum K (fun k => y_of K a' i * label k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_factor K (y_of K a' i) (fun k => label k) (fun k => true)). }
    apply (eq_eq _ (rsum K (fun k => label k) * y_of K a' i - label i) _).
    { arith. }
    symmetry.
    arith. }
  apply (eq_eq _ (rsum K (fun k => label k) * y_of K a' i - label i) _).
  { arith. }
  apply (eq_eq _ (1 * y_of K a' i - label i) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i' => label i')) _); [ same | ].
    apply (eq_eq _ (rsum K (fun i' => label i')) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (- label i + y_of K a' i) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* label_i does not depend on a_j *)
Lemma hessian_2_constant :
  pd (at1 a j) (fun a' => y_of K a' i - label i)
  = pd (at1 a j) (fun a' => y_of K a' i).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => y_of K a' i) + pd (at1 a j) (fun a' => - label i)) _).
  { rule (diff_add (at1 a j) (fun a' => y_of K a' i) (fun a' => - label i)). }
  apply (eq_eq _ (pd (at1 a j) (fun a' => y_of K a' i) + 0) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply constant. }
  arith.
Qed.

(* put in ∂y_i/∂a_j *)
Lemma hessian_3_lemma :
  pd (at1 a j) (fun a' => y_of K a' i)
  = y i * (delta i j - y j).
Proof.
  rule (shared_15 i j).
Qed.

Lemma hessian_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma hessian_needs_2 :
  (forall i', (i' < K)%nat -> 0 < y i').
Proof.
  intros i' ?.
  sgn.
Qed.

Theorem hessian :
  is_pd (at1 a j) (fun a' => pd (at1 a' i) (fun a'' => L_of K label (y_of K a'')))
  (y i * (delta i j - y j)).
Proof.
  pose proof hessian_needs_1.
  pose proof hessian_needs_2.
  apply is_pd_intro.
  { apply (ex_ext (at1 a j) (fun a' => y_of K a' i - label i)).
    { intros a'; cbv beta.
      symmetry.
      apply (eq_eq _ (rsum K (fun k => pd (at1 (y_of K a') k) (fun y' => L_of K label y') * pd (at1 a' i) (fun a'' => y_of K a'' k))) _).
      { assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
        { intros i' ?.
          sgn. }
        assert (rsum K (fun k => exp (a' k)) <> 0).
        { sgn. }
        apply (chain1 (at1 a' i) K (fun y' => L_of K label y') (fun a'' => y_of K a'')); [ dsm | premise ]. }
      apply (eq_eq _ (rsum K (fun k => - (label k / y_of K a' k * y_of K a' k * (delta k i - y_of K a' i)))) _).
      { assert (rsum K (fun l => exp (a' l)) <> 0).
        { sgn. }
        assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
        { intros i' ?.
          sgn. }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ ((- (label k / y_of K a' k)) * (y_of K a' k * (delta k i - y_of K a' i))) _); [ | same ].
        refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => - rsum K (fun i' => label i' * ln (y' i')))) _).
          { reflexivity. }
          apply (eq_eq _ (- rsum K (fun l => label l * delta l k / y_of K a' l)) _).
          { assert ((forall i', (i' < K)%nat -> 0 < y_of K a' i')).
            { intros i' ?.
              sgn. }
            apply (eq_eq _ (- pd (at1 (y_of K a') k) (fun y' => rsum K (fun i' => label i' * ln (y' i')))) _).
            { rule (diff_neg (at1 (y_of K a') k) (fun y' => rsum K (fun i' => label i' * ln (y' i')))). }
            apply (eq_eq _ (- rsum K (fun l => label l * (1 / y_of K a' l) * delta l k)) _).
            { refine (f_equal Ropp _).
              apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => rsum K (fun k' => label k' * ln (y' k')))) _); [ same | ].
              apply (eq_eq _ (rsum K (fun l => pd (at1 (y_of K a') k) (fun y' => label l * ln (y' l)))) _).
              { rule_same (diff_sum (at1 (y_of K a') k) K (fun k' y' => label k' * ln (y' k')) (fun k' => true)). }
              apply rsum_ext; intros l ?; cbv beta.
              apply (eq_eq _ (pd (at1 (y_of K a') k) (fun y' => label l * ln (y' l))) _).
              { reflexivity. }
              apply (eq_eq _ (label l * pd (at1 (y_of K a') k) (fun y' => ln (y' l))) _).
              { assert (pd (at1 (y_of K a') k) (fun y' => label l) = 0).
                { apply constant. }
                rule (diff_scale (at1 (y_of K a') k) (fun y' => label l) (fun y' => ln (y' l))). }
              apply (eq_eq _ (label l * (1 / y_of K a' l * delta l k)) _); [ | same ].
              refine (f_equal2 Rmult eq_refl _).
              apply (eq_eq _ (1 / y_of K a' l * pd (at1 (y_of K a') k) (fun y' => y' l)) _).
              { rule (diff_log (at1 (y_of K a') k) (fun y' => y' l)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            refine (f_equal Ropp _).
            apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum K (fun l => delta l k * (label l / y_of K a' l))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          rule_same (sum_delta K (fun l => label l / y_of K a' l) k). }
        apply (eq_eq _ (pd (at1 a' i) (fun a'' => exp (a'' k) / rsum K (fun k' => exp (a'' k')))) _).
        { reflexivity. }
        apply (eq_eq _ ((pd (at1 a' i) (fun a'' => exp (a'' k)) * rsum K (fun k' => exp (a' k')) - exp (a' k) * pd (at1 a' i) (fun a'' => rsum K (fun k' => exp (a'' k')))) / rsum K (fun k' => exp (a' k')) ^ 2) _).
        { assert (rsum K (fun k' => exp (a' k')) <> 0).
          { sgn. }
          rule (diff_div (at1 a' i) (fun a'' => exp (a'' k)) (fun a'' => rsum K (fun k' => exp (a'' k')))). }
        apply (eq_eq _ ((exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) - exp (a' k) * rsum K (fun k' => exp (a' k') * delta k' i)) / rsum K (fun k' => exp (a' k')) ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
          { apply (eq_eq _ ((exp (a' k) * delta k i) * rsum K (fun k' => exp (a' k'))) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (exp (a' k) * pd (at1 a' i) (fun a'' => a'' k)) _).
            { rule (diff_exp (at1 a' i) (fun a'' => a'' k)). }
            refine (f_equal2 Rmult eq_refl _).
            apply variable1. }
          apply (eq_eq _ (rsum K (fun k' => pd (at1 a' i) (fun a'' => exp (a'' k')))) _).
          { rule (diff_sum (at1 a' i) K (fun l a'' => exp (a'' l)) (fun k' => true)). }
          apply rsum_ext; intros k' ?; cbv beta.
          apply (eq_eq _ (exp (a' k') * pd (at1 a' i) (fun a'' => a'' k')) _).
          { rule (diff_exp (at1 a' i) (fun a'' => a'' k')). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply (eq_eq _ ((exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) - exp (a' k) * exp (a' i)) / rsum K (fun k' => exp (a' k')) ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
          apply (eq_eq _ (rsum K (fun k' => delta k' i * exp (a' k'))) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule (sum_delta K (fun k' => exp (a' k')) i). }
        apply (eq_eq _ (exp (a' k) * delta k i * rsum K (fun k' => exp (a' k')) / rsum K (fun k' => exp (a' k')) ^ 2 - exp (a' k) * exp (a' i) / rsum K (fun k' => exp (a' k')) ^ 2) _).
        { fractions. }
        apply (eq_eq _ (y_of K a' k * delta k i - y_of K a' k * y_of K a' i) _).
        { assert (rsum K (fun k' => exp (a' k')) <> 0).
          { sgn. }
          apply (eq_eq _ (delta k i * exp (a' k) / rsum K (fun k' => exp (a' k')) - exp (a' k) * exp (a' i) / rsum K (fun k' => exp (a' k')) ^ 2) _).
          { cancel. }
          symmetry.
          apply (eq_eq _ (exp (a' k) / rsum K (fun k' => exp (a' k')) * delta k i - exp (a' k) / rsum K (fun k' => exp (a' k')) * (exp (a' i) / rsum K (fun k' => exp (a' k')))) _).
          { reflexivity. }
          fractions. }
        apply (eq_eq _ (delta k i * y_of K a' k - y_of K a' k * y_of K a' i) _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (y_of K a' i * rsum K (fun k => label k) - label i) _).
      { assert ((forall k, (k < K)%nat -> y_of K a' k <> 0)).
        { intros k ?.
          sgn. }
        apply (eq_eq _ (rsum K (fun k => - (delta k i * label k) + label k * y_of K a' i)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          cancel. }
        apply (eq_eq _ (rsum K (fun k => - (delta k i * label k)) + rsum K (fun k => label k * y_of K a' i)) _).
        { rule (sum_add K (fun k => - (delta k i * label k)) (fun k => label k * y_of K a' i) (fun k => true)). }
        apply (eq_eq _ ((-1) * label i + y_of K a' i * rsum K (fun k => label k)) _).
        { refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum K (fun k => (-1) * delta k i * label k)) _).
            { apply rsum_ext; intros k ?; cbv beta.
              arith. }
            apply (eq_eq _ ((-1) * rsum K (fun k => delta k i * label k)) _).
            { rule_same (sum_factor K (-1) (fun k => delta k i * label k) (fun k => true)). }
            refine (f_equal2 Rmult eq_refl _).
            rule (sum_delta K (fun k => label k) i). }
          apply (eq_eq _ (rsum K (fun k => y_of K a' i * label k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_factor K (y_of K a' i) (fun k => label k) (fun k => true)). }
        apply (eq_eq _ (rsum K (fun k => label k) * y_of K a' i - label i) _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (rsum K (fun k => label k) * y_of K a' i - label i) _).
      { arith. }
      apply (eq_eq _ (1 * y_of K a' i - label i) _).
      { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) eq_refl).
        apply (eq_eq _ (rsum K (fun i' => label i')) _); [ same | ].
        apply (eq_eq _ (rsum K (fun i' => label i')) _).
        { reflexivity. }
        hyp. }
      apply (eq_eq _ (- label i + y_of K a' i) _).
      { arith. }
      symmetry.
      arith. }
    dex. }
  exact (eq_eq _ _ _ hessian_1_lemma (eq_eq _ _ _ hessian_2_constant hessian_3_lemma)).
Qed.
End hessian.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum K (fun i => label i) = 1.

(* chain rule through y_i *)
Lemma derivative_L_a_1_chain :
  pd (at1 a j) (fun a' => L_of K label (y_of K a'))
  = rsum K (fun i => pd (at1 y i) (fun y' => L_of K label y') * pd (at1 a j) (fun a' => y_of K a' i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => L_of K label y') (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂y_i and ∂y_i/∂a_j *)
Lemma derivative_L_a_2_lemma :
  rsum K (fun i => pd (at1 y i) (fun y' => L_of K label y') * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => - (label i / y i * y i * (delta i j - y j))).
Proof.
  rule (shared_16 j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_a_3_sum_factor :
  rsum K (fun i => - (label i / y i * y i * (delta i j - y j)))
  = y j * rsum K (fun i => label i) - label j.
Proof.
  rule (shared_17 j).
Qed.

(* since Σ_i label_i = 1 *)
Lemma derivative_L_a_4_assume :
  y j * rsum K (fun i => label i) - label j
  = y j - label j.
Proof.
  rule (shared_14 j).
Qed.

Lemma derivative_L_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem derivative_L_a :
  is_pd (at1 a j) (fun a' => L_of K label (y_of K a'))
  (y j - label j).
Proof.
  pose proof derivative_L_a_needs_1.
  pose proof derivative_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_chain (eq_eq _ _ _ derivative_L_a_2_lemma (eq_eq _ _ _ derivative_L_a_3_sum_factor derivative_L_a_4_assume))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_of K label (y_of K a'))
  (y j - label j)).
Proof.
  attempt "derivative_L_a" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum K (fun i => label i) = 1.

(* put in ∂ℒ/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of K label (y_of K a'))
  = L_bar * (y j - label j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_18 j).
Qed.

Lemma vjp_L_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_L_a :
  is_pd (at1 a j) (fun a' => L_bar * L_of K label (y_of K a'))
  (L_bar * (y j - label j)).
Proof.
  pose proof vjp_L_a_needs_1.
  pose proof vjp_L_a_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of K label (y_of K a'))) _).
  { weighted. }
  exact vjp_L_a_1_lemma.
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_bar * L_of K label (y_of K a'))
  (L_bar * (y j - label j))).
Proof.
  attempt "vjp_L_a" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))))))))).
Defined.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.
Hypothesis given1 : rsum K (fun i => label i) = 1.

(* put in ∂ℒ/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => L_of K label (y_of K a')) * a_dot j)
  = rsum K (fun j => (y j - label j) * a_dot j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_18 j).
Qed.

Lemma jvp_L_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem jvp_L_a :
  is_pd (at0 0) (fun t => L_of K label (y_of K (line1 a a_dot t)))
  (rsum K (fun j => (y j - label j) * a_dot j)).
Proof.
  pose proof jvp_L_a_needs_1.
  pose proof jvp_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K label (y_of K a')) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K label (y_of K a')) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => L_of K label (y_of K a')) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_a_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_a_outright : option (
  is_pd (at0 0) (fun t => L_of K label (y_of K (line1 a a_dot t)))
  (rsum K (fun j => (y j - label j) * a_dot j))).
Proof.
  attempt "jvp_L_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End jvp_L_a.
End softmax_cross_entropy_theory.

(* the hypotheses of nonnegative can be met *)
Lemma nonnegative_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 <= label i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i' => label i') = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of hessian can be met *)
Lemma hessian_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i' => label i') = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_a can be met *)
Lemma derivative_L_a_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => label i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_a can be met *)
Lemma vjp_L_a_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => label i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_a can be met *)
Lemma jvp_L_a_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => label i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.
