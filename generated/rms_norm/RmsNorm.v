(* made by derive, do not edit *)
(* RMS normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition r_of (K : nat) (x : nat -> R) : R :=
  sqrt (rsum K (fun i => x i ^ 2) / INR K + (1 / 100000)).
#[local] Hint Unfold r_of : definitions.
Definition n_of (x : nat -> R) (r : R) (i : nat) : R :=
  x i / r.
#[local] Hint Unfold n_of : definitions.
Definition y_of (g : nat -> R) (n : nat -> R) (i : nat) : R :=
  g i * n i.
#[local] Hint Unfold y_of : definitions.

Section rms_norm_theory.
Variable (K : nat).
Variables (x g g_dot y_bar x_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation r := (r_of K x).
Local Notation n := (n_of x r).
Local Notation y := (y_of g n).

(** * What several lines rest on *)

Lemma shared_1 :
  r = sqrt ((1 / 100000) + rsum K (fun i => x i ^ 2) / INR K).
Proof.
  apply (eq_eq _ (sqrt (rsum K (fun i => x i ^ 2) / INR K + (1 / 100000))) _).
  { reflexivity. }
  refine (f_equal sqrt _).
  fractions.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (0 <= (1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ->
  delta i j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x i * x j / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 3 * INR K) = delta i j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x i * x j / (((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 1 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) * INR K).
Proof.
  intros i j ? ? ?.
  refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
  apply (eq_eq _ ((((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 1 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K)) * INR K) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ ((sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 2) ^ 1 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K)) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K)).
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k)) = rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r))).
Proof.
  intros i j ? ?.
  assert (r <> 0).
  { sgn. }
  assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((g i * delta i k) * ((INR K * delta k j - n k * n j) / (INR K * r))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 n k) (fun n' => g i * n' i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 n k) (fun n' => g i * n' i)) _).
    { reflexivity. }
    apply (eq_eq _ (g i * pd (at1 n k) (fun n' => n' i)) _).
    { assert (pd (at1 n k) (fun n' => g i) = 0).
      { apply constant. }
      rule (diff_scale (at1 n k) (fun n' => g i) (fun n' => n' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => x' k / r_of K x')) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 x j) (fun x' => x' k) * r - x k * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2) _).
  { assert (r <> 0).
    { sgn. }
    assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
    { sgn. }
    rule (diff_div (at1 x j) (fun x' => x' k) (fun x' => r_of K x')). }
  apply (eq_eq _ ((delta k j * r - x k * rsum K (fun k' => 2 * x k' * delta k' j) / (2 * sqrt (rsum K (fun k' => x k' ^ 2) / INR K + (1 / 100000)) * INR K)) / r ^ 2) _).
  { assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
    { sgn. }
    apply (eq_eq _ ((delta k j * r - x k * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)))) * (rsum K (fun k' => 2 * x k' ^ 1 * delta k' j) / INR K + 0)) / r ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
      { apply variable1. }
      apply (eq_eq _ (x k * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000))) * (rsum K (fun k' => 2 * x k' ^ 1 * delta k' j) / INR K + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => sqrt (rsum K (fun i' => x' i' ^ 2) / INR K + (1 / 100000)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000))) * pd (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2) / INR K + (1 / 100000))) _).
      { rule (diff_sqrt (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2) / INR K + (1 / 100000))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2) / INR K) + pd (at1 x j) (fun x' => (1 / 100000))) _).
      { rule (diff_add (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2) / INR K) (fun x' => (1 / 100000))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i' => x' i' ^ 2))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR K * rsum K (fun i' => x' i' ^ 2))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / INR K * pd (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2))) _).
        { assert (pd (at1 x j) (fun x' => 1 / INR K) = 0).
          { apply constant. }
          rule (diff_scale (at1 x j) (fun x' => 1 / INR K) (fun x' => rsum K (fun i' => x' i' ^ 2))). }
        apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2)) / INR K) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k' => x' k' ^ 2))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k' => pd (at1 x j) (fun x' => x' k' ^ 2))) _).
        { rule (diff_sum (at1 x j) K (fun k' x' => x' k' ^ 2) (fun k' => true)). }
        apply rsum_ext; intros k' ?; cbv beta.
        apply (eq_eq _ (2 * x k' ^ 1 * pd (at1 x j) (fun x' => x' k')) _).
        { assert (pd (at1 x j) (fun x' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 x j) (fun x' => x' k') 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply variable1. }
      apply constant. }
    apply (eq_eq _ ((delta k j * r - x k * rsum K (fun k' => 2 * x k' * delta k' j) / (2 * sqrt (rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)) * INR K)) / r ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ (x k * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)))) * (rsum K (fun k' => 2 * x k' * delta k' j) / INR K)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum K (fun k' => 2 * x k' * delta k' j) / INR K + 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
        apply rsum_ext; intros k' ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        arith. }
      fractions. }
    fractions. }
  apply (eq_eq _ ((delta k j * r - x k * 2 * x j / (2 * sqrt (rsum K (fun k' => x k' ^ 2) / INR K + (1 / 100000)) * INR K)) / r ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    apply (eq_eq _ (x k * (2 * x j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun k' => delta k' j * 2 * x k')) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun k' => 2 * x k') j). }
  apply (eq_eq _ ((delta k j * r - 2 * x k * x j / (2 * sqrt (rsum K (fun k' => x k' ^ 2) / INR K + (1 / 100000)) * INR K)) / r ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    arith. }
  apply (eq_eq _ (delta k j * r / r ^ 2 - 2 * x k * x j / (2 * sqrt (rsum K (fun k' => x k' ^ 2) / INR K + (1 / 100000)) * INR K) / r ^ 2) _).
  { fractions. }
  apply (eq_eq _ (delta k j * r / r ^ 2 - 2 * x k * x j / (2 * sqrt (rsum K (fun k' => x k' ^ 2) / INR K + (1 / 100000)) * INR K * r ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    fractions. }
  apply (eq_eq _ (delta k j / r - n k * n j / (INR K * r)) _).
  { assert (100000 * rsum K (fun i' => x i' ^ 2) + INR K <> 0).
    { sgn. }
    assert ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K <> 0).
    { sgn. }
    assert (0 <= (1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K).
    { sgn. }
    assert (INR K <> 0).
    { sgn. }
    assert (sqrt ((1 / 100000) + rsum K (fun k' => x k' ^ 2) / INR K) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 2 - 2 * x k * x j / (2 * sqrt ((1 / 100000) + rsum K (fun k' => x k' ^ 2) / INR K) * INR K * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 2)) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal sqrt _)) eq_refl) (f_equal (fun x => x ^ 2) _))))).
      { rule shared_1. }
      { rule shared_1. }
      { fractions. }
      rule shared_1. }
    apply (eq_eq _ (delta k j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x k * x j / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 3 * INR K)) _).
    { cancel. }
    apply (eq_eq _ (delta k j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x k * x j / (((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 1 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) * INR K)) _).
    { rule (shared_2 k j). }
    apply (eq_eq _ ((100000 * delta k j * rsum K (fun i' => x i' ^ 2) + delta k j * INR K - 100000 * x k * x j) / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) * (100000 * rsum K (fun i' => x i' ^ 2) + INR K))) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (delta k j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x k / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) * (x j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K)) / (INR K * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K))) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ _) (f_equal2 Rmult eq_refl _)))).
      { rule shared_1. }
      { apply (eq_eq _ (x k / r) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        rule shared_1. }
      { apply (eq_eq _ (x j / r) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        rule shared_1. }
      rule shared_1. }
    apply (eq_eq _ (delta k j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x k * x j / (sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 3 * INR K)) _).
    { fractions. }
    apply (eq_eq _ (delta k j / sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) - x k * x j / (((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) ^ 1 * sqrt ((1 / 100000) + rsum K (fun i' => x i' ^ 2) / INR K) * INR K)) _).
    { rule (shared_2 k j). }
    cancel. }
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (delta k j / r - n k * n j / (r * INR K)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r))) = g i * (INR K * delta i j - n i * n j) / (INR K * r).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * (g i * (INR K * delta k j - n k * n j) / (INR K * r)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => g i * (INR K * delta k j - n k * n j) / (INR K * r)) i).
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i) = g i * (INR K * delta i j - n i * n j) / (INR K * r).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k))) _).
  { assert (r <> 0).
    { sgn. }
    assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
    { sgn. }
    apply (chain1 (at1 x j) K (fun n' => y_of g n' i) (fun x' => n_of x' (r_of K x'))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r)))) _).
  { rule (shared_3 i j). }
  rule (shared_4 i j).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  y_bar j * g j / r - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * r) = - (rsum K (fun i => g i * n i * y_bar i) * n j / (r * INR K)) + g j * y_bar j / r.
Proof.
  intros j ?.
  apply (eq_eq _ (y_bar j * g j / r - n j * rsum K (fun i => g i * n i * y_bar i) / (INR K * r)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < K)%nat ->
  x_dot i * g i / r - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * r) = - (rsum K (fun j => n j * x_dot j) * g i * n i / (r * INR K)) + g i * x_dot i / r.
Proof.
  intros i ?.
  apply (eq_eq _ (x_dot i * g i / r - g i * n i * rsum K (fun j => n j * x_dot j) / (INR K * r)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl))).
    apply rsum_ext; intros j ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_8 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 g j) (fun g' => g' i * n i) = n i * pd (at1 g j) (fun g' => g' i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 g j) (fun g' => n i * g' i)) _).
  { apply pd_ext.
    intros g'; cbv beta.
    arith. }
  assert (pd (at1 g j) (fun g' => n i) = 0).
  { apply constant. }
  rule (diff_scale (at1 g j) (fun g' => n i) (fun g' => g' i)).
Qed.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through n_k *)
Lemma jacobian_1_chain :
  pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  = rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k)).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
  { sgn. }
  apply (chain1 (at1 x j) K (fun n' => y_of g n' i) (fun x' => n_of x' (r_of K x'))); [ dsm | premise ].
Qed.

(* put in ∂y_i/∂n_k and ∂n_k/∂x_j *)
Lemma jacobian_2_lemma :
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k))
  = rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r))).
Proof.
  rule (shared_3 i j).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r)))
  = g i * (INR K * delta i j - n i * n j) / (INR K * r).
Proof.
  rule (shared_4 i j).
Qed.

(* rearrange *)
Lemma jacobian_4_ring :
  g i * (INR K * delta i j - n i * n j) / (INR K * r)
  = g i / r * (delta i j - n i * n j / INR K).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j * g i / r - g i * n i * n j / (r * INR K)) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma jacobian_needs_1 :
  0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  r <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  (g i / r * (delta i j - n i * n j / INR K)).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma (eq_eq _ _ _ jacobian_3_sum_delta jacobian_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  (g i / r * (delta i j - n i * n j / INR K))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000)))))))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through n_k *)
Lemma derivative_y_x_1_chain :
  pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  = rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k)).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
  { sgn. }
  apply (chain1 (at1 x j) K (fun n' => y_of g n' i) (fun x' => n_of x' (r_of K x'))); [ dsm | premise ].
Qed.

(* put in ∂y_i/∂n_k and ∂n_k/∂x_j *)
Lemma derivative_y_x_2_lemma :
  rsum K (fun k => pd (at1 n k) (fun n' => y_of g n' i) * pd (at1 x j) (fun x' => n_of x' (r_of K x') k))
  = rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r))).
Proof.
  rule (shared_3 i j).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum K (fun k => g i * delta i k * ((INR K * delta k j - n k * n j) / (INR K * r)))
  = g i * (INR K * delta i j - n i * n j) / (INR K * r).
Proof.
  rule (shared_4 i j).
Qed.

Lemma derivative_y_x_needs_1 :
  0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma derivative_y_x_needs_2 :
  r <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  (g i * (INR K * delta i j - n i * n j) / (INR K * r)).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain (eq_eq _ _ _ derivative_y_x_2_lemma derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i)
  (g i * (INR K * delta i j - n i * n j) / (INR K * r))).
Proof.
  attempt "derivative_y_x" from (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000)))))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂x_j *)
Lemma vjp_y_x_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i))
  = rsum K (fun i => y_bar i * (g i * (INR K * delta i j - n i * n j) / (INR K * r))).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (0 < rsum K (fun i => x i ^ 2) / INR K + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_factor :
  rsum K (fun i => y_bar i * (g i * (INR K * delta i j - n i * n j) / (INR K * r)))
  = y_bar j * g j / r - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * r).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun i => delta i j * g i * y_bar i / r - g i * n i * n j * y_bar i / (r * INR K))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k / r - g k * n k * n j * y_bar k / (r * INR K))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k / r) + rsum K (fun k => - (g k * n k * n j * y_bar k / (r * INR K)))) _).
  { rule (sum_add K (fun i => delta i j * g i * y_bar i / r) (fun i => - (g i * n i * n j * y_bar i / (r * INR K))) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * g i * y_bar i / r) + rsum K (fun i => - (g i * n i * n j * y_bar i / (r * INR K)))) _); [ same | ].
  apply (eq_eq _ (1 / r * g j * y_bar j - n j / (r * INR K) * rsum K (fun i => g i * n i * y_bar i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => 1 / r * delta i j * g i * y_bar i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / r * delta k j * g k * y_bar k)) _); [ same | ].
      apply (eq_eq _ (1 / r * rsum K (fun k => delta k j * g k * y_bar k)) _).
      { rule_same (sum_factor K (1 / r) (fun i => delta i j * g i * y_bar i) (fun i => true)). }
      apply (eq_eq _ (1 / r * rsum K (fun i => delta i j * g i * y_bar i)) _); [ same | ].
      apply (eq_eq _ (1 / r * (g j * y_bar j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * g k * y_bar k)) _); [ same | ].
      rule_same (sum_delta K (fun i => g i * y_bar i) j). }
    apply (eq_eq _ (rsum K (fun i => - (n j / (r * INR K) * g i * n i * y_bar i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (n j / (r * INR K) * g k * n k * y_bar k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => n j / (r * INR K) * g k * n k * y_bar k)) _).
    { rule (sum_neg K (fun i => n j / (r * INR K) * g i * n i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => n j / (r * INR K) * g i * n i * y_bar i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => n j / (r * INR K) * g k * n k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (n j / (r * INR K) * rsum K (fun k => g k * n k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (n j / (r * INR K)) (fun i => g i * n i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (- (rsum K (fun i => g i * n i * y_bar i) * n j / (r * INR K)) + g j * y_bar j / r) _).
  { fractions. }
  symmetry.
  rule (shared_6 j).
Qed.

(* factor *)
Lemma vjp_y_x_3_ring :
  y_bar j * g j / r - n j * rsum K (fun i => y_bar i * g i * n i) / (INR K * r)
  = (INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i)) / (INR K * r).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum K (fun i => g i * n i * y_bar i) * n j / (r * INR K)) + g j * y_bar j / r) _).
  { rule (shared_6 j). }
  symmetry.
  apply (eq_eq _ ((INR K * y_bar j * g j - n j * rsum K (fun i => g i * n i * y_bar i)) / (INR K * r)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  0 < rsum K (fun i => x i ^ 2) / INR K + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  r <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of g (n_of x' (r_of K x')) i))
  ((INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i)) / (INR K * r)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of g (n_of x' (r_of K x')) i))
  ((INR K * y_bar j * g j - n j * rsum K (fun i => y_bar i * g i * n i)) / (INR K * r))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000))))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂x_j *)
Lemma jvp_y_x_1_lemma :
  rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i) * x_dot j)
  = rsum K (fun j => g i * (INR K * delta i j - n i * n j) / (INR K * r) * x_dot j).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum K (fun j => g i * (INR K * delta i j - n i * n j) / (INR K * r) * x_dot j)
  = x_dot i * g i / r - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * r).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun j => delta i j * g i * x_dot j / r - g i * n i * n j * x_dot j / (r * INR K))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => delta i k * g i * x_dot k / r - g i * n i * n k * x_dot k / (r * INR K))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * g i * x_dot k / r) + rsum K (fun k => - (g i * n i * n k * x_dot k / (r * INR K)))) _).
  { rule (sum_add K (fun j => delta i j * g i * x_dot j / r) (fun j => - (g i * n i * n j * x_dot j / (r * INR K))) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * g i * x_dot j / r) + rsum K (fun j => - (g i * n i * n j * x_dot j / (r * INR K)))) _); [ same | ].
  apply (eq_eq _ (g i / r * x_dot i - g i * n i / (r * INR K) * rsum K (fun j => n j * x_dot j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => g i / r * delta i j * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => g i / r * delta i k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (g i / r * rsum K (fun k => delta i k * x_dot k)) _).
      { rule_same (sum_factor K (g i / r) (fun j => delta i j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (g i / r * rsum K (fun j => delta i j * x_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun j => delta j i * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * x_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => x_dot j) i). }
    apply (eq_eq _ (rsum K (fun j => - (g i * n i / (r * INR K) * n j * x_dot j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (g i * n i / (r * INR K) * n k * x_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => g i * n i / (r * INR K) * n k * x_dot k)) _).
    { rule (sum_neg K (fun j => g i * n i / (r * INR K) * n j * x_dot j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => g i * n i / (r * INR K) * n j * x_dot j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => g i * n i / (r * INR K) * n k * x_dot k)) _); [ same | ].
    apply (eq_eq _ (g i * n i / (r * INR K) * rsum K (fun k => n k * x_dot k)) _); [ | same ].
    rule_same (sum_factor K (g i * n i / (r * INR K)) (fun j => n j * x_dot j) (fun j => true)). }
  apply (eq_eq _ (- (rsum K (fun j => n j * x_dot j) * g i * n i / (r * INR K)) + g i * x_dot i / r) _).
  { fractions. }
  symmetry.
  rule (shared_7 i).
Qed.

(* factor out g_i *)
Lemma jvp_y_x_3_ring :
  x_dot i * g i / r - g i * n i * rsum K (fun j => x_dot j * n j) / (INR K * r)
  = g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j)) / (INR K * r).
Proof.
  assert (r <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum K (fun j => n j * x_dot j) * g i * n i / (r * INR K)) + g i * x_dot i / r) _).
  { rule (shared_7 i). }
  symmetry.
  apply (eq_eq _ (g i * (INR K * x_dot i - n i * rsum K (fun j => n j * x_dot j)) / (INR K * r)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _)))) eq_refl).
    apply rsum_ext; intros j ?; cbv beta.
    arith. }
  cancel.
Qed.

Lemma jvp_y_x_needs_1 :
  0 < rsum K (fun i' => x i' ^ 2) / INR K + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jvp_y_x_needs_2 :
  r <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of g (n_of (line1 x x_dot t) (r_of K (line1 x x_dot t))) i)
  (g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j)) / (INR K * r)).
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i) * x_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of g (n_of x' (r_of K x')) i) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K x (fun x' => y_of g (n_of x' (r_of K x')) i) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of g (n_of (line1 x x_dot t) (r_of K (line1 x x_dot t))) i)
  (g i * (INR K * x_dot i - n i * rsum K (fun j => x_dot j * n j)) / (INR K * r))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Mul (Formula.C (g i)) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2))) (Formula.C (INR K))) (Formula.C ((1 / 100000)))))))).
Defined.
End jvp_y_x.

(** * Derivative of y by g *)

Section derivative_y_g.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_g_1_unfold :
  pd (at1 g j) (fun g' => y_of g' n i)
  = pd (at1 g j) (fun g' => g' i * n i).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_g_2_diff_scale :
  pd (at1 g j) (fun g' => g' i * n i)
  = n i * pd (at1 g j) (fun g' => g' i).
Proof.
  rule (shared_8 i j).
Qed.

(* ∂g_i/∂g_j = δ_ij *)
Lemma derivative_y_g_3_variable :
  n i * pd (at1 g j) (fun g' => g' i)
  = n i * delta i j.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Theorem derivative_y_g :
  is_pd (at1 g j) (fun g' => y_of g' n i)
  (n i * delta i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_g_1_unfold (eq_eq _ _ _ derivative_y_g_2_diff_scale derivative_y_g_3_variable)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_g_outright : option (
  is_pd (at1 g j) (fun g' => y_of g' n i)
  (n i * delta i j)).
Proof.
  attempt "derivative_y_g" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.V (i)) (Formula.C (n i)))).
Defined.
End derivative_y_g.

(** * VJP of y for g *)

Section vjp_y_g.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂g_j *)
Lemma vjp_y_g_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 g j) (fun g' => y_of g' n i))
  = rsum K (fun i => y_bar i * n i * delta i j).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (n i * delta i j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 g j) (fun g' => g' i * n i)) _).
  { reflexivity. }
  apply (eq_eq _ (n i * pd (at1 g j) (fun g' => g' i)) _).
  { rule (shared_8 i j). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
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
  is_pd (at1 g j) (fun g' => rsum K (fun i => y_bar i * y_of g' n i))
  (y_bar j * n j).
Proof.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 g j) (fun g' => y_of g' n i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_g_1_lemma vjp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_g_outright : option (
  is_pd (at1 g j) (fun g' => rsum K (fun i => y_bar i * y_of g' n i))
  (y_bar j * n j)).
Proof.
  attempt "vjp_y_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Mul (Formula.V (i)) (Formula.C (n i))))))).
Defined.
End vjp_y_g.

(** * JVP of y for g *)

Section jvp_y_g.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂g_j *)
Lemma jvp_y_g_1_lemma :
  rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n i) * g_dot j)
  = rsum K (fun j => n i * delta i j * g_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((n i * delta i j) * g_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 g j) (fun g' => g' i * n i)) _).
  { reflexivity. }
  apply (eq_eq _ (n i * pd (at1 g j) (fun g' => g' i)) _).
  { rule (shared_8 i j). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
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
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) n i)
  (n i * g_dot i).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n i) * g_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 g j) (fun g' => y_of g' n i) * g_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K g (fun g' => y_of g' n i) (fun t => (line1 g g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_g_1_lemma jvp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_g_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) n i)
  (n i * g_dot i)).
Proof.
  attempt "jvp_y_g" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 g) (Formula.flat1 g_dot) (Formula.Mul (Formula.V (i)) (Formula.C (n i)))).
Defined.
End jvp_y_g.
End rms_norm_theory.
