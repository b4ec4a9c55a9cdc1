(* made by derive, do not edit *)
(* Smooth L1

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition e_of (y : nat -> R) (t : nat -> R) (i : nat) : R :=
  y i - t i.
#[local] Hint Unfold e_of : definitions.
Definition L_of (N : nat) (e : nat -> R) (beta : R) : R :=
  rsum N (fun i => (if ltb (Rabs (e i)) beta then e i ^ 2 / (2 * beta) else Rabs (e i) - beta / 2)) / INR N.
#[local] Hint Unfold L_of : definitions.

Section smooth_l1_theory.
Variable (N : nat).
Variables (beta beta_dot L_bar : R).
Variables (t y t_dot y_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation e := (e_of y t).
Local Notation L := (L_of N e beta).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  (0 < beta) ->
  (beta <= Rabs (e i)) ->
  e i <> 0.
Proof.
  intros i ? ? ?.
  assert (0 < Rabs (e i)).
  { apply (lt_eq _ (1 * (Rabs (e i) - beta) + 1 * beta) _).
    { sgn. }
    symmetry.
    arith. }
  sgn.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  ((forall i', (i' < N)%nat -> Rabs (e i') <> beta)) ->
  (0 < beta) ->
  pd (at1 e i) (fun e' => L_of N e' beta) = (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N.
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)) / INR N)) _).
  { assert ((forall i', (i' < N)%nat -> ((beta <= Rabs (e i')) -> e i' <> 0))).
    { intros i' ?.
      intro.
      rule (shared_1 i'). }
    apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun i' => (if ltb (Rabs (e' i')) beta then e' i' ^ 2 / (2 * beta) else Rabs (e' i') - beta / 2)) / INR N)) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (pd (at1 e i) (fun e' => rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2))) / INR N) _).
  { assert ((forall k, (k < N)%nat -> ((beta <= Rabs (e k)) -> e k <> 0))).
    { intros k ?.
      intro.
      rule (shared_1 k). }
    apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / INR N * rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)))) _).
    { apply pd_ext.
      intros e'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / INR N * rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR N * pd (at1 e i) (fun e' => rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)))) _).
    { assert (pd (at1 e i) (fun e' => 1 / INR N) = 0).
      { apply constant. }
      rule (diff_scale (at1 e i) (fun e' => 1 / INR N) (fun e' => rsum N (fun k => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)))). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then 2 * e k * delta k i / (2 * beta) else signum (e k) * delta k i)) / INR N) _).
  { assert ((forall k, (k < N)%nat -> ((beta <= Rabs (e k)) -> e k <> 0))).
    { intros k ?.
      intro.
      rule (shared_1 k). }
    apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then 2 * e k ^ 1 * delta k i / (2 * beta) else signum (e k) * delta k i + 0)) / INR N) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => pd (at1 e i) (fun e' => (if ltb (Rabs (e' k)) beta then e' k ^ 2 / (2 * beta) else Rabs (e' k) - beta / 2)))) _).
      { rule (diff_sum (at1 e i) N (fun l e' => (if ltb (Rabs (e' l)) beta then e' l ^ 2 / (2 * beta) else Rabs (e' l) - beta / 2)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if ltb (Rabs (e k)) beta then pd (at1 e i) (fun e' => e' k ^ 2 / (2 * beta)) else pd (at1 e i) (fun e' => Rabs (e' k) - beta / 2))) _).
      { rule (diff_if (at1 e i) (fun e' => e' k ^ 2 / (2 * beta)) (fun e' => Rabs (e' k) - beta / 2) (fun e' => ltb (Rabs (e' k)) beta)). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / (2 * beta) * e' k ^ 2)) _).
        { apply pd_ext.
          intros e'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at1 e i) (fun e' => 1 / (2 * beta) * e' k ^ 2)) _).
        { reflexivity. }
        apply (eq_eq _ (1 / (2 * beta) * pd (at1 e i) (fun e' => e' k ^ 2)) _).
        { assert (pd (at1 e i) (fun e' => 1 / (2 * beta)) = 0).
          { apply constant. }
          rule (diff_scale (at1 e i) (fun e' => 1 / (2 * beta)) (fun e' => e' k ^ 2)). }
        apply (eq_eq _ (pd (at1 e i) (fun e' => e' k ^ 2) / (2 * beta)) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (2 * e k ^ 1 * pd (at1 e i) (fun e' => e' k)) _).
        { assert (pd (at1 e i) (fun e' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 e i) (fun e' => e' k) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply variable1. }
      { apply (eq_eq _ (pd (at1 e i) (fun e' => Rabs (e' k)) + pd (at1 e i) (fun e' => - (beta / 2))) _).
        { rule (diff_add (at1 e i) (fun e' => Rabs (e' k)) (fun e' => - (beta / 2))). }
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
    { arith. } }
  apply (eq_eq _ ((if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if ltb (Rabs (e k)) beta then delta k i * e k / beta else delta k i * signum (e k))) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { fractions. }
        { arith. } }
      apply (eq_eq _ ((if ltb (Rabs (e k)) beta then delta k i * (e k / beta) else delta k i * signum (e k))) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { fractions. }
        { reflexivity. } }
      rule (if_factor (delta k i) (e k / beta) (signum (e k)) (ltb (Rabs (e k)) beta)). }
    rule (sum_delta N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k))) i). }
  reflexivity.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 y j) (fun y' => e_of y' t i)) = rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * delta i j).
Proof.
  intros j ? ? ?.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
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
  rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * delta i j) = (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun i => delta i j * ((if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k j * ((if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N))) _); [ same | ].
  rule (sum_delta N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N) j).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  pd (at1 y j) (fun y' => L_of N (e_of y' t) beta) = (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N.
Proof.
  intros j ? ? ?.
  apply (eq_eq _ (rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 y j) (fun y' => e_of y' t i))) _).
  { assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
    { intros i ?.
      intro.
      rule (shared_1 i). }
    apply (chain1 (at1 y j) N (fun e' => L_of N e' beta) (fun y' => e_of y' t)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * delta i j)) _).
  { rule (shared_3 j). }
  rule (shared_4 j).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 t j) (fun t' => e_of y t' i)) = rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * (- delta i j)).
Proof.
  intros j ? ? ?.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
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

Lemma shared_7 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * (- delta i j)) = - ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun i => delta i j * (- ((if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N)))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k j * (- ((if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N)))) _); [ same | ].
  rule (sum_delta N (fun i => - ((if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N)) j).
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  pd (at1 t j) (fun t' => L_of N (e_of y t') beta) = - ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  intros j ? ? ?.
  apply (eq_eq _ (rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 t j) (fun t' => e_of y t' i))) _).
  { assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
    { intros i ?.
      intro.
      rule (shared_1 i). }
    apply (chain1 (at1 t j) N (fun e' => L_of N e' beta) (fun t' => e_of y t')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * (- delta i j))) _).
  { rule (shared_6 j). }
  rule (shared_7 j).
Qed.

Lemma shared_9 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)) / INR N) = pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2))) / INR N.
Proof.
  intros ? ?.
  assert ((forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0))).
  { intros i ?.
    intro.
    sgn. }
  apply (eq_eq _ (pd (at0 beta) (fun beta' => 1 / INR N * rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)))) _).
  { apply pd_ext.
    intros beta'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 beta) (fun beta' => 1 / INR N * rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)))) _).
  { assert (pd (at0 beta) (fun beta' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at0 beta) (fun beta' => 1 / INR N) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)))). }
  fractions.
Qed.

Lemma shared_10 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2))) / INR N = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (2 * e k ^ 2 / (2 * beta) ^ 2) else (-1 / 2))) / INR N.
Proof.
  intros ? ?.
  assert ((forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0))).
  { intros i ?.
    intro.
    sgn. }
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta) ^ 2 * 2 * 1) else 0 + (-1 / 2))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 beta) (fun beta' => rsum N (fun k => (if ltb (Rabs (e k)) beta' then e k ^ 2 / (2 * beta') else Rabs (e k) - beta' / 2)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at0 beta) (fun beta' => (if ltb (Rabs (e k)) beta' then e k ^ 2 / (2 * beta') else Rabs (e k) - beta' / 2)))) _).
    { rule (diff_sum (at0 beta) N (fun k beta' => (if ltb (Rabs (e k)) beta' then e k ^ 2 / (2 * beta') else Rabs (e k) - beta' / 2)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if ltb (Rabs (e k)) beta then pd (at0 beta) (fun beta' => e k ^ 2 / (2 * beta')) else pd (at0 beta) (fun beta' => Rabs (e k) - beta' / 2))) _).
    { rule (diff_if (at0 beta) (fun beta' => e k ^ 2 / (2 * beta')) (fun beta' => Rabs (e k) - beta' / 2) (fun beta' => ltb (Rabs (e k)) beta')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (- (e k ^ 2 / (2 * beta) ^ 2 * pd (at0 beta) (fun beta' => 2 * beta'))) _).
      { assert (pd (at0 beta) (fun beta' => e k ^ 2) = 0).
        { apply constant. }
        rule (diff_inverse (at0 beta) (fun beta' => e k ^ 2) (fun beta' => 2 * beta')). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (e k ^ 2 / (2 * beta) ^ 2 * (2 * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => 2 * beta')) _).
      { reflexivity. }
      apply (eq_eq _ (2 * pd (at0 beta) (fun beta' => beta')) _).
      { assert (pd (at0 beta) (fun beta' => 2) = 0).
        { apply constant. }
        rule (diff_scale (at0 beta) (fun beta' => 2) (fun beta' => beta')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    { apply (eq_eq _ (pd (at0 beta) (fun beta' => Rabs (e k)) + pd (at0 beta) (fun beta' => - (beta' / 2))) _).
      { rule (diff_add (at0 beta) (fun beta' => Rabs (e k)) (fun beta' => - (beta' / 2))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 beta) (fun beta' => beta' / 2)) _).
      { rule (diff_neg (at0 beta) (fun beta' => beta' / 2)). }
      apply (eq_eq _ (- (1 / 2)) _); [ | same ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at0 beta) (fun beta' => (1 / 2) * beta')) _).
      { apply pd_ext.
        intros beta'; cbv beta.
        arith. }
      apply (eq_eq _ (pd (at0 beta) (fun beta' => (1 / 2) * beta')) _).
      { reflexivity. }
      apply (eq_eq _ ((1 / 2) * pd (at0 beta) (fun beta' => beta')) _).
      { assert (pd (at0 beta) (fun beta' => (1 / 2)) = 0).
        { apply constant. }
        rule (diff_scale (at0 beta) (fun beta' => (1 / 2)) (fun beta' => beta')). }
      apply (eq_eq _ (pd (at0 beta) (fun beta' => beta') / 2) _).
      { arith. }
      apply (eq_eq _ (1 / 2) _); [ | same ].
      refine (f_equal2 Rdiv _ eq_refl).
      apply variable0. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { refine (f_equal Ropp _).
    fractions. }
  { arith. }
Qed.

Lemma shared_11 :
  rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N = rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { fractions. }
  { reflexivity. }
Qed.

Lemma shared_12 :
  rsum N (fun k => (if ltb (Rabs (e k)) beta then - (2 * e k ^ 2 / (2 * beta) ^ 2) else (-1 / 2))) / INR N = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  symmetry.
  rule shared_11.
Qed.

Lemma shared_13 :
  ((forall i, (i < N)%nat -> Rabs (e i) <> beta)) ->
  (0 < beta) ->
  pd (at0 beta) (fun beta' => L_of N e beta') = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N.
Proof.
  intros ? ?.
  apply (eq_eq _ (pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2))) / INR N) _).
  { rule shared_9. }
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - (2 * e k ^ 2 / (2 * beta) ^ 2) else (-1 / 2))) / INR N) _).
  { rule shared_10. }
  rule shared_12.
Qed.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall i', (i' < N)%nat -> Rabs (e i') <> beta).
Hypothesis given2 : 0 < beta.

(* chain rule through e_k *)
Lemma gradient_1_chain :
  pd (at1 y i) (fun y' => L_of N (e_of y' t) beta)
  = rsum N (fun k => pd (at1 e k) (fun e' => L_of N e' beta) * pd (at1 y i) (fun y' => e_of y' t k)).
Proof.
  assert ((forall i', (i' < N)%nat -> ((beta <= Rabs (e i')) -> e i' <> 0))).
  { intros i' ?.
    intro.
    rule (shared_1 i'). }
  apply (chain1 (at1 y i) N (fun e' => L_of N e' beta) (fun y' => e_of y' t)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_k and ∂e_k/∂y_i *)
Lemma gradient_2_lemma :
  rsum N (fun k => pd (at1 e k) (fun e' => L_of N e' beta) * pd (at1 y i) (fun y' => e_of y' t k))
  = rsum N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N * delta k i).
Proof.
  rule (shared_3 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  rsum N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N * delta k i)
  = (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N.
Proof.
  rule (shared_4 i).
Qed.

Lemma gradient_needs_1 :
  (forall i', (i' < N)%nat -> ((beta <= Rabs (e i')) -> e i' <> 0)).
Proof.
  intros i' ?.
  intro.
  rule (shared_1 i').
Qed.

Theorem gradient :
  is_pd (at1 y i) (fun y' => L_of N (e_of y' t) beta)
  ((if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N).
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
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* chain rule through e_i *)
Lemma derivative_L_y_1_chain :
  pd (at1 y j) (fun y' => L_of N (e_of y' t) beta)
  = rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 y j) (fun y' => e_of y' t i)).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply (chain1 (at1 y j) N (fun e' => L_of N e' beta) (fun y' => e_of y' t)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_i and ∂e_i/∂y_j *)
Lemma derivative_L_y_2_lemma :
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 y j) (fun y' => e_of y' t i))
  = rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * delta i j).
Proof.
  rule (shared_3 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_y_3_sum_delta :
  rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * delta i j)
  = (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N.
Proof.
  rule (shared_4 j).
Qed.

Lemma derivative_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem derivative_L_y :
  is_pd (at1 y j) (fun y' => L_of N (e_of y' t) beta)
  ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
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
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂y_j *)
Lemma vjp_L_y_1_lemma :
  L_bar * pd (at1 y j) (fun y' => L_of N (e_of y' t) beta)
  = L_bar * ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 j).
Qed.

(* rearrange *)
Lemma vjp_L_y_2_ring :
  L_bar * ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N)
  = L_bar * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N.
Proof.
  apply (eq_eq _ ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem vjp_L_y :
  is_pd (at1 y j) (fun y' => L_bar * L_of N (e_of y' t) beta)
  (L_bar * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  pose proof vjp_L_y_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 y j) (fun y' => L_of N (e_of y' t) beta)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_y_1_lemma vjp_L_y_2_ring).
Qed.
End vjp_L_y.

(** * JVP of L for y *)

Section jvp_L_y.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂y_j *)
Lemma jvp_L_y_1_lemma :
  rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) beta) * y_dot j)
  = rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * y_dot j).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_y_2_sum_factor :
  rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * y_dot j)
  = rsum N (fun j => y_dot j * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * y_dot j / INR N)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun j => 1 / INR N * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * y_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) * y_dot k)) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) * y_dot k)) _).
  { rule_same (sum_factor N (1 / INR N) (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * y_dot j) (fun j => true)). }
  apply (eq_eq _ (1 / INR N * rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * y_dot j)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * y_dot j) / INR N) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros j ?; cbv beta.
  arith.
Qed.

Lemma jvp_L_y_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem jvp_L_y :
  is_pd (at0 0) (fun t' => L_of N (e_of (line1 y y_dot t') t) beta)
  (rsum N (fun j => y_dot j * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j))) / INR N).
Proof.
  pose proof jvp_L_y_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) beta) * y_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N (e_of y' t) beta) * y_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N y (fun y' => L_of N (e_of y' t) beta) (fun t' => (line1 y y_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
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
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* chain rule through e_i *)
Lemma derivative_L_t_1_chain :
  pd (at1 t j) (fun t' => L_of N (e_of y t') beta)
  = rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 t j) (fun t' => e_of y t' i)).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply (chain1 (at1 t j) N (fun e' => L_of N e' beta) (fun t' => e_of y t')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂e_i and ∂e_i/∂t_j *)
Lemma derivative_L_t_2_lemma :
  rsum N (fun i => pd (at1 e i) (fun e' => L_of N e' beta) * pd (at1 t j) (fun t' => e_of y t' i))
  = rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * (- delta i j)).
Proof.
  rule (shared_6 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_3_sum_delta :
  rsum N (fun i => (if ltb (Rabs (e i)) beta then e i / beta else signum (e i)) / INR N * (- delta i j))
  = - ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  rule (shared_7 j).
Qed.

Lemma derivative_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of N (e_of y t') beta)
  (- ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N)).
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
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of N (e_of y t') beta)
  = L_bar * (- ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N)).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_8 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N))
  = - (L_bar * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N).
Proof.
  apply (eq_eq _ (- ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * L_bar / INR N)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of N (e_of y t') beta)
  (- (L_bar * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N)).
Proof.
  pose proof vjp_L_t_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of N (e_of y t') beta)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun j => pd (at1 t j) (fun t' => L_of N (e_of y t') beta) * t_dot j)
  = rsum N (fun j => - ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * t_dot j)).
Proof.
  assert ((forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0))).
  { intros i ?.
    intro.
    rule (shared_1 i). }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N)) * t_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_8 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_2_sum_factor :
  rsum N (fun j => - ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * t_dot j))
  = - rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j / INR N).
Proof.
  apply (eq_eq _ (rsum N (fun j => (-1) * ((if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N) * t_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (-1) * ((if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N) * t_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) / INR N * t_dot k)) _).
  { rule_same (sum_factor N (-1) (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * t_dot j) (fun j => true)). }
  apply (eq_eq _ ((-1) * rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) / INR N * t_dot j)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j / INR N)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_3_sum_factor :
  - rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j / INR N)
  = - (rsum N (fun j => t_dot j * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j))) / INR N).
Proof.
  apply (eq_eq _ (- (1 / INR N * rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun j => 1 / INR N * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => (if ltb (Rabs (e k)) beta then e k / beta else signum (e k)) * t_dot k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j) (fun j => true)). }
  apply (eq_eq _ (- (rsum N (fun j => (if ltb (Rabs (e j)) beta then e j / beta else signum (e j)) * t_dot j) / INR N)) _).
  { fractions. }
  symmetry.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros j ?; cbv beta.
  arith.
Qed.

Lemma jvp_L_t_needs_1 :
  (forall i, (i < N)%nat -> ((beta <= Rabs (e i)) -> e i <> 0)).
Proof.
  intros i ?.
  intro.
  rule (shared_1 i).
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N (e_of y (line1 t t_dot t')) beta)
  (- (rsum N (fun j => t_dot j * (if ltb (Rabs (e j)) beta then e j / beta else signum (e j))) / INR N)).
Proof.
  pose proof jvp_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t' => L_of N (e_of y t') beta) * t_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t'' => L_of N (e_of y t'') beta) * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N (e_of y t'') beta) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma (eq_eq _ _ _ jvp_L_t_2_sum_factor jvp_L_t_3_sum_factor)).
Qed.
End jvp_L_t.

(** * Derivative of L by beta *)

Section derivative_L_beta.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* definition of ℒ *)
Lemma derivative_L_beta_1_unfold :
  pd (at0 beta) (fun beta' => L_of N e beta')
  = pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_beta_2_diff_scale :
  pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2)) / INR N)
  = pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2))) / INR N.
Proof.
  rule shared_9.
Qed.

(* differentiate under the sum; differentiate each branch; derivative of a reciprocal *)
Lemma derivative_L_beta_3_diff_sum :
  pd (at0 beta) (fun beta' => rsum N (fun i => (if ltb (Rabs (e i)) beta' then e i ^ 2 / (2 * beta') else Rabs (e i) - beta' / 2))) / INR N
  = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (2 * e k ^ 2 / (2 * beta) ^ 2) else (-1 / 2))) / INR N.
Proof.
  rule shared_10.
Qed.

(* rearrange *)
Lemma derivative_L_beta_4_ring :
  rsum N (fun k => (if ltb (Rabs (e k)) beta then - (2 * e k ^ 2 / (2 * beta) ^ 2) else (-1 / 2))) / INR N
  = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N.
Proof.
  rule shared_12.
Qed.

Lemma derivative_L_beta_needs_1 :
  (forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0)).
Proof.
  intros i ?.
  intro.
  sgn.
Qed.

Theorem derivative_L_beta :
  is_pd (at0 beta) (fun beta' => L_of N e beta')
  (rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N).
Proof.
  pose proof derivative_L_beta_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_beta_1_unfold (eq_eq _ _ _ derivative_L_beta_2_diff_scale (eq_eq _ _ _ derivative_L_beta_3_diff_sum derivative_L_beta_4_ring))).
Qed.
End derivative_L_beta.

(** * VJP of L for beta *)

Section vjp_L_beta.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂β *)
Lemma vjp_L_beta_1_lemma :
  L_bar * pd (at0 beta) (fun beta' => L_of N e beta')
  = L_bar * (rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N).
Proof.
  assert ((forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0))).
  { intros i ?.
    intro.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_13.
Qed.

(* rearrange *)
Lemma vjp_L_beta_2_ring :
  L_bar * (rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N)
  = L_bar * rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N.
Proof.
  apply (eq_eq _ (L_bar * (rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_11. }
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  fractions.
Qed.

Lemma vjp_L_beta_needs_1 :
  (forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0)).
Proof.
  intros i ?.
  intro.
  sgn.
Qed.

Theorem vjp_L_beta :
  is_pd (at0 beta) (fun beta' => L_bar * L_of N e beta')
  (L_bar * rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N).
Proof.
  pose proof vjp_L_beta_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 beta) (fun beta' => L_of N e beta')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_beta_1_lemma vjp_L_beta_2_ring).
Qed.
End vjp_L_beta.

(** * JVP of L for beta *)

Section jvp_L_beta.
Hypothesis given1 : (forall i, (i < N)%nat -> Rabs (e i) <> beta).
Hypothesis given2 : 0 < beta.

(* put in ∂ℒ/∂β *)
Lemma jvp_L_beta_1_lemma :
  pd (at0 beta) (fun beta' => L_of N e beta') * beta_dot
  = rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N * beta_dot.
Proof.
  assert ((forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0))).
  { intros i ?.
    intro.
    sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_13.
Qed.

(* rearrange *)
Lemma jvp_L_beta_2_ring :
  rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N * beta_dot
  = beta_dot * rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N * beta_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_11. }
  apply (eq_eq _ (rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) * beta_dot / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (beta_dot * rsum N (fun k => (if ltb (Rabs (e k)) beta then - ((1 / 2) * e k ^ 2 / beta ^ 2) else (-1 / 2))) / INR N) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  fractions.
Qed.

Lemma jvp_L_beta_needs_1 :
  (forall i, (i < N)%nat -> ((Rabs (e i) < beta) -> 2 * beta <> 0)).
Proof.
  intros i ?.
  intro.
  sgn.
Qed.

Theorem jvp_L_beta :
  is_pd (at0 0) (fun t' => L_of N e (line0 beta beta_dot t'))
  (beta_dot * rsum N (fun k => (if ltb (Rabs (e k)) beta then - (e k ^ 2 / (2 * beta ^ 2)) else (-1 / 2))) / INR N).
Proof.
  pose proof jvp_L_beta_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 beta) (fun beta' => L_of N e beta') * beta_dot) _).
  { apply (eq_eq _ (pd (at0 beta) (fun beta' => L_of N e beta') * beta_dot) _).
    { refine (eq_trans (chain0_at (at0 0) beta (fun beta' => L_of N e beta') (fun t' => (line0 beta beta_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_beta_1_lemma jvp_L_beta_2_ring).
Qed.
End jvp_L_beta.
End smooth_l1_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i', (i' < N)%nat -> Rabs (e_of y t i') <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_y can be met *)
Lemma derivative_L_y_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_y can be met *)
Lemma vjp_L_y_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_y can be met *)
Lemma jvp_L_y_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_t can be met *)
Lemma derivative_L_t_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_t can be met *)
Lemma vjp_L_t_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_t can be met *)
Lemma jvp_L_t_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_beta can be met *)
Lemma derivative_L_beta_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_beta can be met *)
Lemma vjp_L_beta_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_beta can be met *)
Lemma jvp_L_beta_possible :
  exists (N : nat) (beta : R) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> Rabs (e_of y t i) <> beta)) /\ (0 < beta).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
