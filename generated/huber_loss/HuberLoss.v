(* made by derive, do not edit *)
(* Huber loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition e_of (y : nat -> R) (t : nat -> R) (i : nat) : R :=
  y i - t i.
#[local] Hint Unfold e_of : definitions.
Definition L_of (N : nat) (e : nat -> R) (delta_ : R) : R :=
  rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i ^ 2 / 2 else delta_ * (Rabs (e i) - delta_ / 2))) / INR N.
#[local] Hint Unfold L_of : definitions.

Section huber_loss_theory.
Variable (N : nat).
Variables (delta_ delta__dot L_bar : R).
Variables (t y t_dot y_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation e := (e_of y t).
Local Notation L := (L_of N e delta_).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  (0 < delta_) ->
  (delta_ < Rabs (e i)) ->
  e i <> 0.
Proof.
  intros i ? ? ?.
  assert (0 < Rabs (e i)).
  { apply (lt_eq _ (1 * (Rabs (e i) - delta_) + 1 * delta_) _).
    { sgn. }
    symmetry.
    arith. }
  sgn.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  ((forall i', (i' < N)%nat -> Rabs (e i') <> delta_)) ->
  (0 < delta_) ->
  pd (at1 e i) (fun e' => L_of N e' delta_) = (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N.
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))) / INR N)) _).
  { assert ((forall i', (i' < N)%nat -> ((delta_ < Rabs (e i')) -> e i' <> 0))).
    { intros i' ?.
      intro.
      rule (shared_1 i'). }
    apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun i' => (if leb (Rabs (e' i')) delta_ then e' i' ^ 2 / 2 else delta_ * (Rabs (e' i') - delta_ / 2))) / INR N)) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2)))) / INR N) _).
  { assert ((forall k, (k < N)%nat -> ((delta_ < Rabs (e k)) -> e k <> 0))).
    { intros k ?.
      intro.
      rule (shared_1 k). }
    apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / INR N * rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))))) _).
    { apply pd_ext.
      intros e'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / INR N * rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR N * pd (at1 e i) (fun e' => rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))))) _).
    { assert (pd (at1 e i) (fun e' => 1 / INR N) = 0).
      { apply constant. }
      rule (diff_scale (at1 e i) (fun e' => 1 / INR N) (fun e' => rsum N (fun k => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))))). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 2 * e k * delta k i / 2 else delta_ * signum (e k) * delta k i)) / INR N) _).
  { assert ((forall k, (k < N)%nat -> ((delta_ < Rabs (e k)) -> e k <> 0))).
    { intros k ?.
      intro.
      rule (shared_1 k). }
    apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 2 * e k ^ 1 * delta k i / 2 else delta_ * (signum (e k) * delta k i + 0))) / INR N) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => pd (at1 e i) (fun e' => (if leb (Rabs (e' k)) delta_ then e' k ^ 2 / 2 else delta_ * (Rabs (e' k) - delta_ / 2))))) _).
      { rule (diff_sum (at1 e i) N (fun l e' => (if leb (Rabs (e' l)) delta_ then e' l ^ 2 / 2 else delta_ * (Rabs (e' l) - delta_ / 2))) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb (Rabs (e k)) delta_ then pd (at1 e i) (fun e' => e' k ^ 2 / 2) else pd (at1 e i) (fun e' => delta_ * (Rabs (e' k) - delta_ / 2)))) _).
      { rule (diff_if (at1 e i) (fun e' => e' k ^ 2 / 2) (fun e' => delta_ * (Rabs (e' k) - delta_ / 2)) (fun e' => leb (Rabs (e' k)) delta_)). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (pd (at1 e i) (fun e' => (1 / 2) * e' k ^ 2)) _).
        { apply pd_ext.
          intros e'; cbv beta.
          arith. }
        apply (eq_eq _ (pd (at1 e i) (fun e' => (1 / 2) * e' k ^ 2)) _).
        { reflexivity. }
        apply (eq_eq _ ((1 / 2) * pd (at1 e i) (fun e' => e' k ^ 2)) _).
        { assert (pd (at1 e i) (fun e' => (1 / 2)) = 0).
          { apply constant. }
          rule (diff_scale (at1 e i) (fun e' => (1 / 2)) (fun e' => e' k ^ 2)). }
        apply (eq_eq _ (pd (at1 e i) (fun e' => e' k ^ 2) / 2) _).
        { arith. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (2 * e k ^ 1 * pd (at1 e i) (fun e' => e' k)) _).
        { assert (pd (at1 e i) (fun e' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 e i) (fun e' => e' k) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply variable1. }
      { apply (eq_eq _ (pd (at1 e i) (fun e' => delta_ * (Rabs (e' k) - delta_ / 2))) _).
        { reflexivity. }
        apply (eq_eq _ (delta_ * pd (at1 e i) (fun e' => Rabs (e' k) - delta_ / 2)) _).
        { assert (pd (at1 e i) (fun e' => delta_) = 0).
          { apply constant. }
          rule (diff_scale (at1 e i) (fun e' => delta_) (fun e' => Rabs (e' k) - delta_ / 2)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 e i) (fun e' => Rabs (e' k)) + pd (at1 e i) (fun e' => - (delta_ / 2))) _).
        { rule (diff_add (at1 e i) (fun e' => Rabs (e' k)) (fun e' => - (delta_ / 2))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (signum (e k) * pd (at1 e i) (fun e' => e' k)) _).
          { rule (diff_abs (at1 e i) (fun e' => e' k)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply constant. } }
    refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { refine (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
      arith. }
    { apply (eq_eq _ (delta_ * (signum (e k) * delta k i)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      arith. } }
  apply (eq_eq _ ((if leb (Rabs (e i)) delta_ then e i else signum (e i) * delta_) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb (Rabs (e k)) delta_ then delta k i * e k else delta k i * signum (e k) * delta_)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { arith. } }
      apply (eq_eq _ ((if leb (Rabs (e k)) delta_ then delta k i * e k else delta k i * signum (e k) * delta_)) _).
      { reflexivity. }
      rule_same (if_factor (delta k i) (e k) (signum (e k) * delta_) (leb (Rabs (e k)) delta_)). }
    rule (sum_delta N (fun k => (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_)) i). }
  symmetry.
  refine (f_equal2 Rdiv _ eq_refl).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  (0 < delta_) ->
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 y j) (fun y' => e_of y' t i)) = rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * delta i j).
Proof.
  intros j ? ? ?.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_2 i). }
  apply (eq_eq _ (pd (at1 y j) (fun y' => y' i - t i)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => y' i) + pd (at1 y j) (fun y' => - t i)) _).
  { rule (diff_add (at1 y j) (fun y' => y' i) (fun y' => - t i)). }
  apply (eq_eq _ (delta i j + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * delta i j) = (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun i => delta i j * ((if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k j * ((if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N))) _); [ same | ].
  rule (sum_delta N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N) j).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  (0 < delta_) ->
  pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_) = (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N.
Proof.
  intros j ? ? ?.
  apply (eq_eq _ (rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 y j) (fun y' => e_of y' t i))) _).
  { assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
    { intros i ?.
      intro.
      rule (shared_1 i). }
    apply (chain1 (at1 y j) N (fun e' => L_of N e' delta_) (fun y' => e_of y' t)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * delta i j)) _).
  { rule (shared_3 j). }
  rule (shared_4 j).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < N)%nat ->
  L_bar * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N = L_bar * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  (0 < delta_) ->
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 t j) (fun t' => e_of y t' i)) = rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * (- delta i j)).
Proof.
  intros j ? ? ?.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_2 i). }
  apply (eq_eq _ (pd (at1 t j) (fun t' => y i - t' i)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => y i) + pd (at1 t j) (fun t' => - t' i)) _).
  { rule (diff_add (at1 t j) (fun t' => y i) (fun t' => - t' i)). }
  apply (eq_eq _ (0 - delta i j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t j) (fun t' => t' i)) _).
    { rule (diff_neg (at1 t j) (fun t' => t' i)). }
    refine (f_equal Ropp _).
    apply variable1. }
  arith.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * (- delta i j)) = - ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun i => delta i j * (- ((if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N)))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k j * (- ((if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N)))) _); [ same | ].
  rule (sum_delta N (fun i => - ((if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N)) j).
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  (0 < delta_) ->
  pd (at1 t j) (fun t' => L_of N (e_of y t') delta_) = - ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  intros j ? ? ?.
  apply (eq_eq _ (rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 t j) (fun t' => e_of y t' i))) _).
  { assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
    { intros i ?.
      intro.
      rule (shared_1 i). }
    apply (chain1 (at1 t j) N (fun e' => L_of N e' delta_) (fun t' => e_of y t')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * (- delta i j))) _).
  { rule (shared_7 j). }
  rule (shared_8 j).
Qed.

Lemma shared_10 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))) / INR N) = pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2)))) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 delta_) (fun delta_' => 1 / INR N * rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))))) _).
  { apply pd_ext.
    intros delta_'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 delta_) (fun delta_' => 1 / INR N * rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))))) _).
  { assert (pd (at0 delta_) (fun delta_' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at0 delta_) (fun delta_' => 1 / INR N) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))))). }
  fractions.
Qed.

Lemma shared_11 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2)))) / INR N = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_ / 2 - (1 / 2) * delta_)) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else 1 * (Rabs (e k) - delta_ / 2) + delta_ * (0 + (-1 / 2)))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 delta_) (fun delta_' => rsum N (fun k => (if leb (Rabs (e k)) delta_' then e k ^ 2 / 2 else delta_' * (Rabs (e k) - delta_' / 2))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at0 delta_) (fun delta_' => (if leb (Rabs (e k)) delta_' then e k ^ 2 / 2 else delta_' * (Rabs (e k) - delta_' / 2))))) _).
    { rule (diff_sum (at0 delta_) N (fun k delta_' => (if leb (Rabs (e k)) delta_' then e k ^ 2 / 2 else delta_' * (Rabs (e k) - delta_' / 2))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (Rabs (e k)) delta_ then pd (at0 delta_) (fun delta_' => e k ^ 2 / 2) else pd (at0 delta_) (fun delta_' => delta_' * (Rabs (e k) - delta_' / 2)))) _).
    { rule (diff_if (at0 delta_) (fun delta_' => e k ^ 2 / 2) (fun delta_' => delta_' * (Rabs (e k) - delta_' / 2)) (fun delta_' => leb (Rabs (e k)) delta_')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 delta_) (fun delta_' => delta_') * (Rabs (e k) - delta_ / 2) + delta_ * pd (at0 delta_) (fun delta_' => Rabs (e k) - delta_' / 2)) _).
      { rule (diff_mul (at0 delta_) (fun delta_' => delta_') (fun delta_' => Rabs (e k) - delta_' / 2)). }
      refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
      { apply variable0. }
      apply (eq_eq _ (pd (at0 delta_) (fun delta_' => Rabs (e k)) + pd (at0 delta_) (fun delta_' => - (delta_' / 2))) _).
      { rule (diff_add (at0 delta_) (fun delta_' => Rabs (e k)) (fun delta_' => - (delta_' / 2))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 delta_) (fun delta_' => delta_' / 2)) _).
      { rule (diff_neg (at0 delta_) (fun delta_' => delta_' / 2)). }
      apply (eq_eq _ (- (1 / 2)) _); [ | same ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at0 delta_) (fun delta_' => (1 / 2) * delta_')) _).
      { apply pd_ext.
        intros delta_'; cbv beta.
        arith. }
      apply (eq_eq _ (pd (at0 delta_) (fun delta_' => (1 / 2) * delta_')) _).
      { reflexivity. }
      apply (eq_eq _ ((1 / 2) * pd (at0 delta_) (fun delta_' => delta_')) _).
      { assert (pd (at0 delta_) (fun delta_' => (1 / 2)) = 0).
        { apply constant. }
        rule (diff_scale (at0 delta_) (fun delta_' => (1 / 2)) (fun delta_' => delta_')). }
      apply (eq_eq _ (pd (at0 delta_) (fun delta_' => delta_') / 2) _).
      { arith. }
      apply (eq_eq _ (1 / 2) _); [ | same ].
      refine (f_equal2 Rdiv _ eq_refl).
      apply variable0. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ ((Rabs (e k) - delta_ / 2) - (1 / 2) * delta_) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { arith. }
    apply (eq_eq _ (delta_ * (-1 / 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      arith. }
    arith. }
Qed.

Lemma shared_12 :
  rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_ / 2 - (1 / 2) * delta_)) / INR N = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_13 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> delta_)) ->
  pd (at0 delta_) (fun delta_' => L_of N e delta_') = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2)))) / INR N) _).
  { rule shared_10. }
  apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_ / 2 - (1 / 2) * delta_)) / INR N) _).
  { rule shared_11. }
  rule shared_12.
Qed.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall i', (i' < N)%nat -> Rabs (e i') <> delta_).
Hypothesis given2 : 0 < delta_.

(* chain rule through e_k *)
Lemma gradient_1_chain :
  pd (at1 y i) (fun y' => L_of N (e_of y' t) delta_)
  = rsum N (fun k => pd (at1 e k) (fun e' => L_of N e' delta_) * pd (at1 y i) (fun y' => e_of y' t k)).
Proof.
  assert ((forall i', (i' < N)%nat -> ((delta_ < Rabs (e i')) -> e i' <> 0))).
  { intros i' ?.
    intro.
    rule (shared_1 i'). }
  apply (chain1 (at1 y i) N (fun e' => L_of N e' delta_) (fun y' => e_of y' t)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_k and ∂e_k/∂y_i *)
Lemma gradient_2_lemma :
  rsum N (fun k => pd (at1 e k) (fun e' => L_of N e' delta_) * pd (at1 y i) (fun y' => e_of y' t k))
  = rsum N (fun k => (if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N * delta k i).
Proof.
  rule (shared_3 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  rsum N (fun k => (if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N * delta k i)
  = (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N.
Proof.
  rule (shared_4 i).
Qed.

Lemma gradient_needs_1 :
  (forall i', (i' < N)%nat -> ((delta_ < Rabs (e i')) -> e i' <> 0)).
Proof.
  intros i' ?.
  intro.
  rule (shared_1 i').
Qed.

Theorem gradient :
  is_pd (at1 y i) (fun y' => L_of N (e_of y' t) delta_)
  ((if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma gradient_3_sum_delta)).
Qed.
End gradient.

(** * Derivative of L by y *)

Section derivative_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* chain rule through e_i *)
Lemma derivative_L_y_1_chain :
  pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_)
  = rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 y j) (fun y' => e_of y' t i)).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply (chain1 (at1 y j) N (fun e' => L_of N e' delta_) (fun y' => e_of y' t)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_i and ∂e_i/∂y_j *)
Lemma derivative_L_y_2_lemma :
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 y j) (fun y' => e_of y' t i))
  = rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * delta i j).
Proof.
  rule (shared_3 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_y_3_sum_delta :
  rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * delta i j)
  = (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N.
Proof.
  rule (shared_4 j).
Qed.

Lemma derivative_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem derivative_L_y :
  is_pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_)
  ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  pose proof derivative_L_y_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_y_1_chain (eq_eq _ _ _ derivative_L_y_2_lemma derivative_L_y_3_sum_delta)).
Qed.
End derivative_L_y.

(** * VJP of L for y *)

Section vjp_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* put in ∂ℒ/∂y_j *)
Lemma vjp_L_y_1_lemma :
  L_bar * pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_)
  = L_bar * ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 j).
Qed.

(* rearrange *)
Lemma vjp_L_y_2_ring :
  L_bar * ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N)
  = L_bar * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N.
Proof.
  apply (eq_eq _ (L_bar * ((if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ ((if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N) _).
  { rule (shared_6 j). }
  fractions.
Qed.

Lemma vjp_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem vjp_L_y :
  is_pd (at1 y j) (fun y' => L_bar * L_of N (e_of y' t) delta_)
  (L_bar * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  pose proof vjp_L_y_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_y_1_lemma vjp_L_y_2_ring).
Qed.
End vjp_L_y.

(** * JVP of L for y *)

Section jvp_L_y.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* put in ∂ℒ/∂y_j *)
Lemma jvp_L_y_1_lemma :
  rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_) * y_dot j)
  = rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * y_dot j).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_y_2_sum_factor :
  rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * y_dot j)
  = rsum N (fun j => y_dot j * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * y_dot j / INR N)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N * y_dot j) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    fractions. }
  apply (eq_eq _ (rsum N (fun j => 1 / INR N * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * y_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_) * y_dot k)) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_) * y_dot k)) _).
  { rule_same (sum_factor N (1 / INR N) (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * y_dot j) (fun j => true)). }
  apply (eq_eq _ (1 / INR N * rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * y_dot j)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * y_dot j) / INR N) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (y_dot j * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  arith.
Qed.

Lemma jvp_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem jvp_L_y :
  is_pd (at0 0) (fun t' => L_of N (e_of (line1 y y_dot t') t) delta_)
  (rsum N (fun j => y_dot j * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j))) / INR N).
Proof.
  pose proof jvp_L_y_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_) * y_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) delta_) * y_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N y (fun y' => L_of N (e_of y' t) delta_) (fun t' => (line1 y y_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_y_1_lemma jvp_L_y_2_sum_factor).
Qed.
End jvp_L_y.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* chain rule through e_i *)
Lemma derivative_L_t_1_chain :
  pd (at1 t j) (fun t' => L_of N (e_of y t') delta_)
  = rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 t j) (fun t' => e_of y t' i)).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply (chain1 (at1 t j) N (fun e' => L_of N e' delta_) (fun t' => e_of y t')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_i and ∂e_i/∂t_j *)
Lemma derivative_L_t_2_lemma :
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' delta_) * pd (at1 t j) (fun t' => e_of y t' i))
  = rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * (- delta i j)).
Proof.
  rule (shared_7 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_3_sum_delta :
  rsum N (fun i => (if leb (Rabs (e i)) delta_ then e i else delta_ * signum (e i)) / INR N * (- delta i j))
  = - ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  rule (shared_8 j).
Qed.

Lemma derivative_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of N (e_of y t') delta_)
  (- ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N)).
Proof.
  pose proof derivative_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_chain (eq_eq _ _ _ derivative_L_t_2_lemma derivative_L_t_3_sum_delta)).
Qed.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of N (e_of y t') delta_)
  = L_bar * (- ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N)).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N))
  = - (L_bar * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N).
Proof.
  apply (eq_eq _ (L_bar * (- ((if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ (- ((if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * L_bar / INR N)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (L_bar * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) / INR N)) _).
  { refine (f_equal Ropp _).
    rule (shared_6 j). }
  fractions.
Qed.

Lemma vjp_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of N (e_of y t') delta_)
  (- (L_bar * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N)).
Proof.
  pose proof vjp_L_t_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of N (e_of y t') delta_)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).
Hypothesis given2 : 0 < delta_.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun j => pd (at1 t j) (fun t' => L_of N (e_of y t') delta_) * t_dot j)
  = rsum N (fun j => - ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * t_dot j)).
Proof.
  assert ((forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N)) * t_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_2_sum_factor :
  rsum N (fun j => - ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * t_dot j))
  = - rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) * t_dot j / INR N).
Proof.
  apply (eq_eq _ (rsum N (fun j => (-1) * ((if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N) * t_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (-1) * ((if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N) * t_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun k => (if leb (Rabs (e k)) delta_ then e k else delta_ * signum (e k)) / INR N * t_dot k)) _).
  { rule_same (sum_factor N (-1) (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * t_dot j) (fun j => true)). }
  apply (eq_eq _ ((-1) * rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) / INR N * t_dot j)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) * t_dot j / INR N)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_3_sum_factor :
  - rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j)) * t_dot j / INR N)
  = - (rsum N (fun j => t_dot j * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j))) / INR N).
Proof.
  apply (eq_eq _ (- (1 / INR N * rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * t_dot j))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * t_dot j / INR N)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl).
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ (rsum N (fun j => 1 / INR N * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * t_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb (Rabs (e k)) delta_ then e k else signum (e k) * delta_) * t_dot k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * t_dot j) (fun j => true)). }
  apply (eq_eq _ (- (rsum N (fun j => (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_) * t_dot j) / INR N)) _).
  { fractions. }
  symmetry.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (t_dot j * (if leb (Rabs (e j)) delta_ then e j else signum (e j) * delta_)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  arith.
Qed.

Lemma jvp_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((delta_ < Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N (e_of y (line1 t t_dot t')) delta_)
  (- (rsum N (fun j => t_dot j * (if leb (Rabs (e j)) delta_ then e j else delta_ * signum (e j))) / INR N)).
Proof.
  pose proof jvp_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t' => L_of N (e_of y t') delta_) * t_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t'' => L_of N (e_of y t'') delta_) * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N (e_of y t'') delta_) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma (eq_eq _ _ _ jvp_L_t_2_sum_factor jvp_L_t_3_sum_factor)).
Qed.
End jvp_L_t.

(** * Derivative of L by delta_ *)

Section derivative_L_delta_.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).

(* definition of ℒ *)
Lemma derivative_L_delta__1_unfold :
  pd (at0 delta_) (fun delta_' => L_of N e delta_')
  = pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_delta__2_diff_scale :
  pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2))) / INR N)
  = pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2)))) / INR N.
Proof.
  rule shared_10.
Qed.

(* differentiate under the sum; differentiate each branch; product rule *)
Lemma derivative_L_delta__3_diff_sum :
  pd (at0 delta_) (fun delta_' => rsum N (fun i => (if leb (Rabs (e i)) delta_' then e i ^ 2 / 2 else delta_' * (Rabs (e i) - delta_' / 2)))) / INR N
  = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_ / 2 - (1 / 2) * delta_)) / INR N.
Proof.
  rule shared_11.
Qed.

(* rearrange *)
Lemma derivative_L_delta__4_ring :
  rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_ / 2 - (1 / 2) * delta_)) / INR N
  = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N.
Proof.
  rule shared_12.
Qed.

Theorem derivative_L_delta_ :
  is_pd (at0 delta_) (fun delta_' => L_of N e delta_')
  (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_delta__1_unfold (eq_eq _ _ _ derivative_L_delta__2_diff_scale (eq_eq _ _ _ derivative_L_delta__3_diff_sum derivative_L_delta__4_ring))).
Qed.
End derivative_L_delta_.

(** * VJP of L for delta_ *)

Section vjp_L_delta_.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).

(* put in ∂ℒ/∂δ *)
Lemma vjp_L_delta__1_lemma :
  L_bar * pd (at0 delta_) (fun delta_' => L_of N e delta_')
  = L_bar * (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_13.
Qed.

(* rearrange *)
Lemma vjp_L_delta__2_ring :
  L_bar * (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N)
  = L_bar * rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_delta_ :
  is_pd (at0 delta_) (fun delta_' => L_bar * L_of N e delta_')
  (L_bar * rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 delta_) (fun delta_' => L_of N e delta_')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_delta__1_lemma vjp_L_delta__2_ring).
Qed.
End vjp_L_delta_.

(** * JVP of L for delta_ *)

Section jvp_L_delta_.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> delta_).

(* put in ∂ℒ/∂δ *)
Lemma jvp_L_delta__1_lemma :
  pd (at0 delta_) (fun delta_' => L_of N e delta_') * delta__dot
  = rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N * delta__dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_13.
Qed.

(* rearrange *)
Lemma jvp_L_delta__2_ring :
  rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N * delta__dot
  = delta__dot * rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) * delta__dot / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_L_delta_ :
  is_pd (at0 0) (fun t' => L_of N e (line0 delta_ delta__dot t'))
  (delta__dot * rsum N (fun k => (if leb (Rabs (e k)) delta_ then 0 else Rabs (e k) - delta_)) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 delta_) (fun delta_' => L_of N e delta_') * delta__dot) _).
  { apply (eq_eq _ (pd (at0 delta_) (fun delta_' => L_of N e delta_') * delta__dot) _).
    { refine (eq_trans (chain0_at (at0 0) delta_ (fun delta_' => L_of N e delta_') (fun t' => (line0 delta_ delta__dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_delta__1_lemma jvp_L_delta__2_ring).
Qed.
End jvp_L_delta_.
End huber_loss_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i', (i' < N)%nat -> Rabs (e_of y t i') <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_y can be met *)
Lemma derivative_L_y_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_y can be met *)
Lemma vjp_L_y_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_y can be met *)
Lemma jvp_L_y_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_t can be met *)
Lemma derivative_L_t_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_t can be met *)
Lemma vjp_L_t_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_t can be met *)
Lemma jvp_L_t_possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)) /\ (0 < delta_).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_delta_ can be met *)
Lemma derivative_L_delta__possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_delta_ can be met *)
Lemma vjp_L_delta__possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_delta_ can be met *)
Lemma jvp_L_delta__possible :
  exists (N : nat) (delta_ : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> delta_)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
