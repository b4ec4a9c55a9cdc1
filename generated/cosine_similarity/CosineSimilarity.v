(* made by derive, do not edit *)
(* Cosine similarity

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (D' : nat) (x : nat -> R) : R :=
  sqrt (rsum D' (fun i => x i ^ 2)).
#[local] Hint Unfold u_of : definitions.
Definition v_of (D' : nat) (z : nat -> R) : R :=
  sqrt (rsum D' (fun i => z i ^ 2)).
#[local] Hint Unfold v_of : definitions.
Definition s_of (D' : nat) (x : nat -> R) (z : nat -> R) (u : R) (v : R) : R :=
  rsum D' (fun i => x i * z i) / (u * v).
#[local] Hint Unfold s_of : definitions.

Section cosine_similarity_theory.
Variable (D' : nat).
Variable (s_bar : R).
Variables (x z z_dot x_dot : nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Local Notation u := (u_of D' x).
Local Notation v := (v_of D' z).
Local Notation s := (s_of D' x z u v).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => x i ^ 2)) ->
  (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2 = (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ? ?.
  apply (eq_eq _ ((rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j)) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp _)) eq_refl).
    { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun k => x' k * z k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x j) (fun x' => x' k * z k))) _).
      { rule (diff_sum (at1 x j) D' (fun k x' => x' k * z k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => z k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (z k * pd (at1 x j) (fun x' => x' k)) _).
      { assert (pd (at1 x j) (fun x' => z k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x j) (fun x' => z k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * (v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => v * u_of D' x')) _).
    { apply pd_ext.
      intros x'; cbv beta.
      arith. }
    apply (eq_eq _ (v * pd (at1 x j) (fun x' => u_of D' x')) _).
    { assert (pd (at1 x j) (fun x' => v) = 0).
      { apply constant. }
      rule (diff_scale (at1 x j) (fun x' => v) (fun x' => u_of D' x')). }
    apply (eq_eq _ (v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => sqrt (rsum D' (fun i => x' i ^ 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2))) * pd (at1 x j) (fun x' => rsum D' (fun i => x' i ^ 2))) _).
    { rule (diff_sqrt (at1 x j) (fun x' => rsum D' (fun i => x' i ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun k => x' k ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 x j) (fun x' => x' k ^ 2))) _).
    { rule (diff_sum (at1 x j) D' (fun k x' => x' k ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * x k ^ 1 * pd (at1 x j) (fun x' => x' k)) _).
    { assert (pd (at1 x j) (fun x' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 x j) (fun x' => x' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  apply (eq_eq _ (rsum D' (fun i => x i * z i) * v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k * delta k j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < D')%nat ->
  (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2 = (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ?.
  apply (eq_eq _ ((z j * u * v - rsum D' (fun i => x i * z i) * v * 2 * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum D' (fun k => delta k j * z k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => z k) j). }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * v * (2 * x j)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * x k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun k => 2 * x k) j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
  arith.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < D')%nat ->
  (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2 = z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2).
Proof.
  intros j ?.
  apply (eq_eq _ (z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2))) / (u * v) ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_4 :
  (0 <= rsum D' (fun i => x i ^ 2)) ->
  sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v = rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v.
Proof.
  intros ?.
  apply (eq_eq _ ((rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2))) * v) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ ((sqrt (rsum D' (fun i => x i ^ 2)) ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2))) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square (rsum D' (fun i => x i ^ 2))).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < D')%nat ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  (v <> 0) ->
  z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2) = z j / (u * v) - s * x j / u ^ 2.
Proof.
  intros j ? ? ?.
  assert (0 <= rsum D' (fun i => x i ^ 2)).
  { sgn. }
  apply (eq_eq _ (z j * sqrt (rsum D' (fun i => x i ^ 2)) * v / (sqrt (rsum D' (fun i => x i ^ 2)) * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (sqrt (rsum D' (fun i => x i ^ 2)) * v) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { cancel. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
    rule shared_4. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => x i ^ 2) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * v) * x j / sqrt (rsum D' (fun i => x i ^ 2)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { fractions. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
    rule shared_4. }
  fractions.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => x i ^ 2)) ->
  (v <> 0) ->
  pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v) = z j / (u * v) - s * x j / u ^ 2.
Proof.
  intros j ? ? ?.
  assert (u * v <> 0).
  { sgn. }
  assert (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2) _).
  { rule_same (diff_div (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) (fun x' => u_of D' x' * v)). }
  apply (eq_eq _ ((rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_1 j). }
  apply (eq_eq _ ((z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_2 j). }
  apply (eq_eq _ (z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2)) _).
  { rule (shared_3 j). }
  rule (shared_5 j).
Qed.

Lemma shared_7 :
  s = rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u).
Proof.
  apply (eq_eq _ (rsum D' (fun i => x i * z i) / (u * v)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum D' (fun i => x i * z i) / (u * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => z i ^ 2)) ->
  (pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 z j) (fun z' => u * v_of D' z')) / (u * v) ^ 2 = (rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ? ?.
  apply (eq_eq _ ((rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j)) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp _)) eq_refl).
    { apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun k => x k * z' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 z j) (fun z' => x k * z' k))) _).
      { rule (diff_sum (at1 z j) D' (fun k z' => x k * z' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 z j) (fun z' => x k * z' k)) _).
      { reflexivity. }
      apply (eq_eq _ (x k * pd (at1 z j) (fun z' => z' k)) _).
      { assert (pd (at1 z j) (fun z' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at1 z j) (fun z' => x k) (fun z' => z' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * (u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => u * v_of D' z')) _).
    { reflexivity. }
    apply (eq_eq _ (u * pd (at1 z j) (fun z' => v_of D' z')) _).
    { assert (pd (at1 z j) (fun z' => u) = 0).
      { apply constant. }
      rule (diff_scale (at1 z j) (fun z' => u) (fun z' => v_of D' z')). }
    apply (eq_eq _ (u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => sqrt (rsum D' (fun i => z' i ^ 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2))) * pd (at1 z j) (fun z' => rsum D' (fun i => z' i ^ 2))) _).
    { rule (diff_sqrt (at1 z j) (fun z' => rsum D' (fun i => z' i ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun k => z' k ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 z j) (fun z' => z' k ^ 2))) _).
    { rule (diff_sum (at1 z j) D' (fun k z' => z' k ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * z k ^ 1 * pd (at1 z j) (fun z' => z' k)) _).
    { assert (pd (at1 z j) (fun z' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 z j) (fun z' => z' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  apply (eq_eq _ (rsum D' (fun i => x i * z i) * u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k * delta k j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  fractions.
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < D')%nat ->
  (rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2 = (x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ?.
  apply (eq_eq _ ((x j * u * v - rsum D' (fun i => x i * z i) * u * 2 * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum D' (fun k => delta k j * x k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => x k) j). }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * u * (2 * z j)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * z k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun k => 2 * z k) j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
  arith.
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < D')%nat ->
  (x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2 = x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2).
Proof.
  intros j ?.
  apply (eq_eq _ (x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2))) / (u * v) ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_11 :
  forall j : nat,
  (j < D')%nat ->
  (0 <= rsum D' (fun i => z i ^ 2)) ->
  - (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) = - (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))).
Proof.
  intros j ? ?.
  refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
  apply (eq_eq _ (sqrt (rsum D' (fun i => x i ^ 2)) * (rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ ((sqrt (rsum D' (fun i => z i ^ 2)) ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2))) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square (rsum D' (fun i => z i ^ 2))).
Qed.

Lemma shared_12 :
  forall j : nat,
  (j < D')%nat ->
  (sqrt (rsum D' (fun i => z i ^ 2)) <> 0) ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2) = x j / (u * v) - s * z j / v ^ 2.
Proof.
  intros j ? ? ?.
  assert (0 <= rsum D' (fun i => z i ^ 2)).
  { sgn. }
  apply (eq_eq _ (x j * sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) ^ 2 - 2 * rsum D' (fun i => x i * z i) * sqrt (rsum D' (fun i => x i ^ 2)) * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { cancel. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { rule (shared_11 j). }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) * rsum D' (fun i => z i ^ 2))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) * z j / sqrt (rsum D' (fun i => z i ^ 2)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { fractions. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { rule (shared_11 j). }
  fractions.
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => z i ^ 2)) ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')) = x j / (u * v) - s * z j / v ^ 2.
Proof.
  intros j ? ? ?.
  assert (u * v <> 0).
  { sgn. }
  assert (sqrt (rsum D' (fun i => z i ^ 2)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i) / (u * v_of D' z'))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 z j) (fun z' => u * v_of D' z')) / (u * v) ^ 2) _).
  { rule_same (diff_div (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) (fun z' => u * v_of D' z')). }
  apply (eq_eq _ ((rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_8 j). }
  apply (eq_eq _ ((x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_9 j). }
  apply (eq_eq _ (x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2)) _).
  { rule (shared_10 j). }
  rule (shared_12 j).
Qed.

(** * Gradient *)

Section gradient.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : 0 < v.

Lemma gradient_needs_1 :
  v <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_2 :
  u * v <> 0.
Proof.
  pose proof gradient_needs_1.
  sgn.
Qed.

(* definition of s *)
Lemma gradient_1_unfold :
  pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  = pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v)).
Proof.
  pose proof gradient_needs_2.
  reflexivity.
Qed.

(* quotient rule with g = Σ_i x_i·z_i, h = u·v *)
Lemma gradient_2_diff_div :
  pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v))
  = (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2.
Proof.
  pose proof gradient_needs_2.
  rule_same (diff_div (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) (fun x' => u_of D' x' * v)).
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of sqrt, chain rule; ∂x_k/∂x_j = δ_kj *)
Lemma gradient_3_diff_sum :
  (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2
  = (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_1 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2
  = (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_2 j).
Qed.

(* split the fraction *)
Lemma gradient_5_ring :
  (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2
  = z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2).
Proof.
  rule (shared_3 j).
Qed.

Lemma gradient_needs_3 :
  sqrt (rsum D' (fun i => x i ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma gradient_6_sqrt_square :
  z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2)
  = z j / (u * v) - s * x j / u ^ 2.
Proof.
  pose proof gradient_needs_3.
  pose proof gradient_needs_1.
  rule (shared_5 j).
Qed.

Theorem gradient :
  is_pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  (z j / (u * v) - s * x j / u ^ 2).
Proof.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_div (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_sum_delta (eq_eq _ _ _ gradient_5_ring gradient_6_sqrt_square))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (z i))))) (Formula.Mul (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2)))) (Formula.C (v))))).
Defined.
End gradient.

(** * Length does not matter *)

Section orthogonal.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : 0 < v.

Lemma orthogonal_needs_1 :
  v <> 0.
Proof.
  sgn.
Qed.

Lemma orthogonal_needs_2 :
  u * v <> 0.
Proof.
  pose proof orthogonal_needs_1.
  sgn.
Qed.

(* put in ∂s/∂x_j *)
Lemma orthogonal_1_lemma :
  rsum D' (fun j => x j * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v))
  = rsum D' (fun j => x j * (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  pose proof orthogonal_needs_2.
  pose proof orthogonal_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 j).
Qed.

(* multiply out *)
Lemma orthogonal_2_ring :
  rsum D' (fun j => x j * (z j / (u * v) - s * x j / u ^ 2))
  = s - s * rsum D' (fun j => x j ^ 2) / u ^ 2.
Proof.
  apply (eq_eq _ (rsum D' (fun j => - (rsum D' (fun i => x i * z i) * x j ^ 2 / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3)) + x j * z j / (sqrt (rsum D' (fun i => z i ^ 2)) * u))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ (x j * (z j / (u * sqrt (rsum D' (fun i => z i ^ 2))) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * x j / u ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)))).
      rule shared_7. }
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => - (rsum D' (fun i => x i * z i) * x k ^ 2 / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3)) + x k * z k / (sqrt (rsum D' (fun i => z i ^ 2)) * u))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - (rsum D' (fun i => x i * z i) * x k ^ 2 / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3))) + rsum D' (fun k => x k * z k / (sqrt (rsum D' (fun i => z i ^ 2)) * u))) _).
  { rule (sum_add D' (fun j => - (rsum D' (fun i => x i * z i) * x j ^ 2 / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3))) (fun j => x j * z j / (sqrt (rsum D' (fun i => z i ^ 2)) * u)) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => - (rsum D' (fun i => x i * z i) * x j ^ 2 / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3))) + rsum D' (fun j => x j * z j / (sqrt (rsum D' (fun i => z i ^ 2)) * u))) _); [ same | ].
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * rsum D' (fun j => x j ^ 2)) + 1 / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * rsum D' (fun j => x j * z j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => - (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x j ^ 2))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => - (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x k ^ 2))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k => rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x k ^ 2)) _).
      { rule (sum_neg D' (fun j => rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x j ^ 2) (fun j => true)). }
      apply (eq_eq _ (- rsum D' (fun j => rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x j ^ 2)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k => rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * x k ^ 2)) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3) * rsum D' (fun k => x k ^ 2)) _); [ | same ].
      rule (sum_factor D' (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3)) (fun j => x j ^ 2) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => 1 / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * x j * z j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => 1 / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * x k * z k)) _); [ same | ].
    apply (eq_eq _ (1 / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * rsum D' (fun k => x k * z k)) _); [ | same ].
    rule_same (sum_factor D' (1 / (sqrt (rsum D' (fun i => z i ^ 2)) * u)) (fun j => x j * z j) (fun j => true)). }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * rsum D' (fun j => x j ^ 2) / (sqrt (rsum D' (fun i => z i ^ 2)) * u ^ 3)) + rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => z i ^ 2)) * u) * rsum D' (fun j => x j ^ 2) / u ^ 2) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl))).
    { rule shared_7. }
    rule shared_7. }
  fractions.
Qed.

(* factor out s *)
Lemma orthogonal_3_ring :
  s - s * rsum D' (fun j => x j ^ 2) / u ^ 2
  = s * (1 - rsum D' (fun j => x j ^ 2) / u ^ 2).
Proof.
  apply (eq_eq _ (- (rsum D' (fun j => x j ^ 2) * s / u ^ 2) + s) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma orthogonal_needs_3 :
  rsum D' (fun i => x i ^ 2) <> 0.
Proof.
  sgn.
Qed.

(* multiply out; the square of a square root *)
Lemma orthogonal_4_sqrt_square :
  s * (1 - rsum D' (fun j => x j ^ 2) / u ^ 2)
  = 0.
Proof.
  pose proof orthogonal_needs_3.
  assert (0 <= rsum D' (fun i => x i ^ 2)).
  { sgn. }
  apply (eq_eq _ (rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * v) * (1 - rsum D' (fun j => x j ^ 2) / sqrt (rsum D' (fun i => x i ^ 2)) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * rsum D' (fun j => x j ^ 2) / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { fractions. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * rsum D' (fun j => x j ^ 2) / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
    rule shared_4. }
  apply (eq_eq _ (0) _).
  { cancel. }
  reflexivity.
Qed.

Theorem orthogonal :
  rsum D' (fun j => x j * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v))
  = 0.
Proof.
  pose proof orthogonal_needs_2.
  exact (eq_eq _ _ _ orthogonal_1_lemma (eq_eq _ _ _ orthogonal_2_ring (eq_eq _ _ _ orthogonal_3_ring orthogonal_4_sqrt_square))).
Qed.
End orthogonal.

(** * Derivative of s by x *)

Section derivative_s_x.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : v <> 0.

Lemma derivative_s_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* definition of s *)
Lemma derivative_s_x_1_unfold :
  pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  = pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v)).
Proof.
  pose proof derivative_s_x_needs_1.
  reflexivity.
Qed.

(* quotient rule with g = Σ_i x_i·z_i, h = u·v *)
Lemma derivative_s_x_2_diff_div :
  pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v))
  = (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2.
Proof.
  pose proof derivative_s_x_needs_1.
  rule_same (diff_div (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) (fun x' => u_of D' x' * v)).
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of sqrt, chain rule; ∂x_k/∂x_j = δ_kj *)
Lemma derivative_s_x_3_diff_sum :
  (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2
  = (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_1 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_s_x_4_sum_delta :
  (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2
  = (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_2 j).
Qed.

(* split the fraction *)
Lemma derivative_s_x_5_ring :
  (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2
  = z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2).
Proof.
  rule (shared_3 j).
Qed.

Lemma derivative_s_x_needs_2 :
  sqrt (rsum D' (fun i => x i ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma derivative_s_x_6_sqrt_square :
  z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2)
  = z j / (u * v) - s * x j / u ^ 2.
Proof.
  pose proof derivative_s_x_needs_2.
  rule (shared_5 j).
Qed.

Theorem derivative_s_x :
  is_pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  (z j / (u * v) - s * x j / u ^ 2).
Proof.
  pose proof derivative_s_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_s_x_1_unfold (eq_eq _ _ _ derivative_s_x_2_diff_div (eq_eq _ _ _ derivative_s_x_3_diff_sum (eq_eq _ _ _ derivative_s_x_4_sum_delta (eq_eq _ _ _ derivative_s_x_5_ring derivative_s_x_6_sqrt_square))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_s_x_outright : option (
  is_pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  attempt "derivative_s_x" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (z i))))) (Formula.Mul (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2)))) (Formula.C (v))))).
Defined.
End derivative_s_x.

(** * VJP of s for x *)

Section vjp_s_x.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : v <> 0.

Lemma vjp_s_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* put in ∂s/∂x_j *)
Lemma vjp_s_x_1_lemma :
  s_bar * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  = s_bar * (z j / (u * v) - s * x j / u ^ 2).
Proof.
  pose proof vjp_s_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 j).
Qed.

Theorem vjp_s_x :
  is_pd (at1 x j) (fun x' => s_bar * s_of D' x' z (u_of D' x') v)
  (s_bar * (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  pose proof vjp_s_x_needs_1.
  apply (is_pd_eq _ _ (s_bar * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)) _).
  { weighted. }
  exact vjp_s_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_s_x or else anew *)
Definition vjp_s_x_outright : option (
  is_pd (at1 x j) (fun x' => s_bar * s_of D' x' z (u_of D' x') v)
  (s_bar * (z j / (u * v) - s * x j / u ^ 2))).
Proof.
  attempt "vjp_s_x" times (derivative_s_x_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (s_bar)) (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (z i))))) (Formula.Mul (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2)))) (Formula.C (v)))))).
Defined.
End vjp_s_x.

(** * JVP of s for x *)

Section jvp_s_x.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : v <> 0.

Lemma jvp_s_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* put in ∂s/∂x_j *)
Lemma jvp_s_x_1_lemma :
  rsum D' (fun j => pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v) * x_dot j)
  = rsum D' (fun j => (z j / (u * v) - s * x j / u ^ 2) * x_dot j).
Proof.
  pose proof jvp_s_x_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 j).
Qed.

Theorem jvp_s_x :
  is_pd (at0 0) (fun t => s_of D' (line1 x x_dot t) z (u_of D' (line1 x x_dot t)) v)
  (rsum D' (fun j => (z j / (u * v) - s * x j / u ^ 2) * x_dot j)).
Proof.
  pose proof jvp_s_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v) * x_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => s_of D' x' z (u_of D' x') v) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_s_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_s_x_outright : option (
  is_pd (at0 0) (fun t => s_of D' (line1 x x_dot t) z (u_of D' (line1 x x_dot t)) v)
  (rsum D' (fun j => (z j / (u * v) - s * x j / u ^ 2) * x_dot j))).
Proof.
  attempt "jvp_s_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (z i))))) (Formula.Mul (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2)))) (Formula.C (v))))).
Defined.
End jvp_s_x.

(** * Derivative of s by z *)

Section derivative_s_z.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma derivative_s_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* definition of s *)
Lemma derivative_s_z_1_unfold :
  pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))
  = pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i) / (u * v_of D' z')).
Proof.
  pose proof derivative_s_z_needs_1.
  reflexivity.
Qed.

(* quotient rule with g = Σ_i x_i·z_i, h = u·v *)
Lemma derivative_s_z_2_diff_div :
  pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i) / (u * v_of D' z'))
  = (pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 z j) (fun z' => u * v_of D' z')) / (u * v) ^ 2.
Proof.
  pose proof derivative_s_z_needs_1.
  rule_same (diff_div (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) (fun z' => u * v_of D' z')).
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of sqrt, chain rule; ∂z_k/∂z_j = δ_kj *)
Lemma derivative_s_z_3_diff_sum :
  (pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 z j) (fun z' => u * v_of D' z')) / (u * v) ^ 2
  = (rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_8 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_s_z_4_sum_delta :
  (rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2
  = (x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2.
Proof.
  rule (shared_9 j).
Qed.

(* split the fraction *)
Lemma derivative_s_z_5_ring :
  (x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2
  = x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2).
Proof.
  rule (shared_10 j).
Qed.

Lemma derivative_s_z_needs_2 :
  sqrt (rsum D' (fun i => z i ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma derivative_s_z_6_sqrt_square :
  x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2)
  = x j / (u * v) - s * z j / v ^ 2.
Proof.
  pose proof derivative_s_z_needs_2.
  rule (shared_12 j).
Qed.

Theorem derivative_s_z :
  is_pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))
  (x j / (u * v) - s * z j / v ^ 2).
Proof.
  pose proof derivative_s_z_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_s_z_1_unfold (eq_eq _ _ _ derivative_s_z_2_diff_div (eq_eq _ _ _ derivative_s_z_3_diff_sum (eq_eq _ _ _ derivative_s_z_4_sum_delta (eq_eq _ _ _ derivative_s_z_5_ring derivative_s_z_6_sqrt_square))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_s_z_outright : option (
  is_pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))
  (x j / (u * v) - s * z j / v ^ 2)).
Proof.
  attempt "derivative_s_z" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (x i)) (Formula.V (i))))) (Formula.Mul (Formula.C (u)) (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2))))))).
Defined.
End derivative_s_z.

(** * VJP of s for z *)

Section vjp_s_z.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma vjp_s_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* put in ∂s/∂z_j *)
Lemma vjp_s_z_1_lemma :
  s_bar * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))
  = s_bar * (x j / (u * v) - s * z j / v ^ 2).
Proof.
  pose proof vjp_s_z_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 j).
Qed.

Theorem vjp_s_z :
  is_pd (at1 z j) (fun z' => s_bar * s_of D' x z' u (v_of D' z'))
  (s_bar * (x j / (u * v) - s * z j / v ^ 2)).
Proof.
  pose proof vjp_s_z_needs_1.
  apply (is_pd_eq _ _ (s_bar * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))) _).
  { weighted. }
  exact vjp_s_z_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_s_z or else anew *)
Definition vjp_s_z_outright : option (
  is_pd (at1 z j) (fun z' => s_bar * s_of D' x z' u (v_of D' z'))
  (s_bar * (x j / (u * v) - s * z j / v ^ 2))).
Proof.
  attempt "vjp_s_z" times (derivative_s_z_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (s_bar)) (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (x i)) (Formula.V (i))))) (Formula.Mul (Formula.C (u)) (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2)))))))).
Defined.
End vjp_s_z.

(** * JVP of s for z *)

Section jvp_s_z.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma jvp_s_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

(* put in ∂s/∂z_j *)
Lemma jvp_s_z_1_lemma :
  rsum D' (fun j => pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')) * z_dot j)
  = rsum D' (fun j => (x j / (u * v) - s * z j / v ^ 2) * z_dot j).
Proof.
  pose proof jvp_s_z_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 j).
Qed.

Theorem jvp_s_z :
  is_pd (at0 0) (fun t => s_of D' x (line1 z z_dot t) u (v_of D' (line1 z z_dot t)))
  (rsum D' (fun j => (x j / (u * v) - s * z j / v ^ 2) * z_dot j)).
Proof.
  pose proof jvp_s_z_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')) * z_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')) * z_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' z (fun z' => s_of D' x z' u (v_of D' z')) (fun t => (line1 z z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_s_z_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_s_z_outright : option (
  is_pd (at0 0) (fun t => s_of D' x (line1 z z_dot t) u (v_of D' (line1 z z_dot t)))
  (rsum D' (fun j => (x j / (u * v) - s * z j / v ^ 2) * z_dot j))).
Proof.
  attempt "jvp_s_z" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 z) (Formula.flat1 z_dot) (Formula.Div (Formula.Sum D' (fun i => (Formula.Mul (Formula.C (x i)) (Formula.V (i))))) (Formula.Mul (Formula.C (u)) (Formula.Sqrt (Formula.Sum D' (fun i => (Formula.Pow (Formula.V (i)) 2))))))).
Defined.
End jvp_s_z.
End cosine_similarity_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (0 < v_of D' z).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of orthogonal can be met *)
Lemma orthogonal_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (0 < v_of D' z).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_s_x can be met *)
Lemma derivative_s_x_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_s_x can be met *)
Lemma vjp_s_x_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_s_x can be met *)
Lemma jvp_s_x_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_s_z can be met *)
Lemma derivative_s_z_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_s_z can be met *)
Lemma vjp_s_z_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_s_z can be met *)
Lemma jvp_s_z_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
