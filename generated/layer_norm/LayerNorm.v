(* made by derive, do not edit *)
(* Layer normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition m_of (K : nat) (x : nat -> R) : R :=
  rsum K (fun i => x i) / INR K.
#[local] Hint Unfold m_of : definitions.
Definition v_of (K : nat) (x : nat -> R) (m : R) : R :=
  rsum K (fun i => (x i - m) ^ 2) / INR K.
#[local] Hint Unfold v_of : definitions.
Definition s_of (v : R) : R :=
  sqrt (v + (1 / 100000)).
#[local] Hint Unfold s_of : definitions.
Definition n_of (x : nat -> R) (m : R) (s : R) (i : nat) : R :=
  (x i - m) / s.
#[local] Hint Unfold n_of : definitions.
Definition y_of (g : nat -> R) (n : nat -> R) (b : nat -> R) (i : nat) : R :=
  g i * n i + b i.
#[local] Hint Unfold y_of : definitions.

Section layer_norm_theory.
Variable (K : nat).
Variables (x b g b_dot y_bar g_dot x_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation m := (m_of K x).
Local Notation v := (v_of K x m).
Local Notation s := (s_of v).
Local Notation n := (n_of x m s).
Local Notation y := (y_of g n b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k j : nat,
  (k < K)%nat ->
  (j < K)%nat ->
  pd (at1 x j) (fun x' => x' k - m_of K x') = delta k j - rsum K (fun k' => delta k' j) / INR K.
Proof.
  intros k j ? ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => x' k) + pd (at1 x j) (fun x' => - m_of K x')) _).
  { rule (diff_add (at1 x j) (fun x' => x' k) (fun x' => - m_of K x')). }
  refine (f_equal2 Rplus _ _).
  { apply variable1. }
  apply (eq_eq _ (- pd (at1 x j) (fun x' => m_of K x')) _).
  { rule (diff_neg (at1 x j) (fun x' => m_of K x')). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i => x' i) / INR K)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i => x' i))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i => x' i))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR K * pd (at1 x j) (fun x' => rsum K (fun i => x' i))) _).
  { assert (pd (at1 x j) (fun x' => 1 / INR K) = 0).
    { apply constant. }
    rule (diff_scale (at1 x j) (fun x' => 1 / INR K) (fun x' => rsum K (fun i => x' i))). }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i => x' i)) / INR K) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k' => x' k'))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k' => pd (at1 x j) (fun x' => x' k'))) _).
  { rule (diff_sum (at1 x j) K (fun k' x' => x' k') (fun k' => true)). }
  apply rsum_ext; intros k' ?; cbv beta.
  apply variable1.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (pd (at1 x j) (fun x' => x' i - m_of K x') * s - (x i - m) * pd (at1 x j) (fun x' => s_of (v_of K x' (m_of K x')))) / s ^ 2 = ((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun l => delta j l) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2.
Proof.
  intros i j ? ?.
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply (eq_eq _ (((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * (1 / (2 * sqrt (v + (1 / 100000)))) * (rsum K (fun k => 2 * (x k - m) ^ 1 * (delta k j - rsum K (fun k' => delta k' j) / INR K)) / INR K + 0)) / s ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
    { rule (shared_1 i j). }
    apply (eq_eq _ ((x i - m) * (1 / (2 * sqrt (v + (1 / 100000))) * (rsum K (fun k => 2 * (x k - m) ^ 1 * (delta k j - rsum K (fun k' => delta k' j) / INR K)) / INR K + 0))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => sqrt (v_of K x' (m_of K x') + (1 / 100000)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (v + (1 / 100000))) * pd (at1 x j) (fun x' => v_of K x' (m_of K x') + (1 / 100000))) _).
    { rule (diff_sqrt (at1 x j) (fun x' => v_of K x' (m_of K x') + (1 / 100000))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => v_of K x' (m_of K x')) + pd (at1 x j) (fun x' => (1 / 100000))) _).
    { rule (diff_add (at1 x j) (fun x' => v_of K x' (m_of K x')) (fun x' => (1 / 100000))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i' => (x' i' - m_of K x') ^ 2) / INR K)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i' => (x' i' - m_of K x') ^ 2))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i' => (x' i' - m_of K x') ^ 2))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / INR K * pd (at1 x j) (fun x' => rsum K (fun i' => (x' i' - m_of K x') ^ 2))) _).
      { assert (pd (at1 x j) (fun x' => 1 / INR K) = 0).
        { apply constant. }
        rule (diff_scale (at1 x j) (fun x' => 1 / INR K) (fun x' => rsum K (fun i' => (x' i' - m_of K x') ^ 2))). }
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i' => (x' i' - m_of K x') ^ 2)) / INR K) _).
      { fractions. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => (x' k - m_of K x') ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => (x' k - m_of K x') ^ 2))) _).
      { rule (diff_sum (at1 x j) K (fun k x' => (x' k - m_of K x') ^ 2) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (2 * (x k - m) ^ 1 * pd (at1 x j) (fun x' => x' k - m_of K x')) _).
      { assert (pd (at1 x j) (fun x' => 2) = 0).
        { apply constant. }
        assert (2 = 1 + 1).
        { arith. }
        rule (diff_pow_int (at1 x j) (fun x' => x' k - m_of K x') 2%nat 1%nat 2). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      rule (shared_1 k j). }
    apply constant. }
  apply (eq_eq _ (((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun k' => delta k' j) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2) _); [ | same ].
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  apply (eq_eq _ ((x i - m) * (1 / (2 * sqrt (v + (1 / 100000)))) * (rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun k' => delta k' j) / INR K)) / INR K)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun k' => delta k' j) / INR K)) / INR K + 0) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
      apply rsum_ext; intros k ?; cbv beta.
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      arith. }
    fractions. }
  fractions.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => delta k j) = 1.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * 1)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => 1) j).
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  ((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun l => delta j l) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2 = ((delta i j - 1 / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2.
Proof.
  intros i j ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
  { rule (shared_3 j). }
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl)))).
  rule_same (shared_3 j).
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  ((delta i j - 1 / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2 = (delta i j - 1 / INR K) * s / s ^ 2 - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K * s ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((delta i j - 1 / INR K) * s / s ^ 2 - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K) / s ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_6 :
  (INR K <> 0) ->
  v = rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2.
Proof.
  intros ?.
  apply (eq_eq _ (rsum K (fun i => (x i - m) ^ 2) / INR K) _).
  { reflexivity. }
  apply (eq_eq _ ((- (2 * rsum K (fun i => x i) / INR K * rsum K (fun i => x i)) + rsum K (fun i => x i) ^ 2 / INR K ^ 2 * INR K + rsum K (fun i => x i ^ 2)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun i => - (2 * rsum K (fun i' => x i') * x i / INR K) + rsum K (fun i' => x i') ^ 2 / INR K ^ 2 + x i ^ 2)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ ((x i - rsum K (fun i' => x i') / INR K) ^ 2) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (2 * rsum K (fun i => x i) * x k / INR K) + rsum K (fun i => x i) ^ 2 / INR K ^ 2 + x k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (2 * rsum K (fun i => x i) * x k / INR K)) + rsum K (fun k => rsum K (fun i => x i) ^ 2 / INR K ^ 2 + x k ^ 2)) _).
    { rule_same (sum_add K (fun i => - (2 * rsum K (fun i' => x i') * x i / INR K)) (fun i => rsum K (fun i' => x i') ^ 2 / INR K ^ 2 + x i ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (2 * rsum K (fun i' => x i') * x i / INR K)) + rsum K (fun i => rsum K (fun i' => x i') ^ 2 / INR K ^ 2 + x i ^ 2)) _); [ same | ].
    apply (eq_eq _ (- (2 * rsum K (fun i => x i) / INR K * rsum K (fun i => x i)) + (rsum K (fun i => x i) ^ 2 / INR K ^ 2 * INR K + rsum K (fun i => x i ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => - (2 * rsum K (fun i' => x i') / INR K * x i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (2 * rsum K (fun i => x i) / INR K * x k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 2 * rsum K (fun i => x i) / INR K * x k)) _).
      { rule (sum_neg K (fun i => 2 * rsum K (fun i' => x i') / INR K * x i) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => 2 * rsum K (fun i' => x i') / INR K * x i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 2 * rsum K (fun i => x i) / INR K * x k)) _); [ same | ].
      apply (eq_eq _ (2 * rsum K (fun i => x i) / INR K * rsum K (fun k => x k)) _); [ | same ].
      rule (sum_factor K (2 * rsum K (fun i => x i) / INR K) (fun i => x i) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun k => rsum K (fun i => x i) ^ 2 / INR K ^ 2 + x k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum K (fun i => x i) ^ 2 / INR K ^ 2) + rsum K (fun k => x k ^ 2)) _).
    { rule (sum_add K (fun i => rsum K (fun i' => x i') ^ 2 / INR K ^ 2) (fun i => x i ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => rsum K (fun i' => x i') ^ 2 / INR K ^ 2) + rsum K (fun i => x i ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum K (fun i => rsum K (fun i' => x i') ^ 2 / INR K ^ 2 * 1)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => rsum K (fun i => x i) ^ 2 / INR K ^ 2 * 1)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun i => x i) ^ 2 / INR K ^ 2 * rsum K (fun k => 1)) _).
    { rule (sum_factor K (rsum K (fun i => x i) ^ 2 / INR K ^ 2) (fun i => 1) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => x i) ^ 2 / INR K ^ 2 * rsum K (fun i => 1)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun k => 1)) _); [ same | ].
    apply (eq_eq _ (INR K * 1) _).
    { rule (sum_constant K 1). }
    arith. }
  cancel.
Qed.

Lemma shared_7 :
  (INR K <> 0) ->
  sqrt (v + (1 / 100000)) = sqrt ((1 / 100000) + rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2).
Proof.
  intros ?.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2 + (1 / 100000)) _).
  { apply (eq_eq _ ((rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2) + (1 / 100000)) _); [ | same ].
    refine (f_equal2 Rplus _ eq_refl).
    rule shared_6. }
  fractions.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < K)%nat ->
  (INR K <> 0) ->
  n j = - (rsum K (fun i => x i) / (sqrt ((1 / 100000) + rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2) * INR K)) + x j / sqrt ((1 / 100000) + rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2).
Proof.
  intros j ? ?.
  apply (eq_eq _ ((x j - m) / s) _).
  { reflexivity. }
  apply (eq_eq _ ((x j - rsum K (fun i => x i) / INR K) / sqrt ((1 / 100000) + rsum K (fun i => x i ^ 2) / INR K - rsum K (fun i => x i) ^ 2 / INR K ^ 2)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
    { reflexivity. }
    rule shared_7. }
  fractions.
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (delta i j - 1 / INR K) * s / s ^ 2 - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K * s ^ 2) = delta i j / s - 1 / (INR K * s) - n i * n j / (INR K * s).
Proof.
  intros i j ? ?.
  assert (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) <> 0).
  { apply (eq_ne _ (sqrt ((1 / 100000) + v)) _).
    { assert (INR K <> 0).
      { sgn. }
      symmetry.
      refine (f_equal sqrt _).
      apply (eq_eq _ ((1 / 100000) + (rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2)) _); [ | same ].
      refine (f_equal2 Rplus eq_refl _).
      rule shared_6. }
    sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ ((delta i j - 1 / INR K) * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 2 - (x i - rsum K (fun i' => x i') / INR K) * (- (2 * rsum K (fun i' => x i') / INR K * 1) + 2 * x j + 2 * rsum K (fun i' => x i') / INR K ^ 2 * INR K - 2 / INR K * rsum K (fun k => x k)) / (2 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) * INR K * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 2)) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal (fun x => x ^ 2) _))))).
    { apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
      { reflexivity. }
      rule shared_7. }
    { apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
      { reflexivity. }
      rule shared_7. }
    { apply (eq_eq _ (rsum K (fun k => - (2 * delta k j * rsum K (fun i' => x i') / INR K) + 2 * delta k j * x k + 2 * rsum K (fun i' => x i') / INR K ^ 2 - 2 * x k / INR K)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (2 * (x k - rsum K (fun i' => x i') / INR K) * (delta k j - 1 / INR K)) _).
        { reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (2 * delta k j * rsum K (fun i' => x i') / INR K) + 2 * delta k j * x k) + rsum K (fun k => 2 * rsum K (fun i' => x i') / INR K ^ 2 - 2 * x k / INR K)) _).
      { rule_same (sum_add K (fun k => - (2 * delta k j * rsum K (fun i' => x i') / INR K) + 2 * delta k j * x k) (fun k => 2 * rsum K (fun i' => x i') / INR K ^ 2 - 2 * x k / INR K) (fun k => true)). }
      apply (eq_eq _ ((- (2 * rsum K (fun i' => x i') / INR K * 1) + 2 * x j) + (2 * rsum K (fun i' => x i') / INR K ^ 2 * INR K - 2 / INR K * rsum K (fun k => x k))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => - (2 * delta k j * rsum K (fun i' => x i') / INR K)) + rsum K (fun k => 2 * delta k j * x k)) _).
        { rule (sum_add K (fun k => - (2 * delta k j * rsum K (fun i' => x i') / INR K)) (fun k => 2 * delta k j * x k) (fun k => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum K (fun k => - (2 * rsum K (fun i' => x i') / INR K * delta k j))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            fractions. }
          apply (eq_eq _ (- rsum K (fun k => 2 * rsum K (fun i' => x i') / INR K * delta k j)) _).
          { rule (sum_neg K (fun k => 2 * rsum K (fun i' => x i') / INR K * delta k j) (fun k => true)). }
          refine (f_equal Ropp _).
          apply (eq_eq _ (2 * rsum K (fun i' => x i') / INR K * rsum K (fun k => delta k j)) _).
          { rule (sum_factor K (2 * rsum K (fun i' => x i') / INR K) (fun k => delta k j) (fun k => true)). }
          refine (f_equal2 Rmult eq_refl _).
          rule (shared_3 j). }
        apply (eq_eq _ (2 * rsum K (fun k => delta k j * x k)) _).
        { rule_same (sum_factor K 2 (fun k => delta k j * x k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta K (fun k => x k) j). }
      apply (eq_eq _ (rsum K (fun k => 2 * rsum K (fun i' => x i') / INR K ^ 2) + rsum K (fun k => - (2 * x k / INR K))) _).
      { rule (sum_add K (fun k => 2 * rsum K (fun i' => x i') / INR K ^ 2) (fun k => - (2 * x k / INR K)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => 2 * rsum K (fun i' => x i') / INR K ^ 2 * 1)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ (2 * rsum K (fun i' => x i') / INR K ^ 2 * rsum K (fun k => 1)) _).
        { rule (sum_factor K (2 * rsum K (fun i' => x i') / INR K ^ 2) (fun k => 1) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (INR K * 1) _).
        { rule (sum_constant K 1). }
        arith. }
      apply (eq_eq _ (rsum K (fun k => - (2 / INR K * x k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum K (fun k => 2 / INR K * x k)) _).
      { rule (sum_neg K (fun k => 2 / INR K * x k) (fun k => true)). }
      refine (f_equal Ropp _).
      rule (sum_factor K (2 / INR K) (fun k => x k) (fun k => true)). }
    { rule shared_7. }
    apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
    { reflexivity. }
    rule shared_7. }
  apply (eq_eq _ (delta i j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) + rsum K (fun i' => x i') * x i / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 3 * INR K ^ 2) + rsum K (fun i' => x i') * x j / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 3 * INR K ^ 2) - rsum K (fun i' => x i') ^ 2 / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 3 * INR K ^ 3) - x i * x j / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) ^ 3 * INR K) - 1 / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) * INR K)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (delta i j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) - 1 / (INR K * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2)) - (- (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) * INR K)) + x i / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2)) * (- (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2) * INR K)) + x j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2)) / (INR K * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K - rsum K (fun i' => x i') ^ 2 / INR K ^ 2))) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)))) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ _) (f_equal2 Rmult eq_refl _)))).
    { apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
      { reflexivity. }
      rule shared_7. }
    { apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
      { reflexivity. }
      rule shared_7. }
    { rule (shared_8 i). }
    { rule (shared_8 j). }
    apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
    { reflexivity. }
    rule shared_7. }
  fractions.
Qed.

Lemma shared_10 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  delta i j / s - 1 / (INR K * s) - n i * n j / (INR K * s) = (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  intros i j ? ?.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j / s - n i * n j / (s * INR K) - 1 / (s * INR K)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_11 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k)) = rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s))).
Proof.
  intros i j ? ?.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((g i * delta i k) * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 n k) (fun n' => g i * n' i + b i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 n k) (fun n' => g i * n' i) + pd (at1 n k) (fun n' => b i)) _).
    { rule (diff_add (at1 n k) (fun n' => g i * n' i) (fun n' => b i)). }
    apply (eq_eq _ (g i * delta i k + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 n k) (fun n' => g i * n' i)) _).
        { reflexivity. }
        apply (eq_eq _ (g i * pd (at1 n k) (fun n' => n' i)) _).
        { assert (pd (at1 n k) (fun n' => g i) = 0).
          { apply constant. }
          rule (diff_scale (at1 n k) (fun n' => g i) (fun n' => n' i)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => (x' k - m_of K x') / s_of (v_of K x' (m_of K x')))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 x j) (fun x' => x' k - m_of K x') * s - (x k - m) * pd (at1 x j) (fun x' => s_of (v_of K x' (m_of K x')))) / s ^ 2) _).
  { assert (s <> 0).
    { sgn. }
    assert (0 < v + (1 / 100000)).
    { sgn. }
    rule (diff_div (at1 x j) (fun x' => x' k - m_of K x') (fun x' => s_of (v_of K x' (m_of K x')))). }
  apply (eq_eq _ (((delta k j - rsum K (fun k' => delta k' j) / INR K) * s - (x k - m) * rsum K (fun k' => 2 * (x k' - m) * (delta k' j - rsum K (fun l => delta j l) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2) _).
  { rule (shared_2 k j). }
  apply (eq_eq _ (((delta k j - 1 / INR K) * s - (x k - m) * rsum K (fun k' => 2 * (x k' - m) * (delta k' j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2) _).
  { rule (shared_4 k j). }
  apply (eq_eq _ ((delta k j - 1 / INR K) * s / s ^ 2 - (x k - m) * rsum K (fun k' => 2 * (x k' - m) * (delta k' j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K * s ^ 2)) _).
  { rule (shared_5 k j). }
  apply (eq_eq _ (delta k j / s - 1 / (INR K * s) - n k * n j / (INR K * s)) _).
  { rule (shared_9 k j). }
  rule (shared_10 k j).
Qed.

Lemma shared_12 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s))) = g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * (g i * (INR K * delta k j + (-1) - n k * n j) / (INR K * s)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => g i * (INR K * delta k j + (-1) - n k * n j) / (INR K * s)) i).
Qed.

Lemma shared_13 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i) = g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k))) _).
  { assert (s <> 0).
    { sgn. }
    assert (0 < v + (1 / 100000)).
    { sgn. }
    apply (chain1 (at1 x j) K (fun n' => y_of g n' b i) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s)))) _).
  { rule (shared_11 i j). }
  rule (shared_12 i j).
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < K)%nat ->
  y_bar j * g j / s - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * s) - rsum K (fun i => y_bar i * g i) / (INR K * s) = - (rsum K (fun i => g i * n i * y_bar i) * n j / (s * INR K)) - rsum K (fun i => g i * y_bar i) / (s * INR K) + g j * y_bar j / s.
Proof.
  intros j ?.
  apply (eq_eq _ (y_bar j * g j / s - n j * rsum K (fun i => g i * n i * y_bar i) / (INR K * s) - rsum K (fun i => g i * y_bar i) / (INR K * s)) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_15 :
  forall i : nat,
  (i < K)%nat ->
  x_dot i * g i / s - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * s) - g i * rsum K (fun j => x_dot j) / (INR K * s) = - (rsum K (fun j => n j * x_dot j) * g i * n i / (s * INR K)) - rsum K (fun j => x_dot j) * g i / (s * INR K) + g i * x_dot i / s.
Proof.
  intros i ?.
  apply (eq_eq _ (x_dot i * g i / s - g i * n i * rsum K (fun j => n j * x_dot j) / (INR K * s) - g i * rsum K (fun j => x_dot j) / (INR K * s)) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl))) eq_refl).
    apply rsum_ext; intros j ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_16 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 g j) (fun g' => g' i * n i + b i) = n i * delta i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 g j) (fun g' => g' i * n i) + pd (at1 g j) (fun g' => b i)) _).
  { rule (diff_add (at1 g j) (fun g' => g' i * n i) (fun g' => b i)). }
  apply (eq_eq _ (n i * delta i j + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 g j) (fun g' => n i * g' i)) _).
      { apply pd_ext.
        intros g'; cbv beta.
        arith. }
      apply (eq_eq _ (n i * pd (at1 g j) (fun g' => g' i)) _).
      { assert (pd (at1 g j) (fun g' => n i) = 0).
        { apply constant. }
        rule (diff_scale (at1 g j) (fun g' => n i) (fun g' => g' i)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_17 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 b j) (fun b' => g i * n i + b' i) = delta i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 b j) (fun b' => g i * n i) + pd (at1 b j) (fun b' => b' i)) _).
  { rule (diff_add (at1 b j) (fun b' => g i * n i) (fun b' => b' i)). }
  apply (eq_eq _ (0 + delta i j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * centred *)

Section centred.

(* definition of n_i *)
Lemma centred_1_unfold :
  rsum K (fun i => n i)
  = rsum K (fun i => (x i - m) / s).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum; all summands are equal *)
Lemma centred_2_sum_factor :
  rsum K (fun i => (x i - m) / s)
  = 0.
Proof.
  assert (INR K <> 0).
  { sgn. }
  assert (sqrt ((1 / 100000) + v) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun i => - (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K)) + x i / sqrt ((1 / 100000) + v))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((x i - rsum K (fun i' => x i') / INR K) / sqrt ((1 / 100000) + v)) _).
    { refine (f_equal2 Rdiv eq_refl _).
      apply (eq_eq _ (sqrt (v + (1 / 100000))) _).
      { reflexivity. }
      refine (f_equal sqrt _).
      arith. }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K)) + x k / sqrt ((1 / 100000) + v))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K))) + rsum K (fun k => x k / sqrt ((1 / 100000) + v))) _).
  { rule (sum_add K (fun i => - (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K))) (fun i => x i / sqrt ((1 / 100000) + v)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K))) + rsum K (fun i => x i / sqrt ((1 / 100000) + v))) _); [ same | ].
  apply (eq_eq _ (- (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * INR K) + 1 / sqrt ((1 / 100000) + v) * rsum K (fun i => x i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => - (rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K) * 1))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * 1))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * 1)) _).
      { rule (sum_neg K (fun i => rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K) * 1) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => rsum K (fun i' => x i') / (sqrt ((1 / 100000) + v) * INR K) * 1)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * 1)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * rsum K (fun k => 1)) _).
      { rule (sum_factor K (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K)) (fun i => 1) (fun i => true)). }
      apply (eq_eq _ (rsum K (fun i => x i) / (sqrt ((1 / 100000) + v) * INR K) * rsum K (fun i => 1)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => 1)) _); [ same | ].
      apply (eq_eq _ (INR K * 1) _).
      { rule (sum_constant K 1). }
      arith. }
    apply (eq_eq _ (rsum K (fun i => 1 / sqrt ((1 / 100000) + v) * x i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => 1 / sqrt ((1 / 100000) + v) * x k)) _); [ same | ].
    apply (eq_eq _ (1 / sqrt ((1 / 100000) + v) * rsum K (fun k => x k)) _); [ | same ].
    rule (sum_factor K (1 / sqrt ((1 / 100000) + v)) (fun i => x i) (fun i => true)). }
  apply (eq_eq _ (0) _).
  { cancel. }
  reflexivity.
Qed.

Theorem centred :
  rsum K (fun i => n i)
  = 0.
Proof.
  exact (eq_eq _ _ _ centred_1_unfold centred_2_sum_factor).
Qed.
End centred.

(** * Jacobian of what is normalised *)

Section normalised.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of n_i *)
Lemma normalised_1_unfold :
  pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) i)
  = pd (at1 x j) (fun x' => (x' i - m_of K x') / s_of (v_of K x' (m_of K x'))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = x_i − m, h = s *)
Lemma normalised_2_diff_div :
  pd (at1 x j) (fun x' => (x' i - m_of K x') / s_of (v_of K x' (m_of K x')))
  = (pd (at1 x j) (fun x' => x' i - m_of K x') * s - (x i - m) * pd (at1 x j) (fun x' => s_of (v_of K x' (m_of K x')))) / s ^ 2.
Proof.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  rule (diff_div (at1 x j) (fun x' => x' i - m_of K x') (fun x' => s_of (v_of K x' (m_of K x')))).
Qed.

(* a constant factor stays in front; differentiate under the sum; derivative of sqrt, chain rule; ∂x_i/∂x_j = δ_ij *)
Lemma normalised_3_diff_scale :
  (pd (at1 x j) (fun x' => x' i - m_of K x') * s - (x i - m) * pd (at1 x j) (fun x' => s_of (v_of K x' (m_of K x')))) / s ^ 2
  = ((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun l => delta j l) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2.
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma normalised_4_sum_delta :
  ((delta i j - rsum K (fun k => delta k j) / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - rsum K (fun l => delta j l) / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2
  = ((delta i j - 1 / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2.
Proof.
  rule (shared_4 i j).
Qed.

(* split the fraction *)
Lemma normalised_5_ring :
  ((delta i j - 1 / INR K) * s - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K)) / s ^ 2
  = (delta i j - 1 / INR K) * s / s ^ 2 - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K * s ^ 2).
Proof.
  rule (shared_5 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; all summands are equal *)
Lemma normalised_6_sum_factor :
  (delta i j - 1 / INR K) * s / s ^ 2 - (x i - m) * rsum K (fun k => 2 * (x k - m) * (delta k j - 1 / INR K)) / (2 * sqrt (v + (1 / 100000)) * INR K * s ^ 2)
  = delta i j / s - 1 / (INR K * s) - n i * n j / (INR K * s).
Proof.
  rule (shared_9 i j).
Qed.

(* factor *)
Lemma normalised_7_ring :
  delta i j / s - 1 / (INR K * s) - n i * n j / (INR K * s)
  = (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  rule (shared_10 i j).
Qed.

(* rearrange *)
Lemma normalised_8_ring :
  (INR K * delta i j + (-1) - n i * n j) / (INR K * s)
  = (delta i j - 1 / INR K - n i * n j / INR K) / s.
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j / s - n i * n j / (s * INR K) - 1 / (s * INR K)) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma normalised_needs_1 :
  0 < v + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma normalised_needs_2 :
  s <> 0.
Proof.
  sgn.
Qed.

Theorem normalised :
  is_pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) i)
  ((delta i j - 1 / INR K - n i * n j / INR K) / s).
Proof.
  pose proof normalised_needs_1.
  pose proof normalised_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ normalised_1_unfold (eq_eq _ _ _ normalised_2_diff_div (eq_eq _ _ _ normalised_3_diff_scale (eq_eq _ _ _ normalised_4_sum_delta (eq_eq _ _ _ normalised_5_ring (eq_eq _ _ _ normalised_6_sum_factor (eq_eq _ _ _ normalised_7_ring normalised_8_ring))))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition normalised_outright : option (
  is_pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) i)
  ((delta i j - 1 / INR K - n i * n j / INR K) / s)).
Proof.
  attempt "normalised" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum K (fun i' => (Formula.V (i')))) (Formula.C (INR K)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.Div (Formula.Sum K (fun i'' => (Formula.V (i'')))) (Formula.C (INR K)))) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))).
Defined.
End normalised.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through n_k *)
Lemma jacobian_1_chain :
  pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  = rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k)).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply (chain1 (at1 x j) K (fun n' => y_of g n' b i) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))))); [ dsm | premise ].
Qed.

(* put in ∂y_i/∂n_k and ∂n_k/∂x_j *)
Lemma jacobian_2_lemma :
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k))
  = rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s))).
Proof.
  rule (shared_11 i j).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s)))
  = g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  rule (shared_12 i j).
Qed.

(* rearrange *)
Lemma jacobian_4_ring :
  g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s)
  = g i / s * (delta i j - 1 / INR K - n i * n j / INR K).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j * g i / s - g i * n i * n j / (s * INR K) - g i / (s * INR K)) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma jacobian_needs_1 :
  0 < v + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  s <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  (g i / s * (delta i j - 1 / INR K - n i * n j / INR K)).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma (eq_eq _ _ _ jacobian_3_sum_delta jacobian_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  (g i / s * (delta i j - 1 / INR K - n i * n j / INR K))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum K (fun i' => (Formula.V (i')))) (Formula.C (INR K)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.Div (Formula.Sum K (fun i'' => (Formula.V (i'')))) (Formula.C (INR K)))) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))) (Formula.C (b i)))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through n_k *)
Lemma derivative_y_x_1_chain :
  pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  = rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k)).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply (chain1 (at1 x j) K (fun n' => y_of g n' b i) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))))); [ dsm | premise ].
Qed.

(* put in ∂y_i/∂n_k and ∂n_k/∂x_j *)
Lemma derivative_y_x_2_lemma :
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' b i) * pd (at1 x j) (fun x' => n_of x' (m_of K x') (s_of (v_of K x' (m_of K x'))) k))
  = rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s))).
Proof.
  rule (shared_11 i j).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum K (fun k => g i * delta i k * ((INR K * delta k j + (-1) - n k * n j) / (INR K * s)))
  = g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s).
Proof.
  rule (shared_12 i j).
Qed.

Lemma derivative_y_x_needs_1 :
  0 < v + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma derivative_y_x_needs_2 :
  s <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  (g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s)).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain (eq_eq _ _ _ derivative_y_x_2_lemma derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i)
  (g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s))).
Proof.
  attempt "derivative_y_x" from (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum K (fun i' => (Formula.V (i')))) (Formula.C (INR K)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.Div (Formula.Sum K (fun i'' => (Formula.V (i'')))) (Formula.C (INR K)))) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))) (Formula.C (b i)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂x_j *)
Lemma vjp_y_x_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i))
  = rsum K (fun i => y_bar i * (g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s))).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_factor :
  rsum K (fun i => y_bar i * (g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s)))
  = y_bar j * g j / s - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * s) - rsum K (fun i => y_bar i * g i) / (INR K * s).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun i => delta i j * g i * y_bar i / s - g i * n i * n j * y_bar i / (s * INR K) - g i * y_bar i / (s * INR K))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k / s - g k * n k * n j * y_bar k / (s * INR K) - g k * y_bar k / (s * INR K))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k / s) + rsum K (fun k => - (g k * n k * n j * y_bar k / (s * INR K)) - g k * y_bar k / (s * INR K))) _).
  { rule_same (sum_add K (fun i => delta i j * g i * y_bar i / s) (fun i => - (g i * n i * n j * y_bar i / (s * INR K)) - g i * y_bar i / (s * INR K)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * g i * y_bar i / s) + rsum K (fun i => - (g i * n i * n j * y_bar i / (s * INR K)) - g i * y_bar i / (s * INR K))) _); [ same | ].
  apply (eq_eq _ (1 / s * g j * y_bar j - n j / (s * INR K) * rsum K (fun i => g i * n i * y_bar i) - 1 / (s * INR K) * rsum K (fun i => g i * y_bar i)) _).
  { apply (eq_eq _ (1 / s * g j * y_bar j + (- (n j / (s * INR K) * rsum K (fun i => g i * n i * y_bar i)) - 1 / (s * INR K) * rsum K (fun i => g i * y_bar i))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => 1 / s * delta i j * g i * y_bar i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / s * delta k j * g k * y_bar k)) _); [ same | ].
      apply (eq_eq _ (1 / s * rsum K (fun k => delta k j * g k * y_bar k)) _).
      { rule_same (sum_factor K (1 / s) (fun i => delta i j * g i * y_bar i) (fun i => true)). }
      apply (eq_eq _ (1 / s * rsum K (fun i => delta i j * g i * y_bar i)) _); [ same | ].
      apply (eq_eq _ (1 / s * (g j * y_bar j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k)) _); [ same | ].
      rule_same (sum_delta K (fun i => g i * y_bar i) j). }
    apply (eq_eq _ (rsum K (fun k => - (g k * n k * n j * y_bar k / (s * INR K)) - g k * y_bar k / (s * INR K))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (g k * n k * n j * y_bar k / (s * INR K))) + rsum K (fun k => - (g k * y_bar k / (s * INR K)))) _).
    { rule (sum_add K (fun i => - (g i * n i * n j * y_bar i / (s * INR K))) (fun i => - (g i * y_bar i / (s * INR K))) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (g i * n i * n j * y_bar i / (s * INR K))) + rsum K (fun i => - (g i * y_bar i / (s * INR K)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => - (n j / (s * INR K) * g i * n i * y_bar i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (n j / (s * INR K) * g k * n k * y_bar k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => n j / (s * INR K) * g k * n k * y_bar k)) _).
      { rule (sum_neg K (fun i => n j / (s * INR K) * g i * n i * y_bar i) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => n j / (s * INR K) * g i * n i * y_bar i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => n j / (s * INR K) * g k * n k * y_bar k)) _); [ same | ].
      apply (eq_eq _ (n j / (s * INR K) * rsum K (fun k => g k * n k * y_bar k)) _); [ | same ].
      rule_same (sum_factor K (n j / (s * INR K)) (fun i => g i * n i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (1 / (s * INR K) * g i * y_bar i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (1 / (s * INR K) * g k * y_bar k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => 1 / (s * INR K) * g k * y_bar k)) _).
    { rule (sum_neg K (fun i => 1 / (s * INR K) * g i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => 1 / (s * INR K) * g i * y_bar i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => 1 / (s * INR K) * g k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (1 / (s * INR K) * rsum K (fun k => g k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (1 / (s * INR K)) (fun i => g i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (- (rsum K (fun i => g i * n i * y_bar i) * n j / (s * INR K)) - rsum K (fun i => g i * y_bar i) / (s * INR K) + g j * y_bar j / s) _).
  { fractions. }
  symmetry.
  rule (shared_14 j).
Qed.

(* factor *)
Lemma vjp_y_x_3_ring :
  y_bar j * g j / s - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * s) - rsum K (fun i => y_bar i * g i) / (INR K * s)
  = (INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i) - rsum K (fun i => y_bar i * g i)) / (INR K * s).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum K (fun i => g i * n i * y_bar i) * n j / (s * INR K)) - rsum K (fun i => g i * y_bar i) / (s * INR K) + g j * y_bar j / s) _).
  { rule (shared_14 j). }
  symmetry.
  apply (eq_eq _ ((INR K * y_bar j * g j - n j * rsum K (fun i => g i * n i * y_bar i) - rsum K (fun i => g i * y_bar i)) / (INR K * s)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) (f_equal Ropp _)) eq_refl).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  0 < v + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  s <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i))
  ((INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i) - rsum K (fun i => y_bar i * g i)) / (INR K * s)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i))
  ((INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i) - rsum K (fun i => y_bar i * g i)) / (INR K * s))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum K (fun i' => (Formula.V (i')))) (Formula.C (INR K)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.Div (Formula.Sum K (fun i'' => (Formula.V (i'')))) (Formula.C (INR K)))) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))) (Formula.C (b i))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂x_j *)
Lemma jvp_y_x_1_lemma :
  rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i) * x_dot j)
  = rsum K (fun j => g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s) * x_dot j).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (0 < v + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum K (fun j => g i * (INR K * delta i j + (-1) - n i * n j) / (INR K * s) * x_dot j)
  = x_dot i * g i / s - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * s) - g i * rsum K (fun j => x_dot j) / (INR K * s).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun j => delta i j * g i * x_dot j / s - g i * n i * n j * x_dot j / (s * INR K) - g i * x_dot j / (s * INR K))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => delta i k * g i * x_dot k / s - g i * n i * n k * x_dot k / (s * INR K) - g i * x_dot k / (s * INR K))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * g i * x_dot k / s) + rsum K (fun k => - (g i * n i * n k * x_dot k / (s * INR K)) - g i * x_dot k / (s * INR K))) _).
  { rule_same (sum_add K (fun j => delta i j * g i * x_dot j / s) (fun j => - (g i * n i * n j * x_dot j / (s * INR K)) - g i * x_dot j / (s * INR K)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * g i * x_dot j / s) + rsum K (fun j => - (g i * n i * n j * x_dot j / (s * INR K)) - g i * x_dot j / (s * INR K))) _); [ same | ].
  apply (eq_eq _ (g i / s * x_dot i - g i * n i / (s * INR K) * rsum K (fun j => n j * x_dot j) - g i / (s * INR K) * rsum K (fun j => x_dot j)) _).
  { apply (eq_eq _ (g i / s * x_dot i + (- (g i * n i / (s * INR K) * rsum K (fun j => n j * x_dot j)) - g i / (s * INR K) * rsum K (fun j => x_dot j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => g i / s * delta i j * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => g i / s * delta i k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (g i / s * rsum K (fun k => delta i k * x_dot k)) _).
      { rule_same (sum_factor K (g i / s) (fun j => delta i j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (g i / s * rsum K (fun j => delta i j * x_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun j => delta j i * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * x_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => x_dot j) i). }
    apply (eq_eq _ (rsum K (fun k => - (g i * n i * n k * x_dot k / (s * INR K)) - g i * x_dot k / (s * INR K))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (g i * n i * n k * x_dot k / (s * INR K))) + rsum K (fun k => - (g i * x_dot k / (s * INR K)))) _).
    { rule (sum_add K (fun j => - (g i * n i * n j * x_dot j / (s * INR K))) (fun j => - (g i * x_dot j / (s * INR K))) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => - (g i * n i * n j * x_dot j / (s * INR K))) + rsum K (fun j => - (g i * x_dot j / (s * INR K)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => - (g i * n i / (s * INR K) * n j * x_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (g i * n i / (s * INR K) * n k * x_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => g i * n i / (s * INR K) * n k * x_dot k)) _).
      { rule (sum_neg K (fun j => g i * n i / (s * INR K) * n j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum K (fun j => g i * n i / (s * INR K) * n j * x_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => g i * n i / (s * INR K) * n k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (g i * n i / (s * INR K) * rsum K (fun k => n k * x_dot k)) _); [ | same ].
      rule_same (sum_factor K (g i * n i / (s * INR K)) (fun j => n j * x_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => - (g i / (s * INR K) * x_dot j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (g i / (s * INR K) * x_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => g i / (s * INR K) * x_dot k)) _).
    { rule (sum_neg K (fun j => g i / (s * INR K) * x_dot j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => g i / (s * INR K) * x_dot j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => g i / (s * INR K) * x_dot k)) _); [ same | ].
    apply (eq_eq _ (g i / (s * INR K) * rsum K (fun k => x_dot k)) _); [ | same ].
    rule (sum_factor K (g i / (s * INR K)) (fun j => x_dot j) (fun j => true)). }
  apply (eq_eq _ (- (rsum K (fun j => n j * x_dot j) * g i * n i / (s * INR K)) - rsum K (fun j => x_dot j) * g i / (s * INR K) + g i * x_dot i / s) _).
  { fractions. }
  symmetry.
  rule (shared_15 i).
Qed.

(* factor out g_i *)
Lemma jvp_y_x_3_ring :
  x_dot i * g i / s - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * s) - g i * rsum K (fun j => x_dot j) / (INR K * s)
  = g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j) - rsum K (fun j => x_dot j)) / (INR K * s).
Proof.
  assert (s <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum K (fun j => n j * x_dot j) * g i * n i / (s * INR K)) - rsum K (fun j => x_dot j) * g i / (s * INR K) + g i * x_dot i / s) _).
  { rule (shared_15 i). }
  symmetry.
  apply (eq_eq _ (g i * (INR K * x_dot i - n i * rsum K (fun j => n j * x_dot j) - rsum K (fun j => x_dot j)) / (INR K * s)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl)) eq_refl).
    apply rsum_ext; intros j ?; cbv beta.
    arith. }
  cancel.
Qed.

Lemma jvp_y_x_needs_1 :
  0 < v + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jvp_y_x_needs_2 :
  s <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of g (n_of (line1 x x_dot t) (m_of K (line1 x x_dot t)) (s_of (v_of K (line1 x x_dot t) (m_of K (line1 x x_dot t))))) b i)
  (g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j) - rsum K (fun j => x_dot j)) / (INR K * s)).
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i) * x_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K x (fun x' => y_of g (n_of x' (m_of K x') (s_of (v_of K x' (m_of K x')))) b i) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of g (n_of (line1 x x_dot t) (m_of K (line1 x x_dot t)) (s_of (v_of K (line1 x x_dot t) (m_of K (line1 x x_dot t))))) b i)
  (g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j) - rsum K (fun j => x_dot j)) / (INR K * s))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Add (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum K (fun i' => (Formula.V (i')))) (Formula.C (INR K)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.Div (Formula.Sum K (fun i'' => (Formula.V (i'')))) (Formula.C (INR K)))) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))) (Formula.C (b i)))).
Defined.
End jvp_y_x.

(** * Derivative of y by g *)

Section derivative_y_g.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_g_1_unfold :
  pd (at1 g j) (fun g' => y_of g' n b i)
  = pd (at1 g j) (fun g' => g' i * n i + b i).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; ∂g_i/∂g_j = δ_ij *)
Lemma derivative_y_g_2_diff_scale :
  pd (at1 g j) (fun g' => g' i * n i + b i)
  = n i * delta i j.
Proof.
  rule (shared_16 i j).
Qed.

Theorem derivative_y_g :
  is_pd (at1 g j) (fun g' => y_of g' n b i)
  (n i * delta i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_g_1_unfold derivative_y_g_2_diff_scale).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_g_outright : option (
  is_pd (at1 g j) (fun g' => y_of g' n b i)
  (n i * delta i j)).
Proof.
  attempt "derivative_y_g" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.V (i)) (Formula.C (n i))) (Formula.C (b i)))).
Defined.
End derivative_y_g.

(** * VJP of y for g *)

Section vjp_y_g.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂g_j *)
Lemma vjp_y_g_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 g j) (fun g' => y_of g' n b i))
  = rsum K (fun i => y_bar i * n i * delta i j).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (n i * delta i j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 g j) (fun g' => g' i * n i + b i)) _).
  { reflexivity. }
  rule (shared_16 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_g_2_sum_delta :
  rsum K (fun i => y_bar i * n i * delta i j)
  = y_bar j * n j.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i * n i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k * n k)) _); [ same | ].
  rule_same (sum_delta K (fun i => y_bar i * n i) j).
Qed.

Theorem vjp_y_g :
  is_pd (at1 g j) (fun g' => rsum K (fun i => y_bar i * y_of g' n b i))
  (y_bar j * n j).
Proof.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 g j) (fun g' => y_of g' n b i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_g_1_lemma vjp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_g_outright : option (
  is_pd (at1 g j) (fun g' => rsum K (fun i => y_bar i * y_of g' n b i))
  (y_bar j * n j)).
Proof.
  attempt "vjp_y_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Mul (Formula.V (i)) (Formula.C (n i))) (Formula.C (b i))))))).
Defined.
End vjp_y_g.

(** * JVP of y for g *)

Section jvp_y_g.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂g_j *)
Lemma jvp_y_g_1_lemma :
  rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n b i) * g_dot j)
  = rsum K (fun j => n i * delta i j * g_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((n i * delta i j) * g_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 g j) (fun g' => g' i * n i + b i)) _).
  { reflexivity. }
  rule (shared_16 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_g_2_sum_delta :
  rsum K (fun j => n i * delta i j * g_dot j)
  = n i * g_dot i.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta j i * n i * g_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k i * n i * g_dot k)) _); [ same | ].
  rule_same (sum_delta K (fun j => n i * g_dot j) i).
Qed.

Theorem jvp_y_g :
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) n b i)
  (n i * g_dot i).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n b i) * g_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n b i) * g_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K g (fun g' => y_of g' n b i) (fun t => (line1 g g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_g_1_lemma jvp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_g_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) n b i)
  (n i * g_dot i)).
Proof.
  attempt "jvp_y_g" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 g) (Formula.flat1 g_dot) (Formula.Add (Formula.Mul (Formula.V (i)) (Formula.C (n i))) (Formula.C (b i)))).
Defined.
End jvp_y_g.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b j) (fun b' => y_of g n b' i)
  = pd (at1 b j) (fun b' => g i * n i + b' i).
Proof.
  reflexivity.
Qed.

(* ∂b_i/∂b_j = δ_ij *)
Lemma derivative_y_b_2_variable :
  pd (at1 b j) (fun b' => g i * n i + b' i)
  = delta i j.
Proof.
  rule (shared_17 i j).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b j) (fun b' => y_of g n b' i)
  (delta i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b j) (fun b' => y_of g n b' i)
  (delta i j)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (g i * n i)) (Formula.V (i)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂b_j *)
Lemma vjp_y_b_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 b j) (fun b' => y_of g n b' i))
  = rsum K (fun i => y_bar i * delta i j).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b j) (fun b' => g i * n i + b' i)) _).
  { reflexivity. }
  rule (shared_17 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_2_sum_delta :
  rsum K (fun i => y_bar i * delta i j)
  = y_bar j.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k)) _); [ same | ].
  rule (sum_delta K (fun i => y_bar i) j).
Qed.

Theorem vjp_y_b :
  is_pd (at1 b j) (fun b' => rsum K (fun i => y_bar i * y_of g n b' i))
  (y_bar j).
Proof.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 b j) (fun b' => y_of g n b' i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b j) (fun b' => rsum K (fun i => y_bar i * y_of g n b' i))
  (y_bar j)).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.C (g i * n i)) (Formula.V (i))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂b_j *)
Lemma jvp_y_b_1_lemma :
  rsum K (fun j => pd (at1 b j) (fun b' => y_of g n b' i) * b_dot j)
  = rsum K (fun j => delta i j * b_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b j) (fun b' => g i * n i + b' i)) _).
  { reflexivity. }
  rule (shared_17 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum K (fun j => delta i j * b_dot j)
  = b_dot i.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta j i * b_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum K (fun k => delta k i * b_dot k)) _); [ same | ].
  rule (sum_delta K (fun j => b_dot j) i).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of g n (line1 b b_dot t) i)
  (b_dot i).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 b j) (fun b' => y_of g n b' i) * b_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 b j) (fun b' => y_of g n b' i) * b_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K b (fun b' => y_of g n b' i) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of g n (line1 b b_dot t) i)
  (b_dot i)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (g i * n i)) (Formula.V (i)))).
Defined.
End jvp_y_b.
End layer_norm_theory.
