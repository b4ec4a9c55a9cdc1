(* made by derive, do not edit *)
(* Softmax

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.

Section softmax_theory.
Variable (K : nat).
Variable (c : R).
Variables (a a_dot y_bar : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).

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
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) = rsum K (fun k => exp (a k) * delta k j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => exp (a' k)))) _).
  { rule (diff_sum (at1 a j) K (fun l a' => exp (a' l)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (a k) * pd (at1 a j) (fun a' => a' k)) _).
  { rule (diff_exp (at1 a j) (fun a' => a' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_3 :
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
  rule (shared_2 j).
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => exp (a k) * delta k j) = exp (a j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => exp (a k)) j).
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 = y i * delta i j - y i * y j.
Proof.
  intros i j ? ?.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j * exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) * delta i j - exp (a i) / rsum K (fun k => exp (a k)) * (exp (a j) / rsum K (fun k => exp (a k)))) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  y i * delta i j - y i * y j = y i * (delta i j - y j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (delta i j * y i - y i * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_7 :
  rsum K (fun k => exp (a k) * exp c) = exp c * rsum K (fun k => exp (a k)).
Proof.
  apply (eq_eq _ (rsum K (fun k => exp c * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_factor K (exp c) (fun k => exp (a k)) (fun k => true)).
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < K)%nat ->
  (exp c <> 0) ->
  (rsum K (fun k => exp (a k)) <> 0) ->
  exp (a i) * exp c / rsum K (fun k => exp (a k) * exp c) = exp (a i) / rsum K (fun k => exp (a k)).
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (exp (a i) * exp c / (exp c * rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    rule shared_7. }
  cancel.
Qed.

Lemma shared_9 :
  forall k : nat,
  (k < K)%nat ->
  exp (a k - largest K (fun m => a m)) = exp (a k) / exp (largest K (fun m => a m)).
Proof.
  intros k ?.
  apply (eq_eq _ (exp (- largest K (fun m => a m) + a k)) _).
  { refine (f_equal exp _).
    arith. }
  apply (eq_eq _ (exp (- largest K (fun m => a m) + a k)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (- largest K (fun m => a m)) * exp (a k)) _).
  { rule (exp_add (- largest K (fun m => a m)) (a k)). }
  apply (eq_eq _ (1 / exp (largest K (fun m => a m)) * exp (a k)) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule (exp_neg (largest K (fun m => a m))). }
  fractions.
Qed.

Lemma shared_10 :
  rsum K (fun k => exp (a k) / exp (largest K (fun m => a m))) = 1 / exp (largest K (fun m => a m)) * rsum K (fun k => exp (a k)).
Proof.
  apply (eq_eq _ (rsum K (fun k => 1 / exp (largest K (fun m => a m)) * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_factor K (1 / exp (largest K (fun m => a m))) (fun k => exp (a k)) (fun k => true)).
Qed.

Lemma shared_11 :
  forall i : nat,
  (i < K)%nat ->
  exp (a i) * exp (- largest K (fun m => a m)) / rsum K (fun k => exp (a k) * exp (- largest K (fun m => a m))) = exp (a i) * exp (- largest K (fun m => a m)) / (exp (- largest K (fun m => a m)) * rsum K (fun k => exp (a k))).
Proof.
  intros i ?.
  refine (f_equal2 Rdiv eq_refl _).
  apply (eq_eq _ (rsum K (fun k => exp (- largest K (fun m => a m)) * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_factor K (exp (- largest K (fun m => a m))) (fun k => exp (a k)) (fun k => true)).
Qed.

Lemma shared_12 :
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
  { rule (shared_3 i j). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    rule (shared_4 j). }
  apply (eq_eq _ (exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y i * delta i j - y i * y j) _).
  { rule (shared_5 i j). }
  rule (shared_6 i j).
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < K)%nat ->
  y_bar j * y j - y j * rsum K (fun i => y_bar i * y i) = - (rsum K (fun i => y i * y_bar i) * y j) + y j * y_bar j.
Proof.
  intros j ?.
  apply (eq_eq _ (y_bar j * y j - y j * rsum K (fun i => y i * y_bar i)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  arith.
Qed.

(** * positive *)

Section positive.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* by the signs of its parts *)
Lemma positive_1_sign :
  0
  < y i.
Proof.
  sgn.
Qed.

Theorem positive :
  0
  < y i.
Proof.
  exact positive_1_sign.
Qed.
End positive.

(** * at-most-one *)

Section at_most_one.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* the difference is (Σ_{k≠i} exp(a_k))/(exp(a_i) + Σ_{k≠i} exp(a_k)) *)
Lemma at_most_one_1_difference :
  y i
  <= 1.
Proof.
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
  sgn.
Qed.

Theorem at_most_one :
  y i
  <= 1.
Proof.
  exact at_most_one_1_difference.
Qed.
End at_most_one.

(** * sums-to-one *)

Section sums_to_one.

(* definition of y_i *)
Lemma sums_to_one_1_unfold :
  rsum K (fun i => y i)
  = rsum K (fun i => exp (a i) / rsum K (fun k => exp (a k))).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum K (fun i => exp (a i) / rsum K (fun k => exp (a k)))
  = rsum K (fun i => exp (a i)) / rsum K (fun k => exp (a k)).
Proof.
  apply (eq_eq _ (rsum K (fun i => 1 / rsum K (fun k => exp (a k)) * exp (a i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * exp (a k))) _); [ same | ].
  apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun k => exp (a k))) _).
  { rule (sum_factor K (1 / rsum K (fun k => exp (a k))) (fun i => exp (a i)) (fun i => true)). }
  apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun i => exp (a i))) _); [ same | ].
  fractions.
Qed.

(* cancel Σ_i exp(a_i) *)
Lemma sums_to_one_3_ring :
  rsum K (fun i => exp (a i)) / rsum K (fun k => exp (a k))
  = 1.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (1) _).
  { cancel. }
  reflexivity.
Qed.

Theorem sums_to_one :
  rsum K (fun i => y i)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold (eq_eq _ _ _ sums_to_one_2_sum_factor sums_to_one_3_ring)).
Qed.
End sums_to_one.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma jacobian_1_unfold :
  pd (at1 a j) (fun a' => y_of K a' i)
  = pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i), h = Σ_k exp(a_k) *)
Lemma jacobian_2_diff_div :
  pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))
  = (pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))).
Qed.

(* derivative of exp, chain rule; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma jacobian_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2
  = (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_4_sum_delta :
  (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2
  = (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  rule (shared_4 j).
Qed.

(* split the fraction *)
Lemma jacobian_5_ring :
  (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2
  = exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of y_i *)
Lemma jacobian_6_unfold :
  exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2
  = y i * delta i j - y i * y j.
Proof.
  rule (shared_5 i j).
Qed.

(* factor out y_i *)
Lemma jacobian_7_ring :
  y i * delta i j - y i * y j
  = y i * (delta i j - y j).
Proof.
  rule (shared_6 i j).
Qed.

Lemma jacobian_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (delta i j - y j)).
Proof.
  pose proof jacobian_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_div (eq_eq _ _ _ jacobian_3_diff_exp (eq_eq _ _ _ jacobian_4_sum_delta (eq_eq _ _ _ jacobian_5_ring (eq_eq _ _ _ jacobian_6_unfold jacobian_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (delta i j - y j))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End jacobian.

(** * Equal indices *)

Section diagonal.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* quotient rule; derivative of exp, chain rule; differentiate under the sum *)
Lemma diagonal_1_diff_div :
  pd (at1 a i) (fun a' => y_of K a' i)
  = (exp (a i) * rsum K (fun k => exp (a k)) - exp (a i) * exp (a i)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 a i) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a i) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a i) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2) _).
  { rule (diff_div (at1 a i) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))). }
  apply (eq_eq _ ((exp (a i) * delta i i * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k i)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a i) * delta i i) * rsum K (fun k => exp (a k))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (a i) * pd (at1 a i) (fun a' => a' i)) _).
      { rule (diff_exp (at1 a i) (fun a' => a' i)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    rule (shared_2 i). }
  apply (eq_eq _ ((exp (a i) * 1 * rsum K (fun k => exp (a k)) - exp (a i) * exp (a i)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { rule (delta_same i). }
    rule (shared_4 i). }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) ^ 2 / rsum K (fun k => exp (a k)) ^ 2) _).
  { cancel. }
  symmetry.
  cancel.
Qed.

(* split the fraction *)
Lemma diagonal_2_ring :
  (exp (a i) * rsum K (fun k => exp (a k)) - exp (a i) * exp (a i)) / rsum K (fun k => exp (a k)) ^ 2
  = exp (a i) * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a i) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) ^ 2 / rsum K (fun k => exp (a k)) ^ 2) _).
  { cancel. }
  symmetry.
  cancel.
Qed.

(* definition of y_i *)
Lemma diagonal_3_unfold :
  exp (a i) * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a i) / rsum K (fun k => exp (a k)) ^ 2
  = y i - y i ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) ^ 2 / rsum K (fun k => exp (a k)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) - (exp (a i) / rsum K (fun k => exp (a k))) ^ 2) _).
  { reflexivity. }
  fractions.
Qed.

(* factor out y_i *)
Lemma diagonal_4_ring :
  y i - y i ^ 2
  = y i * (1 - y i).
Proof.
  symmetry.
  arith.
Qed.

Lemma diagonal_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem diagonal :
  is_pd (at1 a i) (fun a' => y_of K a' i)
  (y i * (1 - y i)).
Proof.
  pose proof diagonal_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ diagonal_1_diff_div (eq_eq _ _ _ diagonal_2_ring (eq_eq _ _ _ diagonal_3_unfold diagonal_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition diagonal_outright : option (
  is_pd (at1 a i) (fun a' => y_of K a' i)
  (y i * (1 - y i))).
Proof.
  attempt "diagonal" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End diagonal.

(** * Different indices *)

Section off_diagonal.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : i <> j.

(* quotient rule; derivative of exp, chain rule; differentiate under the sum *)
Lemma off_diagonal_1_diff_div :
  pd (at1 a j) (fun a' => y_of K a' i)
  = (0 * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2) _).
  { rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { rule (shared_3 i j). }
  apply (eq_eq _ ((exp (a i) * 0 * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { rule (delta_apart i j). }
    rule (shared_4 j). }
  apply (eq_eq _ (- (exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* definition of y_i *)
Lemma off_diagonal_2_unfold :
  (0 * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2
  = - (y i * y j).
Proof.
  apply (eq_eq _ (- (exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (exp (a i) / rsum K (fun k => exp (a k)) * (exp (a j) / rsum K (fun k => exp (a k))))) _).
  { reflexivity. }
  fractions.
Qed.

Lemma off_diagonal_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem off_diagonal :
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (- (y i * y j)).
Proof.
  pose proof off_diagonal_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ off_diagonal_1_diff_div off_diagonal_2_unfold).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition off_diagonal_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (- (y i * y j))).
Proof.
  attempt "off_diagonal" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End off_diagonal.

(** * Shift invariance *)

Section shift.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* the exponential of a sum is a product *)
Lemma shift_1_exp_add :
  exp (a i + c) / rsum K (fun k => exp (a k + c))
  = exp (a i) * exp c / rsum K (fun k => exp (a k) * exp c).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (exp c <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) * exp c / (exp c * rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rdiv _ _).
    { apply (eq_eq _ (exp (a i + c)) _).
      { reflexivity. }
      rule (exp_add (a i) c). }
    apply (eq_eq _ (rsum K (fun k => exp (a k) * exp c)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (exp (a k + c)) _).
      { reflexivity. }
      rule (exp_add (a k) c). }
    rule shared_7. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k))) _).
  { cancel. }
  symmetry.
  rule (shared_8 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma shift_2_sum_factor :
  exp (a i) * exp c / rsum K (fun k => exp (a k) * exp c)
  = exp (a i) * exp c / (exp c * rsum K (fun k => exp (a k))).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (exp c <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k))) _).
  { rule (shared_8 i). }
  symmetry.
  cancel.
Qed.

(* cancel exp(c) *)
Lemma shift_3_ring :
  exp (a i) * exp c / (exp c * rsum K (fun k => exp (a k)))
  = exp (a i) / rsum K (fun k => exp (a k)).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (exp c <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k))) _).
  { cancel. }
  reflexivity.
Qed.

(* definition of y_i *)
Lemma shift_4_unfold :
  exp (a i) / rsum K (fun k => exp (a k))
  = y i.
Proof.
  reflexivity.
Qed.

Theorem shift :
  exp (a i + c) / rsum K (fun k => exp (a k + c))
  = y i.
Proof.
  exact (eq_eq _ _ _ shift_1_exp_add (eq_eq _ _ _ shift_2_sum_factor (eq_eq _ _ _ shift_3_ring shift_4_unfold))).
Qed.
End shift.

(** * The shift that code uses *)

Section max_shift.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* the exponential of a sum is a product *)
Lemma max_shift_1_exp_add :
  exp (a i - largest K (fun m => a m)) / rsum K (fun k => exp (a k - largest K (fun m => a m)))
  = exp (a i) * exp (- largest K (fun m => a m)) / rsum K (fun k => exp (a k) * exp (- largest K (fun m => a m))).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (exp (largest K (fun m => a m)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / exp (largest K (fun m => a m)) / (1 / exp (largest K (fun m => a m)) * rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rdiv _ _).
    { rule (shared_9 i). }
    apply (eq_eq _ (rsum K (fun k => exp (a k) / exp (largest K (fun m => a m)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      rule (shared_9 k). }
    rule shared_10. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (a i) * (1 / exp (largest K (fun m => a m))) / (1 / exp (largest K (fun m => a m)) * rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) _).
    { rule (exp_neg (largest K (fun m => a m))). }
    apply (eq_eq _ (rsum K (fun k => exp (a k) / exp (largest K (fun m => a m)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (exp (a k) * (1 / exp (largest K (fun m => a m)))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (exp_neg (largest K (fun m => a m))). }
      fractions. }
    rule shared_10. }
  cancel.
Qed.

(* a constant factor goes in front of the sum *)
Lemma max_shift_2_sum_factor :
  exp (a i) * exp (- largest K (fun m => a m)) / rsum K (fun k => exp (a k) * exp (- largest K (fun m => a m)))
  = exp (a i) * exp (- largest K (fun m => a m)) / (exp (- largest K (fun m => a m)) * rsum K (fun k => exp (a k))).
Proof.
  rule (shared_11 i).
Qed.

(* definition of y_i *)
Lemma max_shift_3_unfold :
  exp (a i) * exp (- largest K (fun m => a m)) / (exp (- largest K (fun m => a m)) * rsum K (fun k => exp (a k)))
  = y i.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (exp (- largest K (fun m => a m)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k))) _).
  { cancel. }
  reflexivity.
Qed.

Theorem max_shift :
  exp (a i - largest K (fun m => a m)) / rsum K (fun k => exp (a k - largest K (fun m => a m)))
  = y i.
Proof.
  exact (eq_eq _ _ _ max_shift_1_exp_add (eq_eq _ _ _ max_shift_2_sum_factor max_shift_3_unfold)).
Qed.
End max_shift.

(** * Derivative of y by a *)

Section derivative_y_a.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_a_1_unfold :
  pd (at1 a j) (fun a' => y_of K a' i)
  = pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i), h = Σ_k exp(a_k) *)
Lemma derivative_y_a_2_diff_div :
  pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))
  = (pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))).
Qed.

(* derivative of exp, chain rule; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma derivative_y_a_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2
  = (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_a_4_sum_delta :
  (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2
  = (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  rule (shared_4 j).
Qed.

(* split the fraction *)
Lemma derivative_y_a_5_ring :
  (exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2
  = exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of y_i *)
Lemma derivative_y_a_6_unfold :
  exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2
  = y i * delta i j - y i * y j.
Proof.
  rule (shared_5 i j).
Qed.

(* factor out y_i *)
Lemma derivative_y_a_7_ring :
  y i * delta i j - y i * y j
  = y i * (delta i j - y j).
Proof.
  rule (shared_6 i j).
Qed.

Lemma derivative_y_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_a :
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (delta i j - y j)).
Proof.
  pose proof derivative_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_a_1_unfold (eq_eq _ _ _ derivative_y_a_2_diff_div (eq_eq _ _ _ derivative_y_a_3_diff_exp (eq_eq _ _ _ derivative_y_a_4_sum_delta (eq_eq _ _ _ derivative_y_a_5_ring (eq_eq _ _ _ derivative_y_a_6_unfold derivative_y_a_7_ring)))))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_a_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (delta i j - y j))).
Proof.
  attempt "derivative_y_a" as (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End derivative_y_a.

(** * VJP of y for a *)

Section vjp_y_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma vjp_y_a_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => y_bar i * y i * (delta i j - y j)).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (y i * (delta i j - y j))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_12 i j).
Qed.

(* multiply out; the delta keeps one term of the sum; a constant factor goes in front of the sum *)
Lemma vjp_y_a_2_sum_delta :
  rsum K (fun i => y_bar i * y i * (delta i j - y j))
  = y_bar j * y j - y j * rsum K (fun i => y_bar i * y i).
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y i * y_bar i - y i * y j * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k - y k * y j * y_bar k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k) + rsum K (fun k => - (y k * y j * y_bar k))) _).
  { rule (sum_add K (fun i => delta i j * y i * y_bar i) (fun i => - (y i * y j * y_bar i)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * y i * y_bar i) + rsum K (fun i => - (y i * y j * y_bar i))) _); [ same | ].
  apply (eq_eq _ (y j * y_bar j - y j * rsum K (fun i => y i * y_bar i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k)) _); [ same | ].
      rule_same (sum_delta K (fun i => y i * y_bar i) j). }
    apply (eq_eq _ (rsum K (fun i => - (y j * y i * y_bar i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => - (y j * y k * y_bar k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y j * y k * y_bar k)) _).
    { rule (sum_neg K (fun i => y j * y i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => y j * y i * y_bar i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y j * y k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (y j * rsum K (fun k => y k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (y j) (fun i => y i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j) + y j * y_bar j) _).
  { arith. }
  symmetry.
  rule (shared_13 j).
Qed.

(* factor out y_j *)
Lemma vjp_y_a_3_ring :
  y_bar j * y j - y j * rsum K (fun i => y_bar i * y i)
  = y j * (y_bar j - rsum K (fun i => y_bar i * y i)).
Proof.
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j) + y j * y_bar j) _).
  { rule (shared_13 j). }
  symmetry.
  apply (eq_eq _ (y j * (y_bar j - rsum K (fun i => y i * y_bar i))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _))).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  arith.
Qed.

Lemma vjp_y_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_a :
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' i))
  (y j * (y_bar j - rsum K (fun i => y_bar i * y i))).
Proof.
  pose proof vjp_y_a_needs_1.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_a_1_lemma (eq_eq _ _ _ vjp_y_a_2_sum_delta vjp_y_a_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_a_outright : option (
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' i))
  (y j * (y_bar j - rsum K (fun i => y_bar i * y i)))).
Proof.
  attempt "vjp_y_a" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))).
Defined.
End vjp_y_a.

(** * JVP of y for a *)

Section jvp_y_a.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma jvp_y_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' i) * a_dot j)
  = rsum K (fun j => y i * (delta i j - y j) * a_dot j).
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((y i * (delta i j - y j)) * a_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_12 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_a_2_sum_factor :
  rsum K (fun j => y i * (delta i j - y j) * a_dot j)
  = a_dot i * y i - y i * rsum K (fun j => a_dot j * y j).
Proof.
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j * y i - a_dot j * y i * y j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k * y i - a_dot k * y i * y k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k * y i) + rsum K (fun k => - (a_dot k * y i * y k))) _).
  { rule (sum_add K (fun j => delta i j * a_dot j * y i) (fun j => - (a_dot j * y i * y j)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j * y i) + rsum K (fun j => - (a_dot j * y i * y j))) _); [ same | ].
  apply (eq_eq _ (y i * a_dot i - y i * rsum K (fun j => a_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => y i * delta i j * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun k => y i * delta i k * a_dot k)) _); [ same | ].
      apply (eq_eq _ (y i * rsum K (fun k => delta i k * a_dot k)) _).
      { rule_same (sum_factor K (y i) (fun j => delta i j * a_dot j) (fun j => true)). }
      apply (eq_eq _ (y i * rsum K (fun j => delta i j * a_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun j => delta j i * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * a_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => a_dot j) i). }
    apply (eq_eq _ (rsum K (fun j => - (y i * a_dot j * y j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => - (y i * a_dot k * y k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y i * a_dot k * y k)) _).
    { rule (sum_neg K (fun j => y i * a_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => y i * a_dot j * y j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y i * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (y i * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K (y i) (fun j => a_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (- (rsum K (fun j => a_dot j * y j) * y i) + a_dot i * y i) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor out y_i *)
Lemma jvp_y_a_3_ring :
  a_dot i * y i - y i * rsum K (fun j => a_dot j * y j)
  = y i * (a_dot i - rsum K (fun j => a_dot j * y j)).
Proof.
  apply (eq_eq _ (- (rsum K (fun j => a_dot j * y j) * y i) + a_dot i * y i) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma jvp_y_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_a :
  is_pd (at0 0) (fun t => y_of K (line1 a a_dot t) i)
  (y i * (a_dot i - rsum K (fun j => a_dot j * y j))).
Proof.
  pose proof jvp_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' i) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' i) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => y_of K a' i) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_a_1_lemma (eq_eq _ _ _ jvp_y_a_2_sum_factor jvp_y_a_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_a_outright : option (
  is_pd (at0 0) (fun t => y_of K (line1 a a_dot t) i)
  (y i * (a_dot i - rsum K (fun j => a_dot j * y j)))).
Proof.
  attempt "jvp_y_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End jvp_y_a.
End softmax_theory.

(* the hypotheses of off_diagonal can be met *)
Lemma off_diagonal_possible :
  exists (K : nat) (i : nat) (j : nat),
  (2 <= K)%nat /\ (i < K)%nat /\ (j < K)%nat /\ (i <> j).
Proof.
  exists 2%nat, 0%nat, 1%nat.
  witness.
Qed.
