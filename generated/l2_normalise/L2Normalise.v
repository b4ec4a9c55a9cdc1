(* made by derive, do not edit *)
(* L2 normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition r_of (K : nat) (x : nat -> R) : R :=
  sqrt (rsum K (fun i => x i ^ 2)).
#[local] Hint Unfold r_of : definitions.
Definition y_of (x : nat -> R) (r : R) (i : nat) : R :=
  x i / r.
#[local] Hint Unfold y_of : definitions.

Section l2_normalise_theory.
Variable (K : nat).
Variables (x x_dot y_bar : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation r := (r_of K x).
Local Notation y := (y_of x r).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 x j) (fun x' => rsum K (fun i => x' i ^ 2)) = rsum K (fun k => 2 * x k ^ 1 * delta k j).
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => x' k ^ 2))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => x' k ^ 2))) _).
  { rule (diff_sum (at1 x j) K (fun k x' => x' k ^ 2) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (2 * x k ^ 1 * pd (at1 x j) (fun x' => x' k)) _).
  { assert (pd (at1 x j) (fun x' => 2) = 0).
    { apply constant. }
    assert (2 = 1 + 1).
    { arith. }
    rule (diff_pow_int (at1 x j) (fun x' => x' k) 2%nat 1%nat 2). }
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
  apply variable1.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => 2 * x k * delta k j) = 2 * x j.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * 2 * x k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => 2 * x k) j).
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (0 < rsum K (fun i' => x i' ^ 2)) ->
  (pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2 = (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun i' => x i' ^ 2)))) / r ^ 2.
Proof.
  intros i j ? ? ?.
  apply (eq_eq _ ((delta i j * r - x i * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2)))) * rsum K (fun k => 2 * x k ^ 1 * delta k j)) / r ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
    { apply variable1. }
    apply (eq_eq _ (x i * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2))) * rsum K (fun k => 2 * x k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => sqrt (rsum K (fun i' => x' i' ^ 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2))) * pd (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2))) _).
    { rule (diff_sqrt (at1 x j) (fun x' => rsum K (fun i' => x' i' ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_1 j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  apply (eq_eq _ (x i * (1 / (2 * sqrt (rsum K (fun i' => x i' ^ 2)))) * rsum K (fun k => 2 * x k * delta k j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  fractions.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2 = (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2.
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((delta i j * r - x i * 2 * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    apply (eq_eq _ (x i * (2 * x j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_2 j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
  arith.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2 = delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2))) / r ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (0 <= rsum K (fun i' => x i' ^ 2)) ->
  delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / sqrt (rsum K (fun i' => x i' ^ 2)) ^ 3 = delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / (rsum K (fun i' => x i' ^ 2) ^ 1 * sqrt (rsum K (fun i' => x i' ^ 2))).
Proof.
  intros i j ? ? ?.
  refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
  apply (eq_eq _ ((sqrt (rsum K (fun i' => x i' ^ 2)) ^ 2) ^ 1 * sqrt (rsum K (fun i' => x i' ^ 2))) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square (rsum K (fun i' => x i' ^ 2))).
Qed.

Lemma shared_7 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (sqrt (rsum K (fun k => x k ^ 2)) <> 0) ->
  delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2) = delta i j / r - y i * y j / r.
Proof.
  intros i j ? ? ?.
  assert (0 <= rsum K (fun i' => x i' ^ 2)).
  { sgn. }
  apply (eq_eq _ (delta i j * sqrt (rsum K (fun i' => x i' ^ 2)) / sqrt (rsum K (fun i' => x i' ^ 2)) ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * sqrt (rsum K (fun i' => x i' ^ 2)) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / sqrt (rsum K (fun i' => x i' ^ 2)) ^ 3) _).
  { cancel. }
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / (rsum K (fun i' => x i' ^ 2) ^ 1 * sqrt (rsum K (fun i' => x i' ^ 2)))) _).
  { rule (shared_6 i j). }
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / (sqrt (rsum K (fun i' => x i' ^ 2)) * rsum K (fun i' => x i' ^ 2))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i / sqrt (rsum K (fun i' => x i' ^ 2)) * (x j / sqrt (rsum K (fun i' => x i' ^ 2))) / sqrt (rsum K (fun i' => x i' ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / sqrt (rsum K (fun i' => x i' ^ 2)) ^ 3) _).
  { fractions. }
  apply (eq_eq _ (delta i j / sqrt (rsum K (fun i' => x i' ^ 2)) - x i * x j / (rsum K (fun i' => x i' ^ 2) ^ 1 * sqrt (rsum K (fun i' => x i' ^ 2)))) _).
  { rule (shared_6 i j). }
  fractions.
Qed.

Lemma shared_8 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  delta i j / r - y i * y j / r = (delta i j - y i * y j) / r.
Proof.
  intros i j ? ?.
  symmetry.
  fractions.
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (0 < rsum K (fun i' => x i' ^ 2)) ->
  pd (at1 x j) (fun x' => y_of x' (r_of K x') i) = (delta i j - y i * y j) / r.
Proof.
  intros i j ? ? ?.
  assert (r <> 0).
  { sgn. }
  assert (sqrt (rsum K (fun k => x k ^ 2)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => x' i / r_of K x')) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2) _).
  { rule (diff_div (at1 x j) (fun x' => x' i) (fun x' => r_of K x')). }
  apply (eq_eq _ ((delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2) _).
  { rule_same (shared_3 i j). }
  apply (eq_eq _ ((delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2) _).
  { rule (shared_4 i j). }
  apply (eq_eq _ (delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2)) _).
  { rule (shared_5 i j). }
  apply (eq_eq _ (delta i j / r - y i * y j / r) _).
  { rule (shared_7 i j). }
  rule (shared_8 i j).
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < K)%nat ->
  y_bar j / r - y j * rsum K (fun i => y_bar i * y i) / r = - (rsum K (fun i => y i * y_bar i) * y j / r) + y_bar j / r.
Proof.
  intros j ?.
  apply (eq_eq _ (y_bar j / r - y j * rsum K (fun i => y i * y_bar i) / r) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

(** * unit-length *)

Section unit_length.
Hypothesis given1 : rsum K (fun i => x i ^ 2) <> 0.

(* definition of y_i *)
Lemma unit_length_1_unfold :
  rsum K (fun i => y i ^ 2)
  = rsum K (fun i => (x i / r) ^ 2).
Proof.
  reflexivity.
Qed.

(* the square of a square root; a constant factor goes in front of the sum *)
Lemma unit_length_2_sqrt_square :
  rsum K (fun i => (x i / r) ^ 2)
  = 1.
Proof.
  assert (0 <= rsum K (fun i => x i ^ 2)).
  { sgn. }
  apply (eq_eq _ (rsum K (fun i => x i ^ 2 / rsum K (fun i' => x i' ^ 2))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((x i / sqrt (rsum K (fun i' => x i' ^ 2))) ^ 2) _).
    { reflexivity. }
    apply (eq_eq _ (x i ^ 2 / sqrt (rsum K (fun i' => x i' ^ 2)) ^ 2) _).
    { fractions. }
    apply (eq_eq _ (x i ^ 2 / rsum K (fun i' => x i' ^ 2) ^ 1) _).
    { refine (f_equal2 Rdiv eq_refl _).
      apply (eq_eq _ ((sqrt (rsum K (fun i' => x i' ^ 2)) ^ 2) ^ 1) _).
      { arith. }
      refine (f_equal (fun x => x ^ 1) _).
      rule (sqrt_square (rsum K (fun i' => x i' ^ 2))). }
    fractions. }
  apply (eq_eq _ (rsum K (fun i => 1 / rsum K (fun i' => x i' ^ 2) * x i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun i => x i ^ 2) * x k ^ 2)) _); [ same | ].
  apply (eq_eq _ (1 / rsum K (fun i => x i ^ 2) * rsum K (fun k => x k ^ 2)) _).
  { rule (sum_factor K (1 / rsum K (fun i => x i ^ 2)) (fun i => x i ^ 2) (fun i => true)). }
  apply (eq_eq _ (1 / rsum K (fun i => x i ^ 2) * rsum K (fun i => x i ^ 2)) _); [ same | ].
  apply (eq_eq _ (1) _).
  { cancel. }
  reflexivity.
Qed.

Theorem unit_length :
  rsum K (fun i => y i ^ 2)
  = 1.
Proof.
  exact (eq_eq _ _ _ unit_length_1_unfold unit_length_2_sqrt_square).
Qed.
End unit_length.

(** * Gradient of the length *)

Section length.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : 0 < rsum K (fun i => x i ^ 2).

(* definition of r *)
Lemma length_1_unfold :
  pd (at1 x j) (fun x' => r_of K x')
  = pd (at1 x j) (fun x' => sqrt (rsum K (fun i => x' i ^ 2))).
Proof.
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma length_2_diff_sqrt :
  pd (at1 x j) (fun x' => sqrt (rsum K (fun i => x' i ^ 2)))
  = pd (at1 x j) (fun x' => rsum K (fun i => x' i ^ 2)) / (2 * sqrt (rsum K (fun i => x i ^ 2))).
Proof.
  apply (eq_eq _ (1 / (2 * sqrt (rsum K (fun i => x i ^ 2))) * pd (at1 x j) (fun x' => rsum K (fun i => x' i ^ 2))) _).
  { rule (diff_sqrt (at1 x j) (fun x' => rsum K (fun i => x' i ^ 2))). }
  fractions.
Qed.

(* differentiate under the sum; power rule; ∂x_k/∂x_j = δ_kj *)
Lemma length_3_diff_sum :
  pd (at1 x j) (fun x' => rsum K (fun i => x' i ^ 2)) / (2 * sqrt (rsum K (fun i => x i ^ 2)))
  = rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun i => x i ^ 2))).
Proof.
  apply (eq_eq _ (rsum K (fun k => 2 * x k ^ 1 * delta k j) / (2 * sqrt (rsum K (fun i => x i ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_1 j). }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma length_4_sum_delta :
  rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun i => x i ^ 2)))
  = 2 * x j / (2 * sqrt (rsum K (fun i => x i ^ 2))).
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_2 j).
Qed.

(* definition of y_j *)
Lemma length_5_unfold :
  2 * x j / (2 * sqrt (rsum K (fun i => x i ^ 2)))
  = y j.
Proof.
  apply (eq_eq _ (x j / sqrt (rsum K (fun i => x i ^ 2))) _).
  { fractions. }
  reflexivity.
Qed.

Theorem length :
  is_pd (at1 x j) (fun x' => r_of K x')
  (y j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ length_1_unfold (eq_eq _ _ _ length_2_diff_sqrt (eq_eq _ _ _ length_3_diff_sum (eq_eq _ _ _ length_4_sum_delta length_5_unfold)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition length_outright : option (
  is_pd (at1 x j) (fun x' => r_of K x')
  (y j)).
Proof.
  attempt "length" by Formula.outright (Formula.by_vector (Formula.Sqrt (Formula.Sum K (fun i => (Formula.Pow (Formula.V (i)) 2))))).
Defined.
End length.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : 0 < rsum K (fun i' => x i' ^ 2).

Lemma jacobian_needs_1 :
  r <> 0.
Proof.
  sgn.
Qed.

(* definition of y_i *)
Lemma jacobian_1_unfold :
  pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  = pd (at1 x j) (fun x' => x' i / r_of K x').
Proof.
  pose proof jacobian_needs_1.
  reflexivity.
Qed.

(* quotient rule with g = x_i, h = r *)
Lemma jacobian_2_diff_div :
  pd (at1 x j) (fun x' => x' i / r_of K x')
  = (pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2.
Proof.
  pose proof jacobian_needs_1.
  rule (diff_div (at1 x j) (fun x' => x' i) (fun x' => r_of K x')).
Qed.

(* derivative of sqrt, chain rule; differentiate under the sum; power rule; ∂x_i/∂x_j = δ_ij *)
Lemma jacobian_3_diff_sqrt :
  (pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2
  = (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2.
Proof.
  rule_same (shared_3 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_4_sum_delta :
  (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2
  = (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2.
Proof.
  rule (shared_4 i j).
Qed.

(* split the fraction *)
Lemma jacobian_5_ring :
  (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2
  = delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2).
Proof.
  rule (shared_5 i j).
Qed.

Lemma jacobian_needs_2 :
  sqrt (rsum K (fun k => x k ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma jacobian_6_sqrt_square :
  delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2)
  = delta i j / r - y i * y j / r.
Proof.
  pose proof jacobian_needs_2.
  rule (shared_7 i j).
Qed.

(* factor *)
Lemma jacobian_7_ring :
  delta i j / r - y i * y j / r
  = (delta i j - y i * y j) / r.
Proof.
  rule (shared_8 i j).
Qed.

Theorem jacobian :
  is_pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  ((delta i j - y i * y j) / r).
Proof.
  pose proof jacobian_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_div (eq_eq _ _ _ jacobian_3_diff_sqrt (eq_eq _ _ _ jacobian_4_sum_delta (eq_eq _ _ _ jacobian_5_ring (eq_eq _ _ _ jacobian_6_sqrt_square jacobian_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  ((delta i j - y i * y j) / r)).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2)))))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : 0 < rsum K (fun i' => x i' ^ 2).

Lemma derivative_y_x_needs_1 :
  r <> 0.
Proof.
  sgn.
Qed.

(* definition of y_i *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  = pd (at1 x j) (fun x' => x' i / r_of K x').
Proof.
  pose proof derivative_y_x_needs_1.
  reflexivity.
Qed.

(* quotient rule with g = x_i, h = r *)
Lemma derivative_y_x_2_diff_div :
  pd (at1 x j) (fun x' => x' i / r_of K x')
  = (pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2.
Proof.
  pose proof derivative_y_x_needs_1.
  rule (diff_div (at1 x j) (fun x' => x' i) (fun x' => r_of K x')).
Qed.

(* derivative of sqrt, chain rule; differentiate under the sum; power rule; ∂x_i/∂x_j = δ_ij *)
Lemma derivative_y_x_3_diff_sqrt :
  (pd (at1 x j) (fun x' => x' i) * r - x i * pd (at1 x j) (fun x' => r_of K x')) / r ^ 2
  = (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2.
Proof.
  rule_same (shared_3 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_4_sum_delta :
  (delta i j * r - x i * rsum K (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2
  = (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2.
Proof.
  rule (shared_4 i j).
Qed.

(* split the fraction *)
Lemma derivative_y_x_5_ring :
  (delta i j * r - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)))) / r ^ 2
  = delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2).
Proof.
  rule (shared_5 i j).
Qed.

Lemma derivative_y_x_needs_2 :
  sqrt (rsum K (fun k => x k ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma derivative_y_x_6_sqrt_square :
  delta i j * r / r ^ 2 - 2 * x i * x j / (2 * sqrt (rsum K (fun k => x k ^ 2)) * r ^ 2)
  = delta i j / r - y i * y j / r.
Proof.
  pose proof derivative_y_x_needs_2.
  rule (shared_7 i j).
Qed.

(* factor *)
Lemma derivative_y_x_7_ring :
  delta i j / r - y i * y j / r
  = (delta i j - y i * y j) / r.
Proof.
  rule (shared_8 i j).
Qed.

Theorem derivative_y_x :
  is_pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  ((delta i j - y i * y j) / r).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_div (eq_eq _ _ _ derivative_y_x_3_diff_sqrt (eq_eq _ _ _ derivative_y_x_4_sum_delta (eq_eq _ _ _ derivative_y_x_5_ring (eq_eq _ _ _ derivative_y_x_6_sqrt_square derivative_y_x_7_ring)))))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x j) (fun x' => y_of x' (r_of K x') i)
  ((delta i j - y i * y j) / r)).
Proof.
  attempt "derivative_y_x" as (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2)))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : 0 < rsum K (fun i => x i ^ 2).

Lemma vjp_y_x_needs_1 :
  r <> 0.
Proof.
  sgn.
Qed.

(* put in ∂y_i/∂x_j *)
Lemma vjp_y_x_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of x' (r_of K x') i))
  = rsum K (fun i => y_bar i * ((delta i j - y i * y j) / r)).
Proof.
  pose proof vjp_y_x_needs_1.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 i j).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_factor :
  rsum K (fun i => y_bar i * ((delta i j - y i * y j) / r))
  = y_bar j / r - y j * rsum K (fun i => y_bar i * y i) / r.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i / r - y i * y j * y_bar i / r)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k / r - y k * y j * y_bar k / r)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k / r) + rsum K (fun k => - (y k * y j * y_bar k / r))) _).
  { rule (sum_add K (fun i => delta i j * y_bar i / r) (fun i => - (y i * y j * y_bar i / r)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i / r) + rsum K (fun i => - (y i * y j * y_bar i / r))) _); [ same | ].
  apply (eq_eq _ (1 / r * y_bar j - y j / r * rsum K (fun i => y i * y_bar i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => 1 / r * delta i j * y_bar i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / r * delta k j * y_bar k)) _); [ same | ].
      apply (eq_eq _ (1 / r * rsum K (fun k => delta k j * y_bar k)) _).
      { rule_same (sum_factor K (1 / r) (fun i => delta i j * y_bar i) (fun i => true)). }
      apply (eq_eq _ (1 / r * rsum K (fun i => delta i j * y_bar i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k)) _); [ same | ].
      rule (sum_delta K (fun i => y_bar i) j). }
    apply (eq_eq _ (rsum K (fun i => - (y j / r * y i * y_bar i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (y j / r * y k * y_bar k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y j / r * y k * y_bar k)) _).
    { rule (sum_neg K (fun i => y j / r * y i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => y j / r * y i * y_bar i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y j / r * y k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (y j / r * rsum K (fun k => y k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (y j / r) (fun i => y i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j / r) + y_bar j / r) _).
  { fractions. }
  symmetry.
  rule (shared_10 j).
Qed.

(* factor *)
Lemma vjp_y_x_3_ring :
  y_bar j / r - y j * rsum K (fun i => y_bar i * y i) / r
  = (y_bar j - y j * rsum K (fun i => y_bar i * y i)) / r.
Proof.
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j / r) + y_bar j / r) _).
  { rule (shared_10 j). }
  symmetry.
  apply (eq_eq _ ((y_bar j - y j * rsum K (fun i => y i * y_bar i)) / r) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of x' (r_of K x') i))
  ((y_bar j - y j * rsum K (fun i => y_bar i * y i)) / r).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 x j) (fun x' => y_of x' (r_of K x') i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x j) (fun x' => rsum K (fun i => y_bar i * y_of x' (r_of K x') i))
  ((y_bar j - y j * rsum K (fun i => y_bar i * y i)) / r)).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : 0 < rsum K (fun i' => x i' ^ 2).

Lemma jvp_y_x_needs_1 :
  r <> 0.
Proof.
  sgn.
Qed.

(* put in ∂y_i/∂x_j *)
Lemma jvp_y_x_1_lemma :
  rsum K (fun j => pd (at1 x j) (fun x' => y_of x' (r_of K x') i) * x_dot j)
  = rsum K (fun j => (delta i j - y i * y j) / r * x_dot j).
Proof.
  pose proof jvp_y_x_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 i j).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum K (fun j => (delta i j - y i * y j) / r * x_dot j)
  = x_dot i / r - y i * rsum K (fun j => x_dot j * y j) / r.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta i j * x_dot j / r - x_dot j * y i * y j / r)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta i k * x_dot k / r - x_dot k * y i * y k / r)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * x_dot k / r) + rsum K (fun k => - (x_dot k * y i * y k / r))) _).
  { rule (sum_add K (fun j => delta i j * x_dot j / r) (fun j => - (x_dot j * y i * y j / r)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * x_dot j / r) + rsum K (fun j => - (x_dot j * y i * y j / r))) _); [ same | ].
  apply (eq_eq _ (1 / r * x_dot i - y i / r * rsum K (fun j => x_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => 1 / r * delta i j * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / r * delta i k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / r * rsum K (fun k => delta i k * x_dot k)) _).
      { rule_same (sum_factor K (1 / r) (fun j => delta i j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (1 / r * rsum K (fun j => delta i j * x_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun j => delta j i * x_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * x_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => x_dot j) i). }
    apply (eq_eq _ (rsum K (fun j => - (y i / r * x_dot j * y j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (y i / r * x_dot k * y k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y i / r * x_dot k * y k)) _).
    { rule (sum_neg K (fun j => y i / r * x_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => y i / r * x_dot j * y j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y i / r * x_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (y i / r * rsum K (fun k => x_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K (y i / r) (fun j => x_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (- (rsum K (fun j => x_dot j * y j) * y i / r) + x_dot i / r) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor *)
Lemma jvp_y_x_3_ring :
  x_dot i / r - y i * rsum K (fun j => x_dot j * y j) / r
  = (x_dot i - y i * rsum K (fun j => x_dot j * y j)) / r.
Proof.
  apply (eq_eq _ (- (rsum K (fun j => x_dot j * y j) * y i / r) + x_dot i / r) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line1 x x_dot t) (r_of K (line1 x x_dot t)) i)
  ((x_dot i - y i * rsum K (fun j => x_dot j * y j)) / r).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of x' (r_of K x') i) * x_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 x j) (fun x' => y_of x' (r_of K x') i) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K x (fun x' => y_of x' (r_of K x') i) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 x x_dot t) (r_of K (line1 x x_dot t)) i)
  ((x_dot i - y i * rsum K (fun j => x_dot j * y j)) / r)).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Div (Formula.V (i)) (Formula.Sqrt (Formula.Sum K (fun i' => (Formula.Pow (Formula.V (i')) 2)))))).
Defined.
End jvp_y_x.
End l2_normalise_theory.

(* the hypotheses of unit_length can be met *)
Lemma unit_length_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => x i ^ 2) <> 0).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of length can be met *)
Lemma length_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (0 < rsum K (fun i => x i ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jacobian can be met *)
Lemma jacobian_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (0 < rsum K (fun i' => x i' ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (0 < rsum K (fun i' => x i' ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (0 < rsum K (fun i => x i ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (K : nat) (x : nat -> R),
  (2 <= K)%nat /\ (0 < rsum K (fun i' => x i' ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.
