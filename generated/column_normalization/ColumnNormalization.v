(* made by derive, do not edit *)
(* A computational graph with an input used twice

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition b_of (M : nat) (a : nat -> nat -> R) (j : nat) : R :=
  rsum M (fun i => a i j).
#[local] Hint Unfold b_of : definitions.
Definition c_of (a : nat -> nat -> R) (b : nat -> R) (i j : nat) : R :=
  a i j / b j.
#[local] Hint Unfold c_of : definitions.
Definition y_of (M : nat) (w : nat -> nat -> R) (c : nat -> nat -> R) (l j : nat) : R :=
  rsum M (fun i => w l i * c i j).
#[local] Hint Unfold y_of : definitions.
Definition f_of (R' J : nat) (y : nat -> nat -> R) : R :=
  rsum R' (fun l => rsum J (fun j => y l j)).
#[local] Hint Unfold f_of : definitions.
Definition y_bar_of (f_bar : R) (l j : nat) : R :=
  f_bar.
#[local] Hint Unfold y_bar_of : definitions.
Definition c_bar_of (R' : nat) (y_bar : nat -> nat -> R) (w : nat -> nat -> R) (i j : nat) : R :=
  rsum R' (fun l => y_bar l j * w l i).
#[local] Hint Unfold c_bar_of : definitions.
Definition b_bar_of (M : nat) (c_bar : nat -> nat -> R) (a : nat -> nat -> R) (b : nat -> R) (j : nat) : R :=
  - (rsum M (fun i => c_bar i j * a i j) / b j ^ 2).
#[local] Hint Unfold b_bar_of : definitions.
Definition a_bar_of (b_bar : nat -> R) (c_bar : nat -> nat -> R) (b : nat -> R) (k m : nat) : R :=
  b_bar m + c_bar k m / b m.
#[local] Hint Unfold a_bar_of : definitions.
Definition w_bar_of (J : nat) (y_bar : nat -> nat -> R) (c : nat -> nat -> R) (k m : nat) : R :=
  rsum J (fun j => y_bar k j * c m j).
#[local] Hint Unfold w_bar_of : definitions.
Definition b_dot_of (M : nat) (a_dot : nat -> nat -> R) (j : nat) : R :=
  rsum M (fun k => a_dot k j).
#[local] Hint Unfold b_dot_of : definitions.
Definition y_dot_of (M : nat) (w : nat -> nat -> R) (a_dot : nat -> nat -> R) (b : nat -> R) (w_dot : nat -> nat -> R) (c : nat -> nat -> R) (y : nat -> nat -> R) (b_dot : nat -> R) (l j : nat) : R :=
  rsum M (fun k => w l k * a_dot k j) / b j + rsum M (fun m => w_dot l m * c m j) - y l j * b_dot j / b j.
#[local] Hint Unfold y_dot_of : definitions.
Definition f_dot_of (J R' : nat) (y_dot : nat -> nat -> R) : R :=
  rsum J (fun l => rsum R' (fun k => y_dot k l)).
#[local] Hint Unfold f_dot_of : definitions.

Section column_normalization_theory.
Variables (M J R' : nat).
Variable (f_bar : R).
Variables (a w a_dot w_dot : nat -> nat -> R).
Hypothesis M_positive : (0 < M)%nat.
Hypothesis J_positive : (0 < J)%nat.
Hypothesis R'_positive : (0 < R')%nat.
Local Notation b := (b_of M a).
Local Notation c := (c_of a b).
Local Notation y := (y_of M w c).
Local Notation f := (f_of R' J y).
Local Notation y_bar := (y_bar_of f_bar).
Local Notation c_bar := (c_bar_of R' y_bar w).
Local Notation b_bar := (b_bar_of M c_bar a b).
Local Notation a_bar := (a_bar_of b_bar c_bar b).
Local Notation w_bar := (w_bar_of J y_bar c).
Local Notation b_dot := (b_dot_of M a_dot).
Local Notation y_dot := (y_dot_of M w a_dot b w_dot c y b_dot).
Local Notation f_dot := (f_dot_of J R' y_dot).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j : nat,
  (i < R')%nat ->
  (j < J)%nat ->
  pd (at2 y i j) (fun y' => rsum R' (fun l => rsum J (fun k => y' l k))) = rsum R' (fun k => rsum J (fun l => delta k i * delta l j)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at2 y i j) (fun y' => rsum R' (fun k => rsum J (fun l => y' k l)))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 y i j) (fun y' => rsum J (fun l => y' k l)))) _).
  { rule (diff_sum (at2 y i j) R' (fun m y' => rsum J (fun k => y' m k)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum J (fun l => pd (at2 y i j) (fun y' => y' k l))) _).
  { rule (diff_sum (at2 y i j) J (fun m y' => y' k m) (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply variable2.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < R')%nat ->
  rsum R' (fun l => delta l i) = 1.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum R' (fun l => delta l i * 1)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum R' (fun k => delta k i * 1)) _); [ same | ].
  rule (sum_delta R' (fun l => 1) i).
Qed.

Lemma shared_3 :
  forall i k : nat,
  (i < R')%nat ->
  (k < J)%nat ->
  rsum R' (fun l => rsum J (fun m => delta l i * delta m k)) = 1.
Proof.
  intros i k ? ?.
  apply (eq_eq _ (rsum R' (fun l => delta l i)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => delta m k * delta l i)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta J (fun m => delta l i) k). }
  rule (shared_2 i).
Qed.

Lemma shared_4 :
  forall l i : nat,
  (l < R')%nat ->
  (i < M)%nat ->
  rsum J (fun j => pd (at2 y l j) (fun y' => f_of R' J y') * c i j) = rsum J (fun j => c i j).
Proof.
  intros l i ? ?.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (1 * c i j) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
    { reflexivity. }
    apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => delta k l * delta m j))) _).
    { rule_same (shared_1 l j). }
    rule_same (shared_3 l j). }
  arith.
Qed.

Lemma shared_5 :
  forall i j m n : nat,
  (i < R')%nat ->
  (j < J)%nat ->
  (m < M)%nat ->
  (n < J)%nat ->
  rsum M (fun k => pd (at2 c m n) (fun c' => w i k * c' k j)) = rsum M (fun k => w i k * delta k m * delta j n).
Proof.
  intros i j m n ? ? ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at2 c m n) (fun c' => w i k * c' k j)) _).
  { reflexivity. }
  apply (eq_eq _ (w i k * pd (at2 c m n) (fun c' => c' k j)) _).
  { assert (pd (at2 c m n) (fun c' => w i k) = 0).
    { apply constant. }
    rule (diff_scale (at2 c m n) (fun c' => w i k) (fun c' => c' k j)). }
  apply (eq_eq _ (w i k * (delta k m * delta j n)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

Lemma shared_6 :
  forall k i l j : nat,
  (k < R')%nat ->
  (i < M)%nat ->
  (l < J)%nat ->
  (j < J)%nat ->
  rsum M (fun m => w k m * delta m i * delta l j) = delta l j * w k i.
Proof.
  intros k i l j ? ? ? ?.
  apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun m => delta l j * delta m i * w k m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta l j * rsum M (fun l' => delta l' i * w k l')) _).
  { rule_same (sum_factor M (delta l j) (fun m => delta m i * w k m) (fun m => true)). }
  apply (eq_eq _ (delta l j * rsum M (fun m => delta m i * w k m)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
  rule (sum_delta M (fun m => w k m) i).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < J)%nat ->
  rsum J (fun l => delta l j) = 1.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum J (fun l => delta l j * 1)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun k => delta k j * 1)) _); [ same | ].
  rule (sum_delta J (fun l => 1) j).
Qed.

Lemma shared_8 :
  forall j k i : nat,
  (j < J)%nat ->
  (k < R')%nat ->
  (i < M)%nat ->
  rsum J (fun l => delta l j * w k i) = w k i * 1.
Proof.
  intros j k i ? ? ?.
  apply (eq_eq _ (rsum J (fun l => w k i * delta l j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j)) _).
  { rule_same (sum_factor J (w k i) (fun l => delta l j) (fun l => true)). }
  apply (eq_eq _ (w k i * rsum J (fun l => delta l j)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_7 j).
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < M)%nat ->
  (j < J)%nat ->
  pd (at2 c i j) (fun c' => f_of R' J (y_of M w c')) = rsum R' (fun k => w k i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 c i j) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
  { rule (diff_sum (at2 c i j) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * delta m i * delta l j)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at2 c i j) (fun c' => y_of M w c' k l))) _).
    { rule (diff_sum (at2 c i j) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun m => w k m * c' m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at2 c i j) (fun c' => w k m * c' m l))) _).
    { rule (diff_sum (at2 c i j) M (fun m c' => w k m * c' m l) (fun k' => true)). }
    rule_same (shared_5 k l i j). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum J (fun l => delta l j * w k i)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    rule (shared_6 k i l j). }
  apply (eq_eq _ (w k i * 1) _).
  { rule (shared_8 j k i). }
  arith.
Qed.

Lemma shared_10 :
  forall i j : nat,
  (i < M)%nat ->
  (j < J)%nat ->
  rsum R' (fun l => rsum J (fun m => pd (at2 y l m) (fun y' => f_of R' J y') * pd (at2 c i j) (fun c' => y_of M w c' l m))) = rsum R' (fun l => w l i).
Proof.
  intros i j ? ?.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum J (fun m => delta m j * w l i)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (1 * delta m j * w l i) _).
    { apply (eq_eq _ (1 * (delta m j * w l i)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
        { reflexivity. }
        apply (eq_eq _ (rsum R' (fun k => rsum J (fun n => delta k l * delta n m))) _).
        { rule_same (shared_1 l m). }
        rule_same (shared_3 l m). }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w l i' * c' i' m))) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun k => w l k * c' k m))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun k => pd (at2 c i j) (fun c' => w l k * c' k m))) _).
      { rule (diff_sum (at2 c i j) M (fun k c' => w l k * c' k m) (fun k => true)). }
      apply (eq_eq _ (rsum M (fun k => w l k * delta k i * delta m j)) _).
      { rule (shared_5 l m i j). }
      rule_same (shared_6 l i m j). }
    arith. }
  apply (eq_eq _ (w l i * 1) _).
  { rule (shared_8 j l i). }
  arith.
Qed.

Lemma shared_11 :
  forall m l j : nat,
  (m < M)%nat ->
  (l < J)%nat ->
  (j < J)%nat ->
  (b l <> 0) ->
  pd (at1 b j) (fun b' => c_of a b' m l) = - (a m l / b l ^ 2 * delta l j).
Proof.
  intros m l j ? ? ? ?.
  apply (eq_eq _ (pd (at1 b j) (fun b' => a m l / b' l)) _).
  { reflexivity. }
  apply (eq_eq _ (- (a m l / b l ^ 2 * pd (at1 b j) (fun b' => b' l))) _).
  { assert (pd (at1 b j) (fun b' => a m l) = 0).
    { apply constant. }
    rule (diff_inverse (at1 b j) (fun b' => a m l) (fun b' => b' l)). }
  refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
  apply variable1.
Qed.

Lemma shared_12 :
  forall l j k : nat,
  (l < J)%nat ->
  (j < J)%nat ->
  (k < R')%nat ->
  rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2)) = - (delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m)).
Proof.
  intros l j k ? ? ?.
  apply (eq_eq _ (rsum M (fun m => - (delta l j / b l ^ 2 * a m l * w k m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- rsum M (fun m => delta l j / b l ^ 2 * a m l * w k m)) _).
  { rule (sum_neg M (fun m => delta l j / b l ^ 2 * a m l * w k m) (fun m => true)). }
  refine (f_equal Ropp _).
  rule_same (sum_factor M (delta l j / b l ^ 2) (fun m => a m l * w k m) (fun m => true)).
Qed.

Lemma shared_13 :
  forall j k : nat,
  (j < J)%nat ->
  (k < R')%nat ->
  rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) = (-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2).
Proof.
  intros j k ? ?.
  apply (eq_eq _ (rsum J (fun l => (-1) * (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  apply (eq_eq _ ((-1) * rsum J (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) _).
  { rule (sum_factor J (-1) (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) (fun l => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum J (fun l => delta l j * (rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  rule (sum_delta J (fun l => rsum M (fun m => a m l * w k m) / b l ^ 2) j).
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < J)%nat ->
  rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2)) = - (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l))).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum R' (fun k => - (1 / b j ^ 2 * rsum M (fun m => a m j * w k m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- rsum R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m))) _).
  { rule (sum_neg R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m)) (fun k => true)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (1 / b j ^ 2 * rsum R' (fun k => rsum M (fun m => a m j * w k m))) _).
  { rule (sum_factor R' (1 / b j ^ 2) (fun k => rsum M (fun m => a m j * w k m)) (fun k => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
  rule (sum_swap R' M (fun k m => a m j * w k m)).
Qed.

Lemma shared_15 :
  forall j : nat,
  (j < J)%nat ->
  ((forall j', (j' < J)%nat -> b j' <> 0)) ->
  pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b'))) = - (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2).
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a b') l j')))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a b') k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at1 b j) (fun b' => rsum J (fun j' => y_of M w (c_of a b') k j')))) _).
  { rule (diff_sum (at1 b j) R' (fun k b' => rsum J (fun j' => y_of M w (c_of a b') k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (- (a m l / b l ^ 2 * delta l j)))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum J (fun l => y_of M w (c_of a b') k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at1 b j) (fun b' => y_of M w (c_of a b') k l))) _).
    { rule (diff_sum (at1 b j) J (fun l b' => y_of M w (c_of a b') k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun i => w k i * c_of a b' i l))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun m => w k m * c_of a b' m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at1 b j) (fun b' => w k m * c_of a b' m l))) _).
    { rule (diff_sum (at1 b j) M (fun m b' => w k m * c_of a b' m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => w k m * c_of a b' m l)) _).
    { reflexivity. }
    apply (eq_eq _ (w k m * pd (at1 b j) (fun b' => c_of a b' m l)) _).
    { assert (pd (at1 b j) (fun b' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at1 b j) (fun b' => w k m) (fun b' => c_of a b' m l)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_11 m l j). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => - (w k m * a m l * delta l j / b l ^ 2))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (w k m * (- (a m l * delta l j / b l ^ 2))) _).
    { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
      fractions. }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- (delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m))) _).
      { rule (shared_12 l j k). }
      fractions. }
    apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2)) _).
    { rule (shared_13 j k). }
    fractions. }
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l)))) _).
  { rule (shared_14 j). }
  fractions.
Qed.

Lemma shared_16 :
  forall j : nat,
  (j < J)%nat ->
  rsum M (fun i => rsum R' (fun k => w k i) * a i j) = rsum M (fun i => rsum R' (fun k => a i j * w k i)).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun k => w k i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply rsum_ext; intros i ?; cbv beta.
  symmetry.
  rule (sum_factor R' (a i j) (fun k => w k i) (fun k => true)).
Qed.

Lemma shared_17 :
  forall j : nat,
  (j < J)%nat ->
  ((forall m, (m < J)%nat -> b m <> 0)) ->
  rsum M (fun i => rsum J (fun m => pd (at2 c i m) (fun c' => f_of R' J (y_of M w c')) * pd (at1 b j) (fun b' => c_of a b' i m))) = - (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / b j ^ 2).
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum M (fun i => - (rsum R' (fun k => w k i) * a i j / b j ^ 2))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => - (delta m j * rsum R' (fun k => w k i) * a i m / b m ^ 2))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum R' (fun k => w k i) * (- (delta m j * a i m / b m ^ 2))) _).
      { refine (f_equal2 Rmult _ _).
        { rule (shared_9 i m). }
        apply (eq_eq _ (- (a i m / b m ^ 2 * delta m j)) _).
        { rule (shared_11 i m j). }
        apply (eq_eq _ (- (a i m * delta m j / b m ^ 2)) _).
        { refine (f_equal Ropp _).
          fractions. }
        fractions. }
      fractions. }
    apply (eq_eq _ (rsum J (fun m => - (rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum J (fun k => - (rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2)))) _); [ same | ].
    apply (eq_eq _ (- rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _).
    { rule (sum_neg J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)) (fun m => true)). }
    apply (eq_eq _ (- rsum J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2))) _); [ same | ].
    apply (eq_eq _ (- (rsum R' (fun k => w k i) * (a i j / b j ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun k => delta k j * a i k / b k ^ 2)) _).
      { rule (sum_factor J (rsum R' (fun k => w k i)) (fun m => delta m j * a i m / b m ^ 2) (fun m => true)). }
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun m => delta m j * a i m / b m ^ 2)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun m => delta m j * (a i m / b m ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum J (fun k => delta k j * (a i k / b k ^ 2))) _); [ same | ].
      rule (sum_delta J (fun m => a i m / b m ^ 2) j). }
    fractions. }
  apply (eq_eq _ (rsum M (fun i => - (1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j))) _); [ same | ].
  apply (eq_eq _ (- rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _).
  { rule (sum_neg M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j) (fun i => true)). }
  apply (eq_eq _ (- rsum M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j)) _); [ same | ].
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => a i j * w k i)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
    { rule_same (sum_factor M (1 / b j ^ 2) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_16 j). }
  fractions.
Qed.

Lemma shared_18 :
  forall i j : nat,
  (i < R')%nat ->
  (j < J)%nat ->
  y i j = rsum M (fun k => a k j * w i k) / rsum M (fun i' => a i' j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum M (fun k => w i k * c k j)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum M (fun k => a k j * w i k / rsum M (fun i' => a i' j))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (w i k * (a k j / rsum M (fun i' => a i' j))) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i' => a i' j) * a k j * w i k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (1 / rsum M (fun i' => a i' j) * rsum M (fun k => a k j * w i k)) _).
  { rule_same (sum_factor M (1 / rsum M (fun i' => a i' j)) (fun k => a k j * w i k) (fun k => true)). }
  fractions.
Qed.

Lemma shared_19 :
  forall j k m : nat,
  (j < J)%nat ->
  (k < M)%nat ->
  (m < J)%nat ->
  pd (at2 a k m) (fun a' => b_of M a' j) = rsum M (fun l => delta l k * delta j m).
Proof.
  intros j k m ? ? ?.
  apply (eq_eq _ (pd (at2 a k m) (fun a' => rsum M (fun i => a' i j))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 a k m) (fun a' => rsum M (fun k' => a' k' j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun l => pd (at2 a k m) (fun a' => a' l j))) _).
  { rule_same (diff_sum (at2 a k m) M (fun k' a' => a' k' j) (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply variable2.
Qed.

Lemma shared_20 :
  forall i j k l : nat,
  (i < M)%nat ->
  (j < J)%nat ->
  (k < M)%nat ->
  (l < J)%nat ->
  (pd (at2 a k l) (fun a' => a' i j) * b j - a i j * pd (at2 a k l) (fun a' => b_of M a' j)) / b j ^ 2 = (delta i k * delta j l * b j - a i j * rsum M (fun m => delta m k * delta j l)) / b j ^ 2.
Proof.
  intros i j k l ? ? ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ ((delta i k * delta j l) * b j) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply variable2. }
  rule_same (shared_19 j k l).
Qed.

Lemma shared_21 :
  forall i j : nat,
  (i < M)%nat ->
  (j < J)%nat ->
  rsum R' (fun l => w l i / b j) = 1 / b j * rsum R' (fun l => w l i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum R' (fun l => 1 / b j * w l i)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => 1 / b j * w k i)) _); [ same | ].
  apply (eq_eq _ (1 / b j * rsum R' (fun k => w k i)) _); [ | same ].
  rule (sum_factor R' (1 / b j) (fun l => w l i) (fun l => true)).
Qed.

Lemma shared_22 :
  forall l j : nat,
  (l < R')%nat ->
  (j < J)%nat ->
  rsum M (fun i => w l i * c i j) = 1 / b j * rsum M (fun i => a i j * w l i).
Proof.
  intros l j ? ?.
  apply (eq_eq _ (rsum M (fun i => a i j * w l i / b j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (w l i * (a i j / b j)) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (rsum M (fun i => 1 / b j * a i j * w l i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => 1 / b j * a k j * w l k)) _); [ same | ].
  apply (eq_eq _ (1 / b j * rsum M (fun k => a k j * w l k)) _); [ | same ].
  rule_same (sum_factor M (1 / b j) (fun i => a i j * w l i) (fun i => true)).
Qed.

Lemma shared_23 :
  forall j : nat,
  (j < J)%nat ->
  rsum R' (fun l => - y l j) = (-1) * rsum R' (fun l => y l j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum R' (fun l => (-1) * y l j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum R' (fun k => (-1) * y k j)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum R' (fun k => y k j)) _); [ | same ].
  rule (sum_factor R' (-1) (fun l => y l j) (fun l => true)).
Qed.

Lemma shared_24 :
  forall i j : nat,
  (i < M)%nat ->
  (j < J)%nat ->
  rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j = rsum R' (fun l => w l i - y l j) / b j.
Proof.
  intros i j ? ?.
  symmetry.
  apply (eq_eq _ ((rsum R' (fun l => w l i) + (-1) * rsum R' (fun l => y l j)) / b j) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum R' (fun k => w k i - y k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
    { rule (sum_add R' (fun l => w l i) (fun l => - y l j) (fun l => true)). }
    apply (eq_eq _ (rsum R' (fun l => w l i) + rsum R' (fun l => - y l j)) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    rule (shared_23 j). }
  fractions.
Qed.

Lemma shared_25 :
  forall i k j l : nat,
  (i < R')%nat ->
  (k < M)%nat ->
  (j < J)%nat ->
  (l < J)%nat ->
  rsum M (fun m => w i m * delta m k * delta j l) = w i k * delta j l.
Proof.
  intros i k j l ? ? ? ?.
  apply (eq_eq _ (rsum M (fun m => delta m k * w i m * delta j l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => w i m * delta j l) k).
Qed.

Lemma shared_26 :
  forall j : nat,
  (j < J)%nat ->
  rsum M (fun i => rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j)) = 1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i)).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * rsum R' (fun k => w k i) * a i j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
  { rule_same (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_16 j).
Qed.

Lemma shared_27 :
  forall i k : nat,
  (i < R')%nat ->
  (k < J)%nat ->
  pd (at2 y i k) (fun y' => f_of R' J y') = 1.
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at2 y i k) (fun y' => rsum R' (fun l => rsum J (fun j => y' l j)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 y i k) (fun y' => rsum R' (fun k' => rsum J (fun j => y' k' j)))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun l => pd (at2 y i k) (fun y' => rsum J (fun j => y' l j)))) _).
  { rule_same (diff_sum (at2 y i k) R' (fun k' y' => rsum J (fun j => y' k' j)) (fun k' => true)). }
  apply (eq_eq _ (rsum R' (fun l => rsum J (fun m => delta l i * delta m k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 y i k) (fun y' => rsum J (fun k' => y' l k'))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun m => pd (at2 y i k) (fun y' => y' l m))) _).
    { rule_same (diff_sum (at2 y i k) J (fun k' y' => y' l k') (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply variable2. }
  rule (shared_3 i k).
Qed.

(** * Adjoint of y *)

Section adjoint_y.
Variables (j l : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis l_in : (l < R')%nat.

(* definition of f *)
Lemma adjoint_y_1_unfold :
  pd (at2 y l j) (fun y' => f_of R' J y')
  = pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun m => y' k m))).
Proof.
  apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; ∂y_km/∂y_lj = δ_kl·δ_mj *)
Lemma adjoint_y_2_diff_sum :
  pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun m => y' k m)))
  = rsum R' (fun k => rsum J (fun m => delta k l * delta m j)).
Proof.
  rule_same (shared_1 l j).
Qed.

(* the delta keeps one term of the sum *)
Lemma adjoint_y_3_sum_delta :
  rsum R' (fun k => rsum J (fun m => delta k l * delta m j))
  = 1.
Proof.
  rule_same (shared_3 l j).
Qed.

Theorem adjoint_y :
  is_pd (at2 y l j) (fun y' => f_of R' J y')
  (1).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_y_1_unfold (eq_eq _ _ _ adjoint_y_2_diff_sum adjoint_y_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_y_outright : option (
  is_pd (at2 y l j) (fun y' => f_of R' J y')
  (1)).
Proof.
  attempt "adjoint_y" by Formula.outright (Formula.by_matrix (Formula.Sum R' (fun l' => (Formula.Sum J (fun j' => (Formula.V (l', j'))))))).
Defined.
End adjoint_y.

(** * Adjoint of w *)

Section adjoint_w.
Variables (i l : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis l_in : (l < R')%nat.

(* differentiate under the sum; a constant factor stays in front; a constant factor goes in front of the sum *)
Lemma adjoint_w_1_diff_sum :
  pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  = rsum J (fun j => pd (at2 y l j) (fun y' => f_of R' J y') * c i j).
Proof.
  apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum R' (fun l' => rsum J (fun j => y_of M w' c l' j)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum R' (fun k => rsum J (fun j => y_of M w' c k j)))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 w l i) (fun w' => rsum J (fun j => y_of M w' c k j)))) _).
  { rule (diff_sum (at2 w l i) R' (fun k w' => rsum J (fun j => y_of M w' c k j)) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => rsum M (fun n => c n m * delta k l * delta n i)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum J (fun l' => y_of M w' c k l'))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun m => pd (at2 w l i) (fun w' => y_of M w' c k m))) _).
    { rule_same (diff_sum (at2 w l i) J (fun l' w' => y_of M w' c k l') (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum M (fun i' => w' k i' * c i' m))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum M (fun l' => w' k l' * c l' m))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun n => pd (at2 w l i) (fun w' => w' k n * c n m))) _).
    { rule_same (diff_sum (at2 w l i) M (fun l' w' => w' k l' * c l' m) (fun k' => true)). }
    apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => c n m * w' k n)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (c n m * pd (at2 w l i) (fun w' => w' k n)) _).
    { assert (pd (at2 w l i) (fun w' => c n m) = 0).
      { apply constant. }
      rule (diff_scale (at2 w l i) (fun w' => c n m) (fun w' => w' k n)). }
    apply (eq_eq _ (c n m * (delta k l * delta n i)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum R' (fun k => delta k l * rsum J (fun m => c i m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => delta k l * c i m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum M (fun n => delta n i * delta k l * c n m)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun n => delta k l * delta n i * c n m)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta k l * rsum M (fun k' => delta k' i * c k' m)) _).
      { rule_same (sum_factor M (delta k l) (fun n => delta n i * c n m) (fun n => true)). }
      apply (eq_eq _ (delta k l * rsum M (fun n => delta n i * c n m)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun k' => delta k' i * c k' m)) _); [ same | ].
      rule (sum_delta M (fun n => c n m) i). }
    apply (eq_eq _ (delta k l * rsum J (fun k' => c i k')) _); [ | same ].
    rule_same (sum_factor J (delta k l) (fun m => c i m) (fun m => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => c i m) * delta k l)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun m => c i m) * rsum R' (fun k => delta k l)) _).
  { rule (sum_factor R' (rsum J (fun m => c i m)) (fun k => delta k l) (fun k => true)). }
  apply (eq_eq _ (rsum J (fun m => c i m) * 1) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_2 l). }
  apply (eq_eq _ (rsum J (fun m => c i m)) _).
  { arith. }
  apply (eq_eq _ (rsum J (fun j => c i j)) _); [ same | ].
  symmetry.
  rule (shared_4 l i).
Qed.

(* put in ∂f/∂y_lj *)
Lemma adjoint_w_2_lemma :
  rsum J (fun j => pd (at2 y l j) (fun y' => f_of R' J y') * c i j)
  = rsum J (fun j => c i j).
Proof.
  rule (shared_4 l i).
Qed.

Theorem adjoint_w :
  is_pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  (rsum J (fun j => c i j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_w_1_diff_sum adjoint_w_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_w_outright : option (
  is_pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  (rsum J (fun j => c i j))).
Proof.
  attempt "adjoint_w" by Formula.outright (Formula.by_matrix (Formula.Sum R' (fun l' => (Formula.Sum J (fun j => (Formula.Sum M (fun i' => (Formula.Mul (Formula.V (l', i')) (Formula.C (c i' j)))))))))).
Defined.
End adjoint_w.

(** * Adjoint of c *)

Section adjoint_c.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < J)%nat.

(* chain rule through y_lk *)
Lemma adjoint_c_1_chain :
  pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  = rsum R' (fun l => rsum J (fun m => pd (at2 y l m) (fun y' => f_of R' J y') * pd (at2 c i j) (fun c' => y_of M w c' l m))).
Proof.
  apply (eq_eq _ (rsum R' (fun l => w l i)) _).
  { rule_same (shared_9 i j). }
  symmetry.
  rule (shared_10 i j).
Qed.

(* put in ∂f/∂y_lm and ∂y_lm/∂c_ij *)
Lemma adjoint_c_2_lemma :
  rsum R' (fun l => rsum J (fun m => pd (at2 y l m) (fun y' => f_of R' J y') * pd (at2 c i j) (fun c' => y_of M w c' l m)))
  = rsum R' (fun l => w l i).
Proof.
  rule (shared_10 i j).
Qed.

Theorem adjoint_c :
  is_pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  (rsum R' (fun l => w l i)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_c_1_chain adjoint_c_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_c_outright : option (
  is_pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  (rsum R' (fun l => w l i))).
Proof.
  attempt "adjoint_c" by Formula.outright (Formula.by_matrix (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i' => (Formula.Mul (Formula.C (w l i')) (Formula.V (i', j')))))))))).
Defined.
End adjoint_c.

(** * Adjoint of b *)

Section adjoint_b.
Variables (j : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j')).

(* chain rule through c_ik *)
Lemma adjoint_b_1_chain :
  pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  = rsum M (fun i => rsum J (fun m => pd (at2 c i m) (fun c' => f_of R' J (y_of M w c')) * pd (at1 b j) (fun b' => c_of a b' i m))).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / b j ^ 2)) _).
  { rule_same (shared_15 j). }
  symmetry.
  rule (shared_17 j).
Qed.

(* put in ∂f/∂c_im and ∂c_im/∂b_j *)
Lemma adjoint_b_2_lemma :
  rsum M (fun i => rsum J (fun m => pd (at2 c i m) (fun c' => f_of R' J (y_of M w c')) * pd (at1 b j) (fun b' => c_of a b' i m)))
  = - (rsum M (fun i => rsum R' (fun l => w l i) * a i j) / b j ^ 2).
Proof.
  assert ((forall m, (m < J)%nat -> b m <> 0)).
  { intros m ?.
    sgn. }
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / b j ^ 2)) _).
  { rule (shared_17 j). }
  symmetry.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  rule_same (shared_16 j).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma adjoint_b_3_sum_factor :
  - (rsum M (fun i => rsum R' (fun l => w l i) * a i j) / b j ^ 2)
  = - (rsum R' (fun l => y l j) / b j).
Proof.
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / rsum M (fun i => a i j) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    rule_same (shared_16 j). }
  apply (eq_eq _ (- (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j) ^ 2)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (- (1 / rsum M (fun i => a i j) * rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum R' (fun l => rsum M (fun i => a i j * w l i) / rsum M (fun i => a i j))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      rule_same (shared_18 l j). }
    apply (eq_eq _ (rsum R' (fun l => 1 / rsum M (fun i => a i j) * rsum M (fun i => a i j * w l i))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => 1 / rsum M (fun i => a i j) * rsum M (fun i => a i j * w k i))) _); [ same | ].
    apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum R' (fun k => rsum M (fun i => a i j * w k i))) _).
    { rule (sum_factor R' (1 / rsum M (fun i => a i j)) (fun l => rsum M (fun i => a i j * w l i)) (fun l => true)). }
    apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum R' (fun l => rsum M (fun i => a i j * w l i))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
    rule (sum_swap R' M (fun l i => a i j * w l i)). }
  fractions.
Qed.

Lemma adjoint_b_needs_1 :
  (forall m, (m < J)%nat -> b m <> 0).
Proof.
  intros m ?.
  sgn.
Qed.

Theorem adjoint_b :
  is_pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  (- (rsum R' (fun l => y l j) / b j)).
Proof.
  pose proof adjoint_b_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_b_1_chain (eq_eq _ _ _ adjoint_b_2_lemma adjoint_b_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_b_outright : option (
  is_pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  (- (rsum R' (fun l => y l j) / b j))).
Proof.
  attempt "adjoint_b" by Formula.outright (Formula.by_vector (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i => (Formula.Mul (Formula.C (w l i)) (Formula.Div (Formula.C (a i j')) (Formula.V (j'))))))))))).
Defined.
End adjoint_b.

(** * Adjoint of a, where both meet *)

Section adjoint_a.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i', (i' < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i' j')).

(* differentiate under the sum; a constant factor stays in front; quotient rule *)
Lemma adjoint_a_1_diff_sum :
  pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  = pd (at2 c i j) (fun c' => f_of R' J (y_of M w c')) / b j + pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b'))).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) l j')))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 a i j) (fun a' => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')))) _).
  { rule (diff_sum (at2 a i j) R' (fun k a' => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * ((delta m i * delta l j * b l - a m l * rsum M (fun k' => delta k' i * delta l j)) / b l ^ 2))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum J (fun l => y_of M w (c_of a' (b_of M a')) k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at2 a i j) (fun a' => y_of M w (c_of a' (b_of M a')) k l))) _).
    { rule (diff_sum (at2 a i j) J (fun l a' => y_of M w (c_of a' (b_of M a')) k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun i' => w k i' * c_of a' (b_of M a') i' l))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun m => w k m * c_of a' (b_of M a') m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at2 a i j) (fun a' => w k m * c_of a' (b_of M a') m l))) _).
    { rule (diff_sum (at2 a i j) M (fun m a' => w k m * c_of a' (b_of M a') m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => w k m * c_of a' (b_of M a') m l)) _).
    { reflexivity. }
    apply (eq_eq _ (w k m * pd (at2 a i j) (fun a' => c_of a' (b_of M a') m l)) _).
    { assert (pd (at2 a i j) (fun a' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at2 a i j) (fun a' => w k m) (fun a' => c_of a' (b_of M a') m l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 a i j) (fun a' => a' m l / b_of M a' l)) _).
    { reflexivity. }
    apply (eq_eq _ ((pd (at2 a i j) (fun a' => a' m l) * b l - a m l * pd (at2 a i j) (fun a' => b_of M a' l)) / b l ^ 2) _).
    { rule (diff_div (at2 a i j) (fun a' => a' m l) (fun a' => b_of M a' l)). }
    rule_same (shared_20 m l i j). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (delta m i * delta l j * b l - a m l * rsum M (fun k' => delta k' i * delta l j)) / b l ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2) + w k i / b j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) + delta l j * w k i / b l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m / b l - delta l j * a m l * w k m / b l ^ 2)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (w k m * (delta m i * delta l j * b l - a m l * delta l j * 1) / b l ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _))) eq_refl).
          apply (eq_eq _ (a m l * (delta l j * 1)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun k' => delta l j * delta k' i)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta l j * rsum M (fun k' => delta k' i)) _).
          { rule (sum_factor M (delta l j) (fun k' => delta k' i) (fun k' => true)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun k' => delta k' i * 1)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule (sum_delta M (fun k' => 1) i). }
        cancel. }
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m / b l) + rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
      { rule (sum_add M (fun m => delta m i * delta l j * w k m / b l) (fun m => - (delta l j * a m l * w k m / b l ^ 2)) (fun m => true)). }
      apply (eq_eq _ (delta l j / b l * w k i - delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m => delta l j / b l * delta m i * w k m)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta l j / b l * rsum M (fun l' => delta l' i * w k l')) _).
          { rule_same (sum_factor M (delta l j / b l) (fun m => delta m i * w k m) (fun m => true)). }
          apply (eq_eq _ (delta l j / b l * rsum M (fun m => delta m i * w k m)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
          rule (sum_delta M (fun m => w k m) i). }
        rule (shared_12 l j k). }
      fractions. }
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) + rsum J (fun l => delta l j * w k i / b l)) _).
    { rule (sum_add J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) (fun l => delta l j * w k i / b l) (fun l => true)). }
    apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2) + w k i * (1 / b j)) _).
    { refine (f_equal2 Rplus _ _).
      { rule (shared_13 j k). }
      apply (eq_eq _ (rsum J (fun l => w k i * (delta l j / b l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j / b k')) _).
      { rule_same (sum_factor J (w k i) (fun l => delta l j / b l) (fun l => true)). }
      apply (eq_eq _ (w k i * rsum J (fun l => delta l j / b l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * (1 / b l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum J (fun k' => delta k' j * (1 / b k'))) _); [ same | ].
      rule (sum_delta J (fun l => 1 / b l) j). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2)) + rsum R' (fun k => w k i / b j)) _).
  { rule (sum_add R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2)) (fun k => w k i / b j) (fun k => true)). }
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l))) + 1 / b j * rsum R' (fun k => w k i)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_14 j). }
    rule_same (shared_21 i j). }
  apply (eq_eq _ (rsum R' (fun k => w k i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) _).
  { rule (shared_9 i j). }
  rule (shared_15 j).
Qed.

(* put in ∂f/∂c_ij and ∂f/∂b_j *)
Lemma adjoint_a_2_lemma :
  pd (at2 c i j) (fun c' => f_of R' J (y_of M w c')) / b j + pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  = rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j.
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (rsum R' (fun k => w k i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) _).
    { rule (shared_9 i j). }
    rule (shared_15 j). }
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - 1 / b j * rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    apply (eq_eq _ (rsum R' (fun l => rsum M (fun i' => a i' j * w l i') / b j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun i' => w l i' * c i' j)) _).
      { reflexivity. }
      apply (eq_eq _ (1 / b j * rsum M (fun i' => a i' j * w l i')) _).
      { rule (shared_22 l j). }
      fractions. }
    apply (eq_eq _ (rsum R' (fun l => 1 / b j * rsum M (fun i' => a i' j * w l i'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => 1 / b j * rsum M (fun i' => a i' j * w k i'))) _); [ same | ].
    apply (eq_eq _ (1 / b j * rsum R' (fun k => rsum M (fun i' => a i' j * w k i'))) _).
    { rule (sum_factor R' (1 / b j) (fun l => rsum M (fun i' => a i' j * w l i')) (fun l => true)). }
    apply (eq_eq _ (1 / b j * rsum R' (fun l => rsum M (fun i' => a i' j * w l i'))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
    rule (sum_swap R' M (fun l i' => a i' j * w l i')). }
  fractions.
Qed.

(* a constant factor goes in front of the sum *)
Lemma adjoint_a_3_sum_factor :
  rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j
  = rsum R' (fun l => w l i - y l j) / b j.
Proof.
  rule (shared_24 i j).
Qed.

Lemma adjoint_a_needs_1 :
  (forall j', (j' < J)%nat -> b j' <> 0).
Proof.
  intros j' ?.
  sgn.
Qed.

Theorem adjoint_a :
  is_pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (rsum R' (fun l => w l i - y l j) / b j).
Proof.
  pose proof adjoint_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_a_1_diff_sum (eq_eq _ _ _ adjoint_a_2_lemma adjoint_a_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_a_outright : option (
  is_pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (rsum R' (fun l => w l i - y l j) / b j)).
Proof.
  attempt "adjoint_a" by Formula.outright (Formula.by_matrix (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i' => (Formula.Mul (Formula.C (w l i')) (Formula.Div (Formula.V (i', j')) (Formula.Sum M (fun i'' => (Formula.V (i'', j'))))))))))))).
Defined.
End adjoint_a.

(** * Scale does not matter *)

Section scale.
Variables (j : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j')).

(* put in ∂f/∂a_ij *)
Lemma scale_1_lemma :
  rsum M (fun i => pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a i j)
  = rsum M (fun i => rsum R' (fun l => w l i - y l j) / b j * a i j).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => pd (at2 y l k) (fun y' => f_of R' J y') * pd (at2 a i j) (fun a' => y_of M w (c_of a' (b_of M a')) l k)))) _).
  { assert ((forall j', (j' < J)%nat -> b j' <> 0)).
    { intros j' ?.
      sgn. }
    apply (chain2 (at2 a i j) R' J (fun y' => f_of R' J y') (fun a' => y_of M w (c_of a' (b_of M a')))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => (w l i - y l k) * delta k j / b k))) _).
  { assert ((forall k, (k < J)%nat -> b k <> 0)).
    { intros k ?.
      sgn. }
    apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => 1 * ((w l i - y l k) * delta k j / b k)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 y l k) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at2 y l k) (fun y' => rsum R' (fun l' => rsum J (fun k' => y' l' k')))) _); [ same | ].
        apply (eq_eq _ (rsum R' (fun k' => rsum J (fun l' => delta k' l * delta l' k))) _).
        { rule (shared_1 l k). }
        rule_same (shared_3 l k). }
      apply (eq_eq _ (rsum M (fun m => rsum J (fun n => pd (at2 c m n) (fun c' => y_of M w c' l k) * pd (at2 a i j) (fun a' => c_of a' (b_of M a') m n)))) _).
      { assert ((forall n, (n < J)%nat -> b n <> 0)).
        { intros n ?.
          sgn. }
        assert (b k <> 0).
        { sgn. }
        apply (chain2 (at2 a i j) M J (fun c' => y_of M w c' l k) (fun a' => c_of a' (b_of M a'))); [ dsm | premise ]. }
      apply (eq_eq _ (rsum M (fun m => rsum J (fun n => w l m * delta k n * ((delta m i - c m n) * delta n j / b n)))) _).
      { assert ((forall n, (n < J)%nat -> b n <> 0)).
        { intros n ?.
          sgn. }
        apply rsum_ext; intros m ?; cbv beta.
        apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ ((w l m * delta k n) * ((delta m i - c m n) * delta n j / b n)) _); [ | same ].
        refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at2 c m n) (fun c' => rsum M (fun k' => w l k' * c' k' k))) _).
          { reflexivity. }
          apply (eq_eq _ (rsum M (fun k' => pd (at2 c m n) (fun c' => w l k' * c' k' k))) _).
          { rule (diff_sum (at2 c m n) M (fun l' c' => w l l' * c' l' k) (fun k' => true)). }
          apply (eq_eq _ (rsum M (fun k' => w l k' * delta k' m * delta k n)) _).
          { rule (shared_5 l k m n). }
          rule_same (shared_25 l m k n). }
        apply (eq_eq _ (pd (at2 a i j) (fun a' => a' m n / b_of M a' n)) _).
        { reflexivity. }
        apply (eq_eq _ ((pd (at2 a i j) (fun a' => a' m n) * b n - a m n * pd (at2 a i j) (fun a' => b_of M a' n)) / b n ^ 2) _).
        { assert (b n <> 0).
          { sgn. }
          rule (diff_div (at2 a i j) (fun a' => a' m n) (fun a' => b_of M a' n)). }
        apply (eq_eq _ ((delta m i * delta n j * b n - a m n * rsum M (fun m' => delta m' i * delta n j)) / b n ^ 2) _).
        { rule (shared_20 m n i j). }
        apply (eq_eq _ ((delta m i * delta n j * b n - a m n * delta n j) / b n ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
          rule_same (sum_delta M (fun m' => delta n j) i). }
        apply (eq_eq _ (delta m i * delta n j * b n / b n ^ 2 - a m n * delta n j / b n ^ 2) _).
        { fractions. }
        apply (eq_eq _ (delta m i * delta n j / b n - c m n * delta n j / b n) _).
        { assert (b n <> 0).
          { sgn. }
          apply (eq_eq _ (delta m i * delta n j / b n - delta n j * a m n / b n ^ 2) _).
          { cancel. }
          symmetry.
          apply (eq_eq _ (delta m i * delta n j / b n - a m n / b n * delta n j / b n) _).
          { reflexivity. }
          fractions. }
        apply (eq_eq _ (delta m i * delta n j / b n - delta n j * c m n / b n) _).
        { fractions. }
        symmetry.
        fractions. }
      apply (eq_eq _ (rsum M (fun m => w l m * (delta m i - c m k) * delta k j / b k)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (rsum J (fun n => delta n k * (w l m * (delta m i - c m n) * delta n j / b n))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        rule (sum_delta J (fun n => w l m * (delta m i - c m n) * delta n j / b n) k). }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k) - delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (w l m * (delta m i - a m k / rsum M (fun i' => a i' k)) * delta k j / rsum M (fun i' => a i' k)) _).
        { reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) + rsum M (fun k' => - (delta k j * a k' k * w l k' / rsum M (fun i' => a i' k) ^ 2))) _).
      { rule_same (sum_add M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) (fun m => - (delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2)) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) + rsum M (fun m => - (delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2))) _); [ same | ].
      apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * w l i - delta k j / rsum M (fun i' => a i' k) ^ 2 * rsum M (fun m => a m k * w l m)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m => delta k j / rsum M (fun i' => a i' k) * delta m i * w l m)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * rsum M (fun l' => delta l' i * w l l')) _).
          { rule_same (sum_factor M (delta k j / rsum M (fun i' => a i' k)) (fun m => delta m i * w l m) (fun m => true)). }
          apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * rsum M (fun m => delta m i * w l m)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun l' => delta l' i * w l l')) _); [ same | ].
          rule_same (sum_delta M (fun m => w l m) i). }
        apply (eq_eq _ (rsum M (fun m => - (delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun k' => - (delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k'))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k')) _).
        { rule (sum_neg M (fun m => delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k')) _); [ same | ].
        apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) ^ 2 * rsum M (fun k' => a k' k * w l k')) _); [ | same ].
        rule_same (sum_factor M (delta k j / rsum M (fun i' => a i' k) ^ 2) (fun m => a m k * w l m) (fun m => true)). }
      apply (eq_eq _ (- (delta k j * rsum M (fun m => a m k * w l m) / rsum M (fun i' => a i' k) ^ 2) + delta k j * w l i / rsum M (fun i' => a i' k)) _).
      { fractions. }
      apply (eq_eq _ (- (delta k j * rsum M (fun k' => a k' k * w l k') / rsum M (fun i' => a i' k) ^ 2) + delta k j * w l i / rsum M (fun i' => a i' k)) _); [ same | ].
      apply (eq_eq _ (w l i * delta k j / b k - y l k * delta k j / b k) _).
      { symmetry.
        apply (eq_eq _ (w l i * delta k j / rsum M (fun i' => a i' k) - rsum M (fun k' => a k' k * w l k') / rsum M (fun i' => a i' k) * delta k j / rsum M (fun i' => a i' k)) _).
        { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl))).
          rule (shared_18 l k). }
        fractions. }
      apply (eq_eq _ (delta k j * w l i / b k - delta k j * y l k / b k) _).
      { fractions. }
      symmetry.
      fractions. }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun l => (w l i - y l j) / b j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum J (fun k => delta k j * ((w l i - y l k) / b k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta J (fun k => (w l i - y l k) / b k) j). }
  apply (eq_eq _ (rsum R' (fun l => w l i / b j - y l j / b j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => w k i / b j - y k j / b j)) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => w k i / b j) + rsum R' (fun k => - (y k j / b j))) _).
  { rule (sum_add R' (fun l => w l i / b j) (fun l => - (y l j / b j)) (fun l => true)). }
  apply (eq_eq _ (rsum R' (fun l => w l i / b j) + rsum R' (fun l => - (y l j / b j))) _); [ same | ].
  apply (eq_eq _ (1 / b j * rsum R' (fun l => w l i) - 1 / b j * rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_21 i j). }
    apply (eq_eq _ (rsum R' (fun l => - (1 / b j * y l j))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => - (1 / b j * y k j))) _); [ same | ].
    apply (eq_eq _ (- rsum R' (fun k => 1 / b j * y k j)) _).
    { rule (sum_neg R' (fun l => 1 / b j * y l j) (fun l => true)). }
    apply (eq_eq _ (- rsum R' (fun l => 1 / b j * y l j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum R' (fun k => 1 / b j * y k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j * rsum R' (fun k => y k j)) _); [ | same ].
    rule (sum_factor R' (1 / b j) (fun l => y l j) (fun l => true)). }
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j) _).
  { fractions. }
  rule (shared_24 i j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma scale_2_sum_factor :
  rsum M (fun i => rsum R' (fun l => w l i - y l j) / b j * a i j)
  = rsum M (fun i => c i j * rsum R' (fun k => w k i)) - rsum R' (fun l => y l j).
Proof.
  assert (rsum M (fun i => a i j) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j) - rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((rsum R' (fun l => w l i) + (-1) * rsum R' (fun l => y l j)) / rsum M (fun i' => a i' j) * a i j) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      apply (eq_eq _ (rsum R' (fun k => w k i - y k j)) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
      { rule (sum_add R' (fun l => w l i) (fun l => - y l j) (fun l => true)). }
      apply (eq_eq _ (rsum R' (fun l => w l i) + rsum R' (fun l => - y l j)) _); [ same | ].
      refine (f_equal2 Rplus eq_refl _).
      rule (shared_23 j). }
    fractions. }
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j) - rsum R' (fun l => y l j) * a k j / rsum M (fun i => a i j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j)) + rsum M (fun k => - (rsum R' (fun l => y l j) * a k j / rsum M (fun i => a i j)))) _).
  { rule (sum_add M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j)) (fun i => - (rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j))) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j)) + rsum M (fun i => - (rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j)))) _); [ same | ].
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i)) - rsum R' (fun l => y l j) / rsum M (fun i => a i j) * rsum M (fun i => a i j)) _).
  { refine (f_equal2 Rplus _ _).
    { rule_same (shared_26 j). }
    apply (eq_eq _ (rsum M (fun i => - (rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k => - (rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k => rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j)) _).
    { rule (sum_neg M (fun i => rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j) (fun i => true)). }
    apply (eq_eq _ (- rsum M (fun i => rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun l => y l j) / rsum M (fun i => a i j) * rsum M (fun k => a k j)) _); [ | same ].
    rule (sum_factor M (rsum R' (fun l => y l j) / rsum M (fun i => a i j)) (fun i => a i j) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / rsum M (fun i => a i j) - rsum R' (fun l => y l j)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i)) - rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (a i j / rsum M (fun i' => a i' j) * rsum R' (fun k => w k i)) _).
      { reflexivity. }
      fractions. }
    rule (shared_26 j). }
  fractions.
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma scale_3_sum_factor :
  rsum M (fun i => c i j * rsum R' (fun k => w k i)) - rsum R' (fun l => y l j)
  = rsum R' (fun l => rsum M (fun i => w l i * c i j) - y l j).
Proof.
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => c i j * w k i)) - rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * c i j)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun i => c i j * rsum R' (fun k => w k i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor R' (c i j) (fun k => w k i) (fun k => true)). }
  apply (eq_eq _ (- rsum R' (fun l => y l j) + rsum M (fun i => rsum R' (fun k => c i j * w k i))) _).
  { arith. }
  apply (eq_eq _ (- rsum R' (fun l => y l j) + rsum M (fun l => rsum R' (fun k => c l j * w k l))) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum R' (fun l => rsum M (fun i => c i j * w l i) - y l j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    refine (f_equal2 Rplus _ eq_refl).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum R' (fun k => rsum M (fun i => c i j * w k i) - y k j)) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => rsum M (fun i => c i j * w k i)) + rsum R' (fun k => - y k j)) _).
  { rule (sum_add R' (fun l => rsum M (fun i => c i j * w l i)) (fun l => - y l j) (fun l => true)). }
  apply (eq_eq _ (rsum R' (fun l => rsum M (fun i => c i j * w l i)) + rsum R' (fun l => - y l j)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun l => rsum R' (fun k => c l j * w k l)) + (-1) * rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => c l j * w k l))) _); [ same | ].
      rule (sum_swap R' M (fun l i => c i j * w l i)). }
    rule (shared_23 j). }
  arith.
Qed.

(* a constant factor goes in front of the sum; all summands are equal *)
Lemma scale_4_sum_factor :
  rsum R' (fun l => rsum M (fun i => w l i * c i j) - y l j)
  = 0.
Proof.
  apply (eq_eq _ (rsum R' (fun l => 0)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (1 / b j * rsum M (fun i => a i j * w l i) - 1 / b j * rsum M (fun i => a i j * w l i)) _).
    { refine (f_equal2 Rplus _ (f_equal Ropp _)).
      { rule (shared_22 l j). }
      apply (eq_eq _ (rsum M (fun i => w l i * c i j)) _).
      { reflexivity. }
      rule (shared_22 l j). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => 0)) _); [ same | ].
  apply (eq_eq _ (INR R' * 0) _).
  { rule (sum_constant R' 0). }
  apply (eq_eq _ (0) _).
  { arith. }
  reflexivity.
Qed.

Lemma scale_needs_1 :
  (forall j', (j' < J)%nat -> b j' <> 0).
Proof.
  intros j' ?.
  sgn.
Qed.

Theorem scale :
  rsum M (fun i => pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a i j)
  = 0.
Proof.
  pose proof scale_needs_1.
  exact (eq_eq _ _ _ scale_1_lemma (eq_eq _ _ _ scale_2_sum_factor (eq_eq _ _ _ scale_3_sum_factor scale_4_sum_factor))).
Qed.
End scale.

(** * VJP of f for y *)

Section vjp_f_y.
Variables (j l : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis l_in : (l < R')%nat.

(* put in ∂f/∂y_lj *)
Lemma vjp_f_y_f_1_lemma :
  f_bar * pd (at2 y l j) (fun y' => f_of R' J y')
  = f_bar.
Proof.
  apply (eq_eq _ (f_bar * 1) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_27 l j). }
  arith.
Qed.

(* what f passes back *)
Lemma vjp_f_y_1_vjp :
  f_bar * pd (at2 y l j) (fun y' => f_of R' J y')
  = f_bar.
Proof.
  apply (eq_eq _ (f_bar) _).
  { apply (eq_eq _ (pd (at2 y l j) (fun y' => f_bar * f_of R' J y')) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (f_bar * pd (at2 y l j) (fun y' => f_of R' J y')) _).
    { apply is_pd_value; weighted. }
    exact vjp_f_y_f_1_lemma. }
  apply (eq_eq _ (y_bar l j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_f_y :
  is_pd (at2 y l j) (fun y' => f_bar * f_of R' J y')
  (f_bar).
Proof.
  apply (is_pd_eq _ _ (f_bar * pd (at2 y l j) (fun y' => f_of R' J y')) _).
  { weighted. }
  exact vjp_f_y_1_vjp.
Qed.

(* the same by the differentiator, by what it found for adjoint_y or else anew *)
Definition vjp_f_y_outright : option (
  is_pd (at2 y l j) (fun y' => f_bar * f_of R' J y')
  (f_bar)).
Proof.
  attempt "vjp_f_y" times (adjoint_y_outright j l) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (f_bar)) (Formula.Sum R' (fun l' => (Formula.Sum J (fun j' => (Formula.V (l', j')))))))).
Defined.
End vjp_f_y.

(** * VJP of f for c *)

Section vjp_f_c.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < J)%nat.

(* put in ∂y_lk/∂c_ij *)
Lemma vjp_f_c_y_1_lemma :
  rsum R' (fun l => rsum J (fun k => y_bar l k * pd (at2 c i j) (fun c' => y_of M w c' l k)))
  = rsum R' (fun l => rsum J (fun k => y_bar l k * w l i * delta k j)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (y_bar l k * (w l i * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun k' => w l k' * c' k' k))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum M (fun m => pd (at2 c i j) (fun c' => w l m * c' m k))) _).
  { rule_same (diff_sum (at2 c i j) M (fun k' c' => w l k' * c' k' k) (fun k' => true)). }
  apply (eq_eq _ (rsum M (fun m => w l m * delta m i * delta k j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => w l m * c' m k)) _).
    { reflexivity. }
    apply (eq_eq _ (w l m * pd (at2 c i j) (fun c' => c' m k)) _).
    { assert (pd (at2 c i j) (fun c' => w l m) = 0).
      { apply constant. }
      rule (diff_scale (at2 c i j) (fun c' => w l m) (fun c' => c' m k)). }
    apply (eq_eq _ (w l m * (delta m i * delta k j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  rule (shared_25 l i k j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_f_c_y_2_sum_delta :
  rsum R' (fun l => rsum J (fun k => y_bar l k * w l i * delta k j))
  = rsum R' (fun l => y_bar l j * w l i).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum J (fun k => delta k j * y_bar l k * w l i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta J (fun k => y_bar l k * w l i) j).
Qed.

(* what y_lj passes back *)
Lemma vjp_f_c_1_vjp :
  f_bar * pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  = rsum R' (fun l => y_bar l j * w l i).
Proof.
  apply (eq_eq _ (rsum R' (fun l => y_bar l j * w l i)) _).
  { apply (eq_eq _ (pd (at2 c i j) (fun c' => f_bar * f_of R' J (y_of M w c'))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => y_bar l k * pd (at2 c i j) (fun c' => y_of M w c' l k)))) _).
    { refine (eq_trans (chain2_at (at2 c i j) R' J y (fun y' => f_bar * f_of R' J y') (fun c' => (y_of M w c')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_f_y; premise. }
    exact (eq_eq _ _ _ vjp_f_c_y_1_lemma vjp_f_c_y_2_sum_delta). }
  apply (eq_eq _ (c_bar i j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_f_c :
  is_pd (at2 c i j) (fun c' => f_bar * f_of R' J (y_of M w c'))
  (rsum R' (fun l => y_bar l j * w l i)).
Proof.
  apply (is_pd_eq _ _ (f_bar * pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))) _).
  { weighted. }
  exact vjp_f_c_1_vjp.
Qed.

(* the same by the differentiator, by what it found for adjoint_c or else anew *)
Definition vjp_f_c_outright : option (
  is_pd (at2 c i j) (fun c' => f_bar * f_of R' J (y_of M w c'))
  (rsum R' (fun l => y_bar l j * w l i))).
Proof.
  attempt "vjp_f_c" times (adjoint_c_outright i j) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (f_bar)) (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i' => (Formula.Mul (Formula.C (w l i')) (Formula.V (i', j'))))))))))).
Defined.
End vjp_f_c.

(** * VJP of f for b *)

Section vjp_f_b.
Variables (j : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall k, (k < J)%nat -> b k <> 0).

(* put in ∂c_ik/∂b_j *)
Lemma vjp_f_b_c_1_lemma :
  rsum M (fun i => rsum J (fun k => c_bar i k * pd (at1 b j) (fun b' => c_of a b' i k)))
  = rsum M (fun i => rsum J (fun k => c_bar i k * (- (a i k * delta k j / b k ^ 2)))).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b j) (fun b' => a i k / b' k)) _).
  { reflexivity. }
  apply (eq_eq _ (- (a i k / b k ^ 2 * pd (at1 b j) (fun b' => b' k))) _).
  { assert (pd (at1 b j) (fun b' => a i k) = 0).
    { apply constant. }
    rule (diff_inverse (at1 b j) (fun b' => a i k) (fun b' => b' k)). }
  apply (eq_eq _ (- (a i k * pd (at1 b j) (fun b' => b' k) / b k ^ 2)) _).
  { refine (f_equal Ropp _).
    fractions. }
  refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_f_b_c_2_sum_delta :
  rsum M (fun i => rsum J (fun k => c_bar i k * (- (a i k * delta k j / b k ^ 2))))
  = rsum M (fun i => - (c_bar i j * a i j / b j ^ 2)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum J (fun k => delta k j * (- (c_bar i k * a i k / b k ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta J (fun k => - (c_bar i k * a i k / b k ^ 2)) j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_f_b_c_3_sum_factor :
  rsum M (fun i => - (c_bar i j * a i j / b j ^ 2))
  = - (rsum M (fun i => c_bar i j * a i j) / b j ^ 2).
Proof.
  apply (eq_eq _ (rsum M (fun i => - (1 / b j ^ 2 * c_bar i j * a i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (1 / b j ^ 2 * c_bar k j * a k j))) _); [ same | ].
  apply (eq_eq _ (- rsum M (fun k => 1 / b j ^ 2 * c_bar k j * a k j)) _).
  { rule (sum_neg M (fun i => 1 / b j ^ 2 * c_bar i j * a i j) (fun i => true)). }
  apply (eq_eq _ (- rsum M (fun i => 1 / b j ^ 2 * c_bar i j * a i j)) _); [ same | ].
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun i => c_bar i j * a i j))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => 1 / b j ^ 2 * c_bar k j * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun k => c_bar k j * a k j)) _); [ | same ].
    rule_same (sum_factor M (1 / b j ^ 2) (fun i => c_bar i j * a i j) (fun i => true)). }
  refine (f_equal Ropp _).
  fractions.
Qed.

(* what c_ij passes back *)
Lemma vjp_f_b_1_vjp :
  f_bar * pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  = - (rsum M (fun i => c_bar i j * a i j) / b j ^ 2).
Proof.
  apply (eq_eq _ (- (rsum M (fun i => c_bar i j * a i j) / b j ^ 2)) _).
  { apply (eq_eq _ (pd (at1 b j) (fun b' => f_bar * f_of R' J (y_of M w (c_of a b')))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum M (fun i => rsum J (fun k => c_bar i k * pd (at1 b j) (fun b' => c_of a b' i k)))) _).
    { refine (eq_trans (chain2_at (at1 b j) M J c (fun c' => f_bar * f_of R' J (y_of M w c')) (fun b' => (c_of a b')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_f_c; premise. }
    exact (eq_eq _ _ _ vjp_f_b_c_1_lemma (eq_eq _ _ _ vjp_f_b_c_2_sum_delta vjp_f_b_c_3_sum_factor)). }
  apply (eq_eq _ (b_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_f_b :
  is_pd (at1 b j) (fun b' => f_bar * f_of R' J (y_of M w (c_of a b')))
  (- (rsum M (fun i => c_bar i j * a i j) / b j ^ 2)).
Proof.
  apply (is_pd_eq _ _ (f_bar * pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))) _).
  { weighted. }
  exact vjp_f_b_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_f_b_outright : option (
  is_pd (at1 b j) (fun b' => f_bar * f_of R' J (y_of M w (c_of a b')))
  (- (rsum M (fun i => c_bar i j * a i j) / b j ^ 2))).
Proof.
  attempt "vjp_f_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (f_bar)) (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i => (Formula.Mul (Formula.C (w l i)) (Formula.Div (Formula.C (a i j')) (Formula.V (j')))))))))))).
Defined.
End vjp_f_b.

(** * VJP of f for a *)

Section vjp_f_a.
Variables (k m : nat).
Hypothesis k_in : (k < M)%nat.
Hypothesis m_in : (m < J)%nat.
Hypothesis given1 : (forall k', (k' < J)%nat -> b k' <> 0).

(* put in ∂b_j/∂a_km *)
Lemma vjp_f_a_b_1_lemma :
  rsum J (fun j => b_bar j * pd (at2 a k m) (fun a' => b_of M a' j))
  = rsum J (fun j => b_bar j * delta j m).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum M (fun l => delta l k * delta j m)) _).
  { rule (shared_19 j k m). }
  rule_same (sum_delta M (fun l => delta j m) k).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_f_a_b_2_sum_delta :
  rsum J (fun j => b_bar j * delta j m)
  = b_bar m.
Proof.
  apply (eq_eq _ (rsum J (fun j => delta j m * b_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun k' => delta k' m * b_bar k')) _); [ same | ].
  rule (sum_delta J (fun j => b_bar j) m).
Qed.

(* put in ∂c_ij/∂a_km *)
Lemma vjp_f_a_c_1_lemma :
  rsum M (fun i => rsum J (fun j => c_bar i j * pd (at2 a k m) (fun a' => c_of a' b i j)))
  = rsum M (fun i => rsum J (fun j => c_bar i j * (delta i k * delta j m / b j))).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 a k m) (fun a' => a' i j / b j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 a k m) (fun a' => 1 / b j * a' i j)) _).
  { apply pd_ext.
    intros a'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at2 a k m) (fun a' => 1 / b j * a' i j)) _).
  { reflexivity. }
  apply (eq_eq _ (1 / b j * pd (at2 a k m) (fun a' => a' i j)) _).
  { assert (pd (at2 a k m) (fun a' => 1 / b j) = 0).
    { apply constant. }
    rule (diff_scale (at2 a k m) (fun a' => 1 / b j) (fun a' => a' i j)). }
  apply (eq_eq _ (pd (at2 a k m) (fun a' => a' i j) / b j) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_f_a_c_2_sum_delta :
  rsum M (fun i => rsum J (fun j => c_bar i j * (delta i k * delta j m / b j)))
  = c_bar k m / b m.
Proof.
  apply (eq_eq _ (rsum M (fun i => c_bar i m * delta i k / b m)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum J (fun j => delta j m * (c_bar i j * delta i k / b j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum J (fun l => delta l m * (c_bar i l * delta i k / b l))) _); [ same | ].
    rule (sum_delta J (fun j => c_bar i j * delta i k / b j) m). }
  apply (eq_eq _ (rsum M (fun i => delta i k * (c_bar i m / b m))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun l => delta l k * (c_bar l m / b m))) _); [ same | ].
  rule_same (sum_delta M (fun i => c_bar i m / b m) k).
Qed.

(* what b_j and c_ij pass back, each with the rest held fixed *)
Lemma vjp_f_a_1_vjp :
  f_bar * pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  = b_bar m + c_bar k m / b m.
Proof.
  apply (eq_eq _ (b_bar m + c_bar k m / b m) _).
  { apply (eq_eq _ (pd (at2 a k m) (fun a' => f_bar * f_of R' J (y_of M w (c_of a' (b_of M a'))))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (pd (at2 a k m) (fun a' => f_bar * f_of R' J (y_of M w (c_of a (b_of M a')))) + pd (at2 a k m) (fun a' => f_bar * f_of R' J (y_of M w (c_of a' b)))) _).
    { refine (eq_trans (apart (at2 a k m) 2 (fun each => f_bar * f_of R' J (y_of M w (c_of (each 1%nat) (b_of M (each 0%nat))))) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum J (fun j => b_bar j * pd (at2 a k m) (fun a' => b_of M a' j))) _).
      { refine (eq_trans (chain1_at (at2 a k m) J b (fun b' => f_bar * f_of R' J (y_of M w (c_of a b'))) (fun a' => (b_of M a')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_f_b; premise. }
      exact (eq_eq _ _ _ vjp_f_a_b_1_lemma vjp_f_a_b_2_sum_delta). }
    apply (eq_eq _ (rsum M (fun i => rsum J (fun j => c_bar i j * pd (at2 a k m) (fun a' => c_of a' b i j)))) _).
    { refine (eq_trans (chain2_at (at2 a k m) M J c (fun c' => f_bar * f_of R' J (y_of M w c')) (fun a' => (c_of a' b)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_f_c; premise. }
    exact (eq_eq _ _ _ vjp_f_a_c_1_lemma vjp_f_a_c_2_sum_delta). }
  apply (eq_eq _ (a_bar k m) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_f_a :
  is_pd (at2 a k m) (fun a' => f_bar * f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (b_bar m + c_bar k m / b m).
Proof.
  apply (is_pd_eq _ _ (f_bar * pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))) _).
  { weighted. }
  exact vjp_f_a_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_f_a_outright : option (
  is_pd (at2 a k m) (fun a' => f_bar * f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (b_bar m + c_bar k m / b m)).
Proof.
  attempt "vjp_f_a" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (f_bar)) (Formula.Sum R' (fun l => (Formula.Sum J (fun j => (Formula.Sum M (fun i => (Formula.Mul (Formula.C (w l i)) (Formula.Div (Formula.V (i, j)) (Formula.Sum M (fun i' => (Formula.V (i', j)))))))))))))).
Defined.
End vjp_f_a.

(** * VJP of f for w *)

Section vjp_f_w.
Variables (k m : nat).
Hypothesis k_in : (k < R')%nat.
Hypothesis m_in : (m < M)%nat.

(* put in ∂y_lj/∂w_km *)
Lemma vjp_f_w_y_1_lemma :
  rsum R' (fun l => rsum J (fun j => y_bar l j * pd (at2 w k m) (fun w' => y_of M w' c l j)))
  = rsum R' (fun l => rsum J (fun j => y_bar l j * c m j * delta l k)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (y_bar l j * (c m j * delta l k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 w k m) (fun w' => rsum M (fun k' => w' l k' * c k' j))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum M (fun m' => pd (at2 w k m) (fun w' => w' l m' * c m' j))) _).
  { rule_same (diff_sum (at2 w k m) M (fun k' w' => w' l k' * c k' j) (fun k' => true)). }
  apply (eq_eq _ (rsum M (fun m' => c m' j * delta l k * delta m' m)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (pd (at2 w k m) (fun w' => c m' j * w' l m')) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (c m' j * pd (at2 w k m) (fun w' => w' l m')) _).
    { assert (pd (at2 w k m) (fun w' => c m' j) = 0).
      { apply constant. }
      rule (diff_scale (at2 w k m) (fun w' => c m' j) (fun w' => w' l m')). }
    apply (eq_eq _ (c m' j * (delta l k * delta m' m)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum M (fun m' => delta m' m * c m' j * delta l k)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m' => c m' j * delta l k) m).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_f_w_y_2_sum_factor :
  rsum R' (fun l => rsum J (fun j => y_bar l j * c m j * delta l k))
  = rsum R' (fun l => delta l k * rsum J (fun j => y_bar l j * c m j)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum J (fun j => delta l k * y_bar l j * c m j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun n => delta l k * y_bar l n * c m n)) _); [ same | ].
  apply (eq_eq _ (delta l k * rsum J (fun k' => y_bar l k' * c m k')) _); [ | same ].
  rule_same (sum_factor J (delta l k) (fun j => y_bar l j * c m j) (fun j => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_f_w_y_3_sum_delta :
  rsum R' (fun l => delta l k * rsum J (fun j => y_bar l j * c m j))
  = rsum J (fun j => y_bar k j * c m j).
Proof.
  apply (eq_eq _ (rsum R' (fun l => delta l k * rsum J (fun j => c m j * y_bar l j))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun j => c m j * y_bar k j)) _).
  { rule_same (sum_delta R' (fun l => rsum J (fun j => c m j * y_bar l j)) k). }
  symmetry.
  apply rsum_ext; intros j ?; cbv beta.
  arith.
Qed.

(* what y_lj passes back *)
Lemma vjp_f_w_1_vjp :
  f_bar * pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c))
  = rsum J (fun j => y_bar k j * c m j).
Proof.
  apply (eq_eq _ (rsum J (fun j => y_bar k j * c m j)) _).
  { apply (eq_eq _ (pd (at2 w k m) (fun w' => f_bar * f_of R' J (y_of M w' c))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum R' (fun l => rsum J (fun j => y_bar l j * pd (at2 w k m) (fun w' => y_of M w' c l j)))) _).
    { refine (eq_trans (chain2_at (at2 w k m) R' J y (fun y' => f_bar * f_of R' J y') (fun w' => (y_of M w' c)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_f_y; premise. }
    exact (eq_eq _ _ _ vjp_f_w_y_1_lemma (eq_eq _ _ _ vjp_f_w_y_2_sum_factor vjp_f_w_y_3_sum_delta)). }
  apply (eq_eq _ (w_bar k m) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_f_w :
  is_pd (at2 w k m) (fun w' => f_bar * f_of R' J (y_of M w' c))
  (rsum J (fun j => y_bar k j * c m j)).
Proof.
  apply (is_pd_eq _ _ (f_bar * pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c))) _).
  { weighted. }
  exact vjp_f_w_1_vjp.
Qed.

(* the same by the differentiator, by what it found for adjoint_w or else anew *)
Definition vjp_f_w_outright : option (
  is_pd (at2 w k m) (fun w' => f_bar * f_of R' J (y_of M w' c))
  (rsum J (fun j => y_bar k j * c m j))).
Proof.
  attempt "vjp_f_w" times (adjoint_w_outright m k) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (f_bar)) (Formula.Sum R' (fun l => (Formula.Sum J (fun j => (Formula.Sum M (fun i => (Formula.Mul (Formula.V (l, i)) (Formula.C (c i j))))))))))).
Defined.
End vjp_f_w.

(** * JVP of f for a, w *)

Section jvp_f_a_w.
Hypothesis given1 : (forall m, (m < J)%nat -> b m <> 0).

(* put in ∂f/∂y_ik *)
Lemma jvp_f_a_w_y_1_lemma :
  rsum R' (fun i => rsum J (fun k => pd (at2 y i k) (fun y' => f_of R' J y') * y_dot i k))
  = rsum R' (fun i => rsum J (fun k => y_dot i k)).
Proof.
  apply (eq_eq _ (rsum R' (fun i => rsum J (fun k => 1 * y_dot i k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult _ eq_refl).
    rule (shared_27 i k). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

(* exchange the sums *)
Lemma jvp_f_a_w_y_2_sum_swap :
  rsum R' (fun k => rsum J (fun l => y_dot k l))
  = rsum J (fun l => rsum R' (fun k => y_dot k l)).
Proof.
  apply (eq_eq _ (rsum J (fun l => rsum R' (fun k => y_dot k l))) _).
  { rule (sum_swap R' J (fun i k => y_dot i k)). }
  reflexivity.
Qed.

(* what y_lj passes on *)
Lemma jvp_f_a_w_1_jvp :
  rsum M (fun k => rsum J (fun m => pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a_dot k m)) + rsum R' (fun k => rsum M (fun m => pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c)) * w_dot k m))
  = rsum J (fun l => rsum R' (fun k => y_dot k l)).
Proof.
  apply (eq_eq _ (rsum J (fun l => rsum R' (fun k => y_dot k l))) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => f_of R' J (y_of M (line2 w w_dot t) (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t)))))) _).
    { symmetry.
      apply (eq_eq _ (pd (at0 0) (fun t => f_of R' J (y_of M w (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t))))) + pd (at0 0) (fun t => f_of R' J (y_of M (line2 w w_dot t) c))) _).
      { refine (eq_trans (apart (at0 0) 2 (fun each => f_of R' J (y_of M (line2 w w_dot (each 1%nat)) (c_of (line2 a a_dot (each 0%nat)) (b_of M (line2 a a_dot (each 0%nat)))))) _) _); [ dsm | ].
        cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun k => rsum J (fun m => pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a_dot k m))) _).
        { refine (eq_trans (chain2_at (at0 0) M J a (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) (fun t => (line2 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      apply (eq_eq _ (rsum R' (fun k => rsum M (fun m => pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c)) * w_dot k m))) _).
      { refine (eq_trans (chain2_at (at0 0) R' M w (fun w' => f_of R' J (y_of M w' c)) (fun t => (line2 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    assert (moves_b : forall j, (j < J)%nat -> pd (at0 0) (fun t => b_of M (line2 a a_dot t) j) = b_dot j).
    { intros j ?.
      apply (eq_eq _ (rsum M (fun k => a_dot k j)) _).
      { apply (eq_eq _ (rsum M (fun k => rsum J (fun l => pd (at2 a k l) (fun a' => b_of M a' j) * a_dot k l))) _).
        { refine (eq_trans (chain2_at (at0 0) M J a (fun a' => b_of M a' j) (fun t => (line2 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2; hyp. }
        apply (eq_eq _ (rsum M (fun k => rsum J (fun l => delta j l * a_dot k l))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply rsum_ext; intros l ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at2 a k l) (fun a' => rsum M (fun i => a' i j))) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at2 a k l) (fun a' => rsum M (fun k' => a' k' j))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m => pd (at2 a k l) (fun a' => a' m j))) _).
          { rule_same (diff_sum (at2 a k l) M (fun k' a' => a' k' j) (fun k' => true)). }
          apply (eq_eq _ (rsum M (fun m => delta m k * delta j l)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            apply variable2. }
          rule_same (sum_delta M (fun m => delta j l) k). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (rsum J (fun l => delta l j * a_dot k l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          same. }
        rule (sum_delta J (fun l => a_dot k l) j). }
      reflexivity. }
    assert (moves_y : forall l, (l < R')%nat -> forall j, (j < J)%nat -> pd (at0 0) (fun t => y_of M (line2 w w_dot t) (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t))) l j) = y_dot l j).
    { intros l ? j ?.
      apply (eq_eq _ (rsum M (fun k => w l k * a_dot k j) / b j + rsum M (fun m => w_dot l m * c m j) - y l j * b_dot j / b j) _).
      { apply (eq_eq _ (pd (at0 0) (fun t => y_of M w (c_of (line2 a a_dot t) b) l j) + pd (at0 0) (fun t => y_of M (line2 w w_dot t) c l j) + pd (at0 0) (fun t => y_of M w (c_of a (b_of M (line2 a a_dot t))) l j)) _).
        { refine (eq_trans (apart (at0 0) 3 (fun each => y_of M (line2 w w_dot (each 1%nat)) (c_of (line2 a a_dot (each 0%nat)) (b_of M (line2 a a_dot (each 2%nat)))) l j) _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
        { apply (eq_eq _ (rsum M (fun k => rsum J (fun m => pd (at2 a k m) (fun a' => y_of M w (c_of a' b) l j) * a_dot k m))) _).
          { refine (eq_trans (chain2_at (at0 0) M J a (fun a' => y_of M w (c_of a' b) l j) (fun t => (line2 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum M (fun k => rsum J (fun m => w l k * delta j m / b j * a_dot k m))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply rsum_ext; intros m ?; cbv beta.
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (rsum M (fun l' => rsum J (fun n => pd (at2 c l' n) (fun c' => y_of M w c' l j) * pd (at2 a k m) (fun a' => c_of a' b l' n)))) _).
            { apply (chain2 (at2 a k m) M J (fun c' => y_of M w c' l j) (fun a' => c_of a' b)); [ dsm | premise ]. }
            apply (eq_eq _ (rsum M (fun l' => rsum J (fun n => w l l' * delta j n * (delta l' k * delta n m / b n)))) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              apply rsum_ext; intros n ?; cbv beta.
              apply (eq_eq _ ((w l l' * delta j n) * (delta l' k * delta n m / b n)) _); [ | same ].
              refine (f_equal2 Rmult _ _).
              { apply (eq_eq _ (pd (at2 c l' n) (fun c' => rsum M (fun k' => w l k' * c' k' j))) _).
                { reflexivity. }
                apply (eq_eq _ (rsum M (fun k' => pd (at2 c l' n) (fun c' => w l k' * c' k' j))) _).
                { rule (diff_sum (at2 c l' n) M (fun l'' c' => w l l'' * c' l'' j) (fun k' => true)). }
                apply (eq_eq _ (rsum M (fun k' => w l k' * delta k' l' * delta j n)) _).
                { apply rsum_ext; intros k' ?; cbv beta.
                  apply (eq_eq _ (pd (at2 c l' n) (fun c' => w l k' * c' k' j)) _).
                  { reflexivity. }
                  apply (eq_eq _ (w l k' * pd (at2 c l' n) (fun c' => c' k' j)) _).
                  { assert (pd (at2 c l' n) (fun c' => w l k') = 0).
                    { apply constant. }
                    rule (diff_scale (at2 c l' n) (fun c' => w l k') (fun c' => c' k' j)). }
                  apply (eq_eq _ (w l k' * (delta k' l' * delta j n)) _); [ | same ].
                  refine (f_equal2 Rmult eq_refl _).
                  apply variable2. }
                apply (eq_eq _ (rsum M (fun k' => delta k' l' * w l k' * delta j n)) _).
                { apply rsum_ext; intros k' ?; cbv beta.
                  arith. }
                rule_same (sum_delta M (fun k' => w l k' * delta j n) l'). }
              apply (eq_eq _ (pd (at2 a k m) (fun a' => a' l' n / b n)) _).
              { reflexivity. }
              apply (eq_eq _ (pd (at2 a k m) (fun a' => 1 / b n * a' l' n)) _).
              { apply pd_ext.
                intros a'; cbv beta.
                fractions. }
              apply (eq_eq _ (pd (at2 a k m) (fun a' => 1 / b n * a' l' n)) _).
              { reflexivity. }
              apply (eq_eq _ (1 / b n * pd (at2 a k m) (fun a' => a' l' n)) _).
              { assert (pd (at2 a k m) (fun a' => 1 / b n) = 0).
                { apply constant. }
                rule (diff_scale (at2 a k m) (fun a' => 1 / b n) (fun a' => a' l' n)). }
              apply (eq_eq _ (pd (at2 a k m) (fun a' => a' l' n) / b n) _).
              { fractions. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply variable2. }
            apply (eq_eq _ (rsum M (fun l' => w l l' * delta l' k * delta j m / b j)) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              apply (eq_eq _ (rsum J (fun n => delta n j * (w l l' * delta l' k * delta n m / b n))) _).
              { apply rsum_ext; intros n ?; cbv beta.
                fractions. }
              rule (sum_delta J (fun n => w l l' * delta l' k * delta n m / b n) j). }
            apply (eq_eq _ (rsum M (fun l' => delta l' k * (w l l' * delta j m / b j))) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              fractions. }
            rule_same (sum_delta M (fun l' => w l l' * delta j m / b j) k). }
          apply (eq_eq _ (rsum M (fun k => w l k * a_dot k j / b j)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (rsum J (fun m => delta m j * (w l k * a_dot k m / b j))) _).
            { apply rsum_ext; intros m ?; cbv beta.
              fractions. }
            apply (eq_eq _ (rsum J (fun l' => delta l' j * (w l k * a_dot k l' / b j))) _); [ same | ].
            rule (sum_delta J (fun m => w l k * a_dot k m / b j) j). }
          apply (eq_eq _ (rsum M (fun k => 1 / b j * w l k * a_dot k j)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            fractions. }
          apply (eq_eq _ (1 / b j * rsum M (fun k => w l k * a_dot k j)) _).
          { rule_same (sum_factor M (1 / b j) (fun k => w l k * a_dot k j) (fun k => true)). }
          fractions. }
        { apply (eq_eq _ (rsum R' (fun k => rsum M (fun m => pd (at2 w k m) (fun w' => y_of M w' c l j) * w_dot k m))) _).
          { refine (eq_trans (chain2_at (at0 0) R' M w (fun w' => y_of M w' c l j) (fun t => (line2 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum R' (fun k => rsum M (fun m => c m j * delta l k * w_dot k m))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply rsum_ext; intros m ?; cbv beta.
            apply (eq_eq _ ((c m j * delta l k) * w_dot k m) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 w k m) (fun w' => rsum M (fun k' => w' l k' * c k' j))) _).
            { reflexivity. }
            apply (eq_eq _ (rsum M (fun l' => pd (at2 w k m) (fun w' => w' l l' * c l' j))) _).
            { rule_same (diff_sum (at2 w k m) M (fun k' w' => w' l k' * c k' j) (fun k' => true)). }
            apply (eq_eq _ (rsum M (fun l' => c l' j * delta l k * delta l' m)) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              apply (eq_eq _ (pd (at2 w k m) (fun w' => c l' j * w' l l')) _).
              { apply pd_ext.
                intros w'; cbv beta.
                arith. }
              apply (eq_eq _ (c l' j * pd (at2 w k m) (fun w' => w' l l')) _).
              { assert (pd (at2 w k m) (fun w' => c l' j) = 0).
                { apply constant. }
                rule (diff_scale (at2 w k m) (fun w' => c l' j) (fun w' => w' l l')). }
              apply (eq_eq _ (c l' j * (delta l k * delta l' m)) _); [ | same ].
              refine (f_equal2 Rmult eq_refl _).
              apply variable2. }
            apply (eq_eq _ (rsum M (fun l' => delta l' m * c l' j * delta l k)) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta M (fun l' => c l' j * delta l k) m). }
          apply (eq_eq _ (rsum R' (fun k => delta l k * rsum M (fun m => c m j * w_dot k m))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (rsum M (fun m => delta l k * c m j * w_dot k m)) _).
            { apply rsum_ext; intros m ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum M (fun l' => delta l k * c l' j * w_dot k l')) _); [ same | ].
            apply (eq_eq _ (delta l k * rsum M (fun l' => c l' j * w_dot k l')) _); [ | same ].
            rule_same (sum_factor M (delta l k) (fun m => c m j * w_dot k m) (fun m => true)). }
          apply (eq_eq _ (rsum R' (fun k => delta k l * rsum M (fun m => c m j * w_dot k m))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum M (fun m => c m j * w_dot l m)) _).
          { rule (sum_delta R' (fun k => rsum M (fun m => c m j * w_dot k m)) l). }
          symmetry.
          apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum J (fun k => pd (at1 b k) (fun b' => y_of M w (c_of a b') l j) * b_dot k)) _).
        { refine (eq_trans (chain1_at (at0 0) J b (fun b' => y_of M w (c_of a b') l j) (fun t => (b_of M (line2 a a_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply moves_b; hyp. }
        assert (b j <> 0).
        { hyp. }
        apply (eq_eq _ (rsum J (fun k => - (y l j * delta j k / b j * b_dot k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ ((- (y l j * delta j k / b j)) * b_dot k) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          assert (b j <> 0).
          { hyp. }
          apply (eq_eq _ (rsum M (fun l' => rsum J (fun m => pd (at2 c l' m) (fun c' => y_of M w c' l j) * pd (at1 b k) (fun b' => c_of a b' l' m)))) _).
          { apply (chain2 (at1 b k) M J (fun c' => y_of M w c' l j) (fun b' => c_of a b')); [ dsm | premise ]. }
          apply (eq_eq _ (rsum M (fun l' => rsum J (fun m => w l l' * delta j m * (- (a l' m * delta m k / b m ^ 2))))) _).
          { apply rsum_ext; intros l' ?; cbv beta.
            apply rsum_ext; intros m ?; cbv beta.
            apply (eq_eq _ ((w l l' * delta j m) * (- (a l' m * delta m k / b m ^ 2))) _); [ | same ].
            refine (f_equal2 Rmult _ _).
            { apply (eq_eq _ (pd (at2 c l' m) (fun c' => rsum M (fun k' => w l k' * c' k' j))) _).
              { reflexivity. }
              apply (eq_eq _ (rsum M (fun k' => pd (at2 c l' m) (fun c' => w l k' * c' k' j))) _).
              { rule (diff_sum (at2 c l' m) M (fun l'' c' => w l l'' * c' l'' j) (fun k' => true)). }
              apply (eq_eq _ (rsum M (fun k' => w l k' * delta k' l' * delta j m)) _).
              { apply rsum_ext; intros k' ?; cbv beta.
                apply (eq_eq _ (pd (at2 c l' m) (fun c' => w l k' * c' k' j)) _).
                { reflexivity. }
                apply (eq_eq _ (w l k' * pd (at2 c l' m) (fun c' => c' k' j)) _).
                { assert (pd (at2 c l' m) (fun c' => w l k') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 c l' m) (fun c' => w l k') (fun c' => c' k' j)). }
                apply (eq_eq _ (w l k' * (delta k' l' * delta j m)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply (eq_eq _ (rsum M (fun k' => delta k' l' * w l k' * delta j m)) _).
              { apply rsum_ext; intros k' ?; cbv beta.
                arith. }
              rule_same (sum_delta M (fun k' => w l k' * delta j m) l'). }
            apply (eq_eq _ (pd (at1 b k) (fun b' => a l' m / b' m)) _).
            { reflexivity. }
            apply (eq_eq _ (- (a l' m / b m ^ 2 * pd (at1 b k) (fun b' => b' m))) _).
            { assert (pd (at1 b k) (fun b' => a l' m) = 0).
              { apply constant. }
              rule (diff_inverse (at1 b k) (fun b' => a l' m) (fun b' => b' m)). }
            apply (eq_eq _ (- (a l' m * pd (at1 b k) (fun b' => b' m) / b m ^ 2)) _).
            { refine (f_equal Ropp _).
              fractions. }
            refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
            apply variable1. }
          apply (eq_eq _ (rsum M (fun l' => - (w l l' * a l' j * delta j k / b j ^ 2))) _).
          { apply rsum_ext; intros l' ?; cbv beta.
            apply (eq_eq _ (rsum J (fun m => delta m j * (- (w l l' * a l' m * delta m k / b m ^ 2)))) _).
            { apply rsum_ext; intros m ?; cbv beta.
              fractions. }
            rule (sum_delta J (fun m => - (w l l' * a l' m * delta m k / b m ^ 2)) j). }
          apply (eq_eq _ (rsum M (fun l' => - (delta j k / b j ^ 2 * w l l' * a l' j))) _).
          { apply rsum_ext; intros l' ?; cbv beta.
            fractions. }
          apply (eq_eq _ (- rsum M (fun l' => delta j k / b j ^ 2 * w l l' * a l' j)) _).
          { rule (sum_neg M (fun l' => delta j k / b j ^ 2 * w l l' * a l' j) (fun l' => true)). }
          apply (eq_eq _ (- (delta j k / b j ^ 2 * rsum M (fun l' => w l l' * a l' j))) _).
          { refine (f_equal Ropp _).
            apply (eq_eq _ (delta j k / b j ^ 2 * rsum M (fun k' => w l k' * a k' j)) _); [ | same ].
            rule_same (sum_factor M (delta j k / b j ^ 2) (fun l' => w l l' * a l' j) (fun l' => true)). }
          apply (eq_eq _ (- (delta j k * rsum M (fun l' => w l l' * a l' j) / b j ^ 2)) _).
          { refine (f_equal Ropp _).
            fractions. }
          apply (eq_eq _ (- (delta j k * rsum M (fun l' => a l' j * w l l') / b j ^ 2)) _).
          { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
            apply rsum_ext; intros l' ?; cbv beta.
            arith. }
          apply (eq_eq _ (- (delta j k * rsum M (fun k' => a k' j * w l k') / b j ^ 2)) _); [ same | ].
          symmetry.
          apply (eq_eq _ (- (rsum M (fun k' => a k' j * w l k') / b j * delta j k / b j)) _).
          { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
            apply (eq_eq _ (rsum M (fun k' => w l k' * c k' j)) _).
            { reflexivity. }
            apply (eq_eq _ (rsum M (fun k' => a k' j * w l k' / b j)) _).
            { apply rsum_ext; intros k' ?; cbv beta.
              apply (eq_eq _ (w l k' * (a k' j / b j)) _).
              { reflexivity. }
              fractions. }
            apply (eq_eq _ (rsum M (fun k' => 1 / b j * a k' j * w l k')) _).
            { apply rsum_ext; intros k' ?; cbv beta.
              fractions. }
            apply (eq_eq _ (1 / b j * rsum M (fun k' => a k' j * w l k')) _).
            { rule_same (sum_factor M (1 / b j) (fun k' => a k' j * w l k') (fun k' => true)). }
            fractions. }
          fractions. }
        apply (eq_eq _ (rsum J (fun k => delta k j * (- (y l j * b_dot k / b j)))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        rule (sum_delta J (fun k => - (y l j * b_dot k / b j)) j). }
      reflexivity. }
    apply (eq_eq _ (rsum R' (fun i => rsum J (fun k => pd (at2 y i k) (fun y' => f_of R' J y') * y_dot i k))) _).
    { refine (eq_trans (chain2_at (at0 0) R' J y (fun y' => f_of R' J y') (fun t => (y_of M (line2 w w_dot t) (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t))))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply moves_y; hyp. }
    exact (eq_eq _ _ _ jvp_f_a_w_y_1_lemma jvp_f_a_w_y_2_sum_swap). }
  apply (eq_eq _ (f_dot) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem jvp_f_a_w :
  is_pd (at0 0) (fun t => f_of R' J (y_of M (line2 w w_dot t) (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t)))))
  (rsum J (fun l => rsum R' (fun k => y_dot k l))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k => rsum J (fun m => pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a_dot k m)) + rsum R' (fun k => rsum M (fun m => pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c)) * w_dot k m))) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => f_of R' J (y_of M w (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t))))) + pd (at0 0) (fun t => f_of R' J (y_of M (line2 w w_dot t) c))) _).
    { refine (eq_trans (apart (at0 0) 2 (fun each => f_of R' J (y_of M (line2 w w_dot (each 1%nat)) (c_of (line2 a a_dot (each 0%nat)) (b_of M (line2 a a_dot (each 0%nat)))))) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k => rsum J (fun m => pd (at2 a k m) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a_dot k m))) _).
      { refine (eq_trans (chain2_at (at0 0) M J a (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) (fun t => (line2 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun m => pd (at2 w k m) (fun w' => f_of R' J (y_of M w' c)) * w_dot k m))) _).
    { refine (eq_trans (chain2_at (at0 0) R' M w (fun w' => f_of R' J (y_of M w' c)) (fun t => (line2 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact jvp_f_a_w_1_jvp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_f_a_w_outright : option (
  is_pd (at0 0) (fun t => f_of R' J (y_of M (line2 w w_dot t) (c_of (line2 a a_dot t) (b_of M (line2 a a_dot t)))))
  (rsum J (fun l => rsum R' (fun k => y_dot k l)))).
Proof.
  attempt "jvp_f_a_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.either (Formula.flat2 a) (Formula.flat2 w)) (Formula.either (Formula.flat2 a_dot) (Formula.flat2 w_dot)) (Formula.Sum R' (fun l => (Formula.Sum J (fun j => (Formula.Sum M (fun i => (Formula.Mul (Formula.V (inr (l, i))) (Formula.Div (Formula.V (inl (i, j))) (Formula.Sum M (fun i' => (Formula.V (inl (i', j)))))))))))))).
Defined.
End jvp_f_a_w.
End column_normalization_theory.

(* the hypotheses of adjoint_b can be met *)
Lemma adjoint_b_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of adjoint_a can be met *)
Lemma adjoint_a_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i', (i' < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i' j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of scale can be met *)
Lemma scale_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of vjp_f_b can be met *)
Lemma vjp_f_b_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall k, (k < J)%nat -> b_of M a k <> 0)).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of vjp_f_a can be met *)
Lemma vjp_f_a_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall k', (k' < J)%nat -> b_of M a k' <> 0)).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of jvp_f_a_w can be met *)
Lemma jvp_f_a_w_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall m, (m < J)%nat -> b_of M a m <> 0)).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.
