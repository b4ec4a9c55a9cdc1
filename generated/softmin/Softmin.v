(* made by derive, do not edit *)
(* Softmin

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (- a i) / rsum K (fun k => exp (- a k)).
#[local] Hint Unfold y_of : definitions.

Section softmin_theory.
Variable (K : nat).
Variables (a a_dot y_bar : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k j : nat,
  (k < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => exp (- a' k)) = exp (- a k) * (- delta k j).
Proof.
  intros k j ? ?.
  apply (eq_eq _ (exp (- a k) * pd (at1 a j) (fun a' => - a' k)) _).
  { rule (diff_exp (at1 a j) (fun a' => - a' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- pd (at1 a j) (fun a' => a' k)) _).
  { rule (diff_neg (at1 a j) (fun a' => a' k)). }
  refine (f_equal Ropp _).
  apply variable1.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2 = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((exp (- a i) * (- delta i j) * rsum K (fun k => exp (- a k)) - exp (- a i) * rsum K (fun k => exp (- a k) * (- delta k j))) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (- a i) * (- delta i j)) * rsum K (fun k => exp (- a k))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_1 i j). }
    apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => exp (- a' k)))) _).
    { rule (diff_sum (at1 a j) K (fun l a' => exp (- a' l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    rule (shared_1 k j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { arith. }
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2 = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * (- exp (- a j))) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply (eq_eq _ (rsum K (fun k => delta k j * (- exp (- a k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta K (fun k => - exp (- a k)) j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl _) eq_refl).
  apply (eq_eq _ (- (- (exp (- a i) * exp (- a j)))) _).
  { refine (f_equal Ropp _).
    arith. }
  arith.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  - (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2 = y i * y j - y i * delta i j.
Proof.
  intros i j ? ?.
  assert (rsum K (fun k => exp (- a k)) <> 0).
  { sgn. }
  apply (eq_eq _ (- (delta i j * exp (- a i) / rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (- a i) / rsum K (fun k => exp (- a k)) * (exp (- a j) / rsum K (fun k => exp (- a k))) - exp (- a i) / rsum K (fun k => exp (- a k)) * delta i j) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  y i * y j - y i * delta i j = y i * (y j - delta i j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (- (delta i j * y i) + y i * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => y_of K a' i) = y i * (y j - delta i j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (- a' i) / rsum K (fun k => exp (- a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { assert (rsum K (fun k => exp (- a k)) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (- a' i)) (fun a' => rsum K (fun k => exp (- a' k)))). }
  apply (eq_eq _ ((- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { rule (shared_2 i j). }
  apply (eq_eq _ ((- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { rule (shared_3 i j). }
  apply (eq_eq _ (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y i * y j - y i * delta i j) _).
  { rule (shared_4 i j). }
  rule (shared_5 i j).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < K)%nat ->
  y j * rsum K (fun i => y_bar i * y i) - y_bar j * y j = rsum K (fun i => y i * y_bar i) * y j - y j * y_bar j.
Proof.
  intros j ?.
  apply (eq_eq _ (y j * rsum K (fun i => y i * y_bar i) - y_bar j * y j) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult eq_refl _) eq_refl).
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

(** * sums-to-one *)

Section sums_to_one.

(* definition of y_i *)
Lemma sums_to_one_1_unfold :
  rsum K (fun i => y i)
  = rsum K (fun i => exp (- a i) / rsum K (fun k => exp (- a k))).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum K (fun i => exp (- a i) / rsum K (fun k => exp (- a k)))
  = rsum K (fun i => exp (- a i)) / rsum K (fun k => exp (- a k)).
Proof.
  apply (eq_eq _ (rsum K (fun i => 1 / rsum K (fun k => exp (- a k)) * exp (- a i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (- a k')) * exp (- a k))) _); [ same | ].
  apply (eq_eq _ (1 / rsum K (fun k => exp (- a k)) * rsum K (fun k => exp (- a k))) _).
  { rule (sum_factor K (1 / rsum K (fun k => exp (- a k))) (fun i => exp (- a i)) (fun i => true)). }
  apply (eq_eq _ (1 / rsum K (fun k => exp (- a k)) * rsum K (fun i => exp (- a i))) _); [ same | ].
  fractions.
Qed.

(* cancel Σ_i exp(−a_i) *)
Lemma sums_to_one_3_ring :
  rsum K (fun i => exp (- a i)) / rsum K (fun k => exp (- a k))
  = 1.
Proof.
  assert (rsum K (fun k => exp (- a k)) <> 0).
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
  = pd (at1 a j) (fun a' => exp (- a' i) / rsum K (fun k => exp (- a' k))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(−a_i), h = Σ_k exp(−a_k) *)
Lemma jacobian_2_diff_div :
  pd (at1 a j) (fun a' => exp (- a' i) / rsum K (fun k => exp (- a' k)))
  = (pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (- a k)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (- a' i)) (fun a' => rsum K (fun k => exp (- a' k)))).
Qed.

(* derivative of exp, chain rule; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma jacobian_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2
  = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_4_sum_delta :
  (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2
  = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* split the fraction *)
Lemma jacobian_5_ring :
  (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2
  = - (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of y_i *)
Lemma jacobian_6_unfold :
  - (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2
  = y i * y j - y i * delta i j.
Proof.
  rule (shared_4 i j).
Qed.

(* factor out y_i *)
Lemma jacobian_7_ring :
  y i * y j - y i * delta i j
  = y i * (y j - delta i j).
Proof.
  rule (shared_5 i j).
Qed.

Lemma jacobian_needs_1 :
  rsum K (fun k => exp (- a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (y j - delta i j)).
Proof.
  pose proof jacobian_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_div (eq_eq _ _ _ jacobian_3_diff_exp (eq_eq _ _ _ jacobian_4_sum_delta (eq_eq _ _ _ jacobian_5_ring (eq_eq _ _ _ jacobian_6_unfold jacobian_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (y j - delta i j))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.Opp (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Opp (Formula.V (k)))))))).
Defined.
End jacobian.

(** * Derivative of y by a *)

Section derivative_y_a.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_a_1_unfold :
  pd (at1 a j) (fun a' => y_of K a' i)
  = pd (at1 a j) (fun a' => exp (- a' i) / rsum K (fun k => exp (- a' k))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(−a_i), h = Σ_k exp(−a_k) *)
Lemma derivative_y_a_2_diff_div :
  pd (at1 a j) (fun a' => exp (- a' i) / rsum K (fun k => exp (- a' k)))
  = (pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (- a k)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (- a' i)) (fun a' => rsum K (fun k => exp (- a' k)))).
Qed.

(* derivative of exp, chain rule; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma derivative_y_a_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (- a' i)) * rsum K (fun k => exp (- a k)) - exp (- a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (- a' k)))) / rsum K (fun k => exp (- a k)) ^ 2
  = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_a_4_sum_delta :
  (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) - exp (- a i) * rsum K (fun k => - (exp (- a k) * delta k j))) / rsum K (fun k => exp (- a k)) ^ 2
  = (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* split the fraction *)
Lemma derivative_y_a_5_ring :
  (- (exp (- a i) * delta i j * rsum K (fun k => exp (- a k))) + exp (- a i) * exp (- a j)) / rsum K (fun k => exp (- a k)) ^ 2
  = - (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of y_i *)
Lemma derivative_y_a_6_unfold :
  - (exp (- a i) * delta i j * rsum K (fun k => exp (- a k)) / rsum K (fun k => exp (- a k)) ^ 2) + exp (- a i) * exp (- a j) / rsum K (fun k => exp (- a k)) ^ 2
  = y i * y j - y i * delta i j.
Proof.
  rule (shared_4 i j).
Qed.

(* factor out y_i *)
Lemma derivative_y_a_7_ring :
  y i * y j - y i * delta i j
  = y i * (y j - delta i j).
Proof.
  rule (shared_5 i j).
Qed.

Lemma derivative_y_a_needs_1 :
  rsum K (fun k => exp (- a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_a :
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (y j - delta i j)).
Proof.
  pose proof derivative_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_a_1_unfold (eq_eq _ _ _ derivative_y_a_2_diff_div (eq_eq _ _ _ derivative_y_a_3_diff_exp (eq_eq _ _ _ derivative_y_a_4_sum_delta (eq_eq _ _ _ derivative_y_a_5_ring (eq_eq _ _ _ derivative_y_a_6_unfold derivative_y_a_7_ring)))))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_a_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' i)
  (y i * (y j - delta i j))).
Proof.
  attempt "derivative_y_a" as (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.Opp (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Opp (Formula.V (k)))))))).
Defined.
End derivative_y_a.

(** * VJP of y for a *)

Section vjp_y_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma vjp_y_a_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => y_bar i * y i * (y j - delta i j)).
Proof.
  assert (rsum K (fun k => exp (- a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (y i * (y j - delta i j))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_a_2_sum_factor :
  rsum K (fun i => y_bar i * y i * (y j - delta i j))
  = y j * rsum K (fun i => y_bar i * y i) - y_bar j * y j.
Proof.
  apply (eq_eq _ (rsum K (fun i => - (delta i j * y i * y_bar i) + y i * y j * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (delta k j * y k * y_bar k) + y k * y j * y_bar k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta k j * y k * y_bar k)) + rsum K (fun k => y k * y j * y_bar k)) _).
  { rule (sum_add K (fun i => - (delta i j * y i * y_bar i)) (fun i => y i * y j * y_bar i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (delta i j * y i * y_bar i)) + rsum K (fun i => y i * y j * y_bar i)) _); [ same | ].
  apply (eq_eq _ ((-1) * y j * y_bar j + y j * rsum K (fun i => y i * y_bar i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => (-1) * delta i j * y i * y_bar i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun k => (-1) * delta k j * y k * y_bar k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum K (fun k => delta k j * y k * y_bar k)) _).
      { rule_same (sum_factor K (-1) (fun i => delta i j * y i * y_bar i) (fun i => true)). }
      apply (eq_eq _ ((-1) * rsum K (fun i => delta i j * y i * y_bar i)) _); [ same | ].
      apply (eq_eq _ ((-1) * (y j * y_bar j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k)) _); [ same | ].
      rule_same (sum_delta K (fun i => y i * y_bar i) j). }
    apply (eq_eq _ (rsum K (fun i => y j * y i * y_bar i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => y j * y k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (y j * rsum K (fun k => y k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (y j) (fun i => y i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => y i * y_bar i) * y j - y j * y_bar j) _).
  { arith. }
  symmetry.
  rule (shared_7 j).
Qed.

(* factor out y_j *)
Lemma vjp_y_a_3_ring :
  y j * rsum K (fun i => y_bar i * y i) - y_bar j * y j
  = y j * (rsum K (fun i => y_bar i * y i) - y_bar j).
Proof.
  apply (eq_eq _ (rsum K (fun i => y i * y_bar i) * y j - y j * y_bar j) _).
  { rule (shared_7 j). }
  symmetry.
  apply (eq_eq _ (y j * (rsum K (fun i => y i * y_bar i) - y_bar j)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rplus _ eq_refl)).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  arith.
Qed.

Lemma vjp_y_a_needs_1 :
  rsum K (fun k => exp (- a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_a :
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' i))
  (y j * (rsum K (fun i => y_bar i * y i) - y_bar j)).
Proof.
  pose proof vjp_y_a_needs_1.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_a_1_lemma (eq_eq _ _ _ vjp_y_a_2_sum_factor vjp_y_a_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_a_outright : option (
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' i))
  (y j * (rsum K (fun i => y_bar i * y i) - y_bar j))).
Proof.
  attempt "vjp_y_a" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Div (Formula.Exp (Formula.Opp (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Opp (Formula.V (k))))))))))).
Defined.
End vjp_y_a.

(** * JVP of y for a *)

Section jvp_y_a.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma jvp_y_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' i) * a_dot j)
  = rsum K (fun j => y i * (y j - delta i j) * a_dot j).
Proof.
  assert (rsum K (fun k => exp (- a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((y i * (y j - delta i j)) * a_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_a_2_sum_factor :
  rsum K (fun j => y i * (y j - delta i j) * a_dot j)
  = y i * rsum K (fun j => a_dot j * y j) - a_dot i * y i.
Proof.
  apply (eq_eq _ (rsum K (fun j => - (delta i j * a_dot j * y i) + a_dot j * y i * y j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (delta i k * a_dot k * y i) + a_dot k * y i * y k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta i k * a_dot k * y i)) + rsum K (fun k => a_dot k * y i * y k)) _).
  { rule (sum_add K (fun j => - (delta i j * a_dot j * y i)) (fun j => a_dot j * y i * y j) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => - (delta i j * a_dot j * y i)) + rsum K (fun j => a_dot j * y i * y j)) _); [ same | ].
  apply (eq_eq _ (- (y i * a_dot i) + y i * rsum K (fun j => a_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => - (y i * delta i j * a_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun k => - (y i * delta i k * a_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => y i * delta i k * a_dot k)) _).
      { rule (sum_neg K (fun j => y i * delta i j * a_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum K (fun j => y i * delta i j * a_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
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
    apply (eq_eq _ (rsum K (fun j => y i * a_dot j * y j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => y i * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (y i * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K (y i) (fun j => a_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => a_dot j * y j) * y i - a_dot i * y i) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor out y_i *)
Lemma jvp_y_a_3_ring :
  y i * rsum K (fun j => a_dot j * y j) - a_dot i * y i
  = y i * (rsum K (fun j => a_dot j * y j) - a_dot i).
Proof.
  apply (eq_eq _ (rsum K (fun j => a_dot j * y j) * y i - a_dot i * y i) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma jvp_y_a_needs_1 :
  rsum K (fun k => exp (- a k)) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_a :
  is_pd (at0 0) (fun t => y_of K (line1 a a_dot t) i)
  (y i * (rsum K (fun j => a_dot j * y j) - a_dot i)).
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
  (y i * (rsum K (fun j => a_dot j * y j) - a_dot i))).
Proof.
  attempt "jvp_y_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Div (Formula.Exp (Formula.Opp (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Opp (Formula.V (k)))))))).
Defined.
End jvp_y_a.
End softmin_theory.
