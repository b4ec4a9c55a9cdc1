(* made by derive, do not edit *)
(* Cross-entropy with class probabilities

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition L_of (K : nat) (t : nat -> R) (y : nat -> R) : R :=
  - rsum K (fun i => t i * ln (y i)).
#[local] Hint Unfold L_of : definitions.

Section soft_cross_entropy_theory.
Variable (K : nat).
Variable (L_bar : R).
Variables (a t t_dot a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation L := (L_of K t y).

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
  rsum K (fun i => pd (at1 y i) (fun y' => L_of K t y') * pd (at1 a j) (fun a' => y_of K a' i)) = rsum K (fun i => - (t i / y i * y i * (delta i j - y j))).
Proof.
  intros j ?.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (t i / y i)) * (y i * (delta i j - y j))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun k => t k * ln (y' k)))) _).
    { assert ((forall i', (i' < K)%nat -> 0 < y i')).
      { intros i' ?.
        sgn. }
      apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun i' => t i' * ln (y' i')))) _); [ | same ].
      reflexivity. }
    apply (eq_eq _ (- rsum K (fun k => t k * delta k i / y k)) _).
    { assert ((forall k, (k < K)%nat -> 0 < y k)).
      { intros k ?.
        sgn. }
      apply (eq_eq _ (- pd (at1 y i) (fun y' => rsum K (fun k => t k * ln (y' k)))) _).
      { rule (diff_neg (at1 y i) (fun y' => rsum K (fun k => t k * ln (y' k)))). }
      apply (eq_eq _ (- rsum K (fun k => t k * (1 / y k) * delta k i)) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun k => pd (at1 y i) (fun y' => t k * ln (y' k)))) _).
        { rule (diff_sum (at1 y i) K (fun l y' => t l * ln (y' l)) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 y i) (fun y' => t k * ln (y' k))) _).
        { reflexivity. }
        apply (eq_eq _ (t k * pd (at1 y i) (fun y' => ln (y' k))) _).
        { assert (pd (at1 y i) (fun y' => t k) = 0).
          { apply constant. }
          rule (diff_scale (at1 y i) (fun y' => t k) (fun y' => ln (y' k))). }
        apply (eq_eq _ (t k * (1 / y k * delta k i)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / y k * pd (at1 y i) (fun y' => y' k)) _).
        { rule (diff_log (at1 y i) (fun y' => y' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal Ropp _).
      apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => delta k i * (t k / y k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => t k / y k) i). }
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2) _).
  { assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
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
    apply variable1. }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta K (fun k => exp (a k)) j). }
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

Lemma shared_3 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => - (t i / y i * y i * (delta i j - y j))) = y j * rsum K (fun i => t i) - t j.
Proof.
  intros j ?.
  assert ((forall i, (i < K)%nat -> y i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => - (delta i j * t i) + t i * y j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k j * t k) + t k * y j)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta k j * t k)) + rsum K (fun k => t k * y j)) _).
  { rule (sum_add K (fun i => - (delta i j * t i)) (fun i => t i * y j) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (delta i j * t i)) + rsum K (fun i => t i * y j)) _); [ same | ].
  apply (eq_eq _ ((-1) * t j + y j * rsum K (fun i => t i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => (-1) * delta i j * t i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun k => (-1) * delta k j * t k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum K (fun k => delta k j * t k)) _).
      { rule_same (sum_factor K (-1) (fun i => delta i j * t i) (fun i => true)). }
      apply (eq_eq _ ((-1) * rsum K (fun i => delta i j * t i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * t k)) _); [ same | ].
      rule (sum_delta K (fun i => t i) j). }
    apply (eq_eq _ (rsum K (fun i => y j * t i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => y j * t k)) _); [ same | ].
    apply (eq_eq _ (y j * rsum K (fun k => t k)) _); [ | same ].
    rule (sum_factor K (y j) (fun i => t i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => t i) * y j - t j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < K)%nat ->
  (rsum K (fun i => t i) = 1) ->
  y j * rsum K (fun i => t i) - t j = y j - t j.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum K (fun i => t i) * y j - t j) _).
  { arith. }
  apply (eq_eq _ (1 * y j - t j) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i => t i)) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (- t j + y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 t j) (fun t' => - rsum K (fun i => t' i * ln (y i))) = - rsum K (fun k => ln (y k) * delta k j).
Proof.
  intros j ?.
  apply (eq_eq _ (- pd (at1 t j) (fun t' => rsum K (fun i => t' i * ln (y i)))) _).
  { rule (diff_neg (at1 t j) (fun t' => rsum K (fun i => t' i * ln (y i)))). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum K (fun k => t' k * ln (y k)))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => pd (at1 t j) (fun t' => t' k * ln (y k)))) _).
  { rule (diff_sum (at1 t j) K (fun k t' => t' k * ln (y k)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 t j) (fun t' => ln (y k) * t' k)) _).
  { apply pd_ext.
    intros t'; cbv beta.
    arith. }
  apply (eq_eq _ (ln (y k) * pd (at1 t j) (fun t' => t' k)) _).
  { assert (pd (at1 t j) (fun t' => ln (y k)) = 0).
    { apply constant. }
    rule (diff_scale (at1 t j) (fun t' => ln (y k)) (fun t' => t' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  - rsum K (fun k => ln (y k) * delta k j) = - ln (y j).
Proof.
  intros j ?.
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => delta k j * ln (y k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => ln (y k)) j).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < K)%nat ->
  (rsum K (fun i => t i) = 1) ->
  pd (at1 a j) (fun a' => L_of K t (y_of K a')) = y j - t j.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 y i) (fun y' => L_of K t y') * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < y i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a j) K (fun y' => L_of K t y') (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (t i / y i * y i * (delta i j - y j)))) _).
  { rule (shared_2 j). }
  apply (eq_eq _ (y j * rsum K (fun i => t i) - t j) _).
  { rule (shared_3 j). }
  rule (shared_4 j).
Qed.

(** * nonnegative *)

Section nonnegative.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 <= t i).

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

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : rsum K (fun i' => t i') = 1.

(* chain rule through y_k *)
Lemma gradient_1_chain :
  pd (at1 a i) (fun a' => L_of K t (y_of K a'))
  = rsum K (fun k => pd (at1 y k) (fun y' => L_of K t y') * pd (at1 a i) (fun a' => y_of K a' k)).
Proof.
  assert ((forall i', (i' < K)%nat -> 0 < y i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a i) K (fun y' => L_of K t y') (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂y_k and ∂y_k/∂a_i *)
Lemma gradient_2_lemma :
  rsum K (fun k => pd (at1 y k) (fun y' => L_of K t y') * pd (at1 a i) (fun a' => y_of K a' k))
  = rsum K (fun k => - (t k / y k * y k * (delta k i - y i))).
Proof.
  rule (shared_2 i).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma gradient_3_sum_factor :
  rsum K (fun k => - (t k / y k * y k * (delta k i - y i)))
  = y i * rsum K (fun k => t k) - t i.
Proof.
  rule_same (shared_3 i).
Qed.

(* since Σ_i t_i = 1 *)
Lemma gradient_4_assume :
  y i * rsum K (fun k => t k) - t i
  = y i - t i.
Proof.
  rule_same (shared_4 i).
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
  is_pd (at1 a i) (fun a' => L_of K t (y_of K a'))
  (y i - t i).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_sum_factor gradient_4_assume))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 a i) (fun a' => L_of K t (y_of K a'))
  (y i - t i)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (t i')) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i'))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End gradient.

(** * Derivative by the target *)

Section target.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* definition of ℒ *)
Lemma target_1_unfold :
  pd (at1 t i) (fun t' => L_of K t' y)
  = pd (at1 t i) (fun t' => - rsum K (fun k => t' k * ln (y k))).
Proof.
  apply (eq_eq _ (pd (at1 t i) (fun t' => - rsum K (fun i' => t' i' * ln (y i')))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂t_k/∂t_i = δ_ki *)
Lemma target_2_diff_sum :
  pd (at1 t i) (fun t' => - rsum K (fun k => t' k * ln (y k)))
  = - rsum K (fun k => ln (y k) * delta k i).
Proof.
  rule_same (shared_5 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma target_3_sum_delta :
  - rsum K (fun k => ln (y k) * delta k i)
  = - ln (y i).
Proof.
  rule (shared_6 i).
Qed.

Theorem target :
  is_pd (at1 t i) (fun t' => L_of K t' y)
  (- ln (y i)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ target_1_unfold (eq_eq _ _ _ target_2_diff_sum target_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition target_outright : option (
  is_pd (at1 t i) (fun t' => L_of K t' y)
  (- ln (y i))).
Proof.
  attempt "target" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.V (i')) (Formula.C (ln (y i')))))))).
Defined.
End target.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* chain rule through y_i *)
Lemma derivative_L_a_1_chain :
  pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  = rsum K (fun i => pd (at1 y i) (fun y' => L_of K t y') * pd (at1 a j) (fun a' => y_of K a' i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => L_of K t y') (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂y_i and ∂y_i/∂a_j *)
Lemma derivative_L_a_2_lemma :
  rsum K (fun i => pd (at1 y i) (fun y' => L_of K t y') * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => - (t i / y i * y i * (delta i j - y j))).
Proof.
  rule (shared_2 j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_a_3_sum_factor :
  rsum K (fun i => - (t i / y i * y i * (delta i j - y j)))
  = y j * rsum K (fun i => t i) - t j.
Proof.
  rule (shared_3 j).
Qed.

(* since Σ_i t_i = 1 *)
Lemma derivative_L_a_4_assume :
  y j * rsum K (fun i => t i) - t j
  = y j - t j.
Proof.
  rule (shared_4 j).
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
  is_pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  (y j - t j).
Proof.
  pose proof derivative_L_a_needs_1.
  pose proof derivative_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_chain (eq_eq _ _ _ derivative_L_a_2_lemma (eq_eq _ _ _ derivative_L_a_3_sum_factor derivative_L_a_4_assume))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  (y j - t j)).
Proof.
  attempt "derivative_L_a" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  = L_bar * (y j - t j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_7 j).
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
  is_pd (at1 a j) (fun a' => L_bar * L_of K t (y_of K a'))
  (L_bar * (y j - t j)).
Proof.
  pose proof vjp_L_a_needs_1.
  pose proof vjp_L_a_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of K t (y_of K a'))) _).
  { weighted. }
  exact vjp_L_a_1_lemma.
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_bar * L_of K t (y_of K a'))
  (L_bar * (y j - t j))).
Proof.
  attempt "vjp_L_a" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))))))))).
Defined.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => L_of K t (y_of K a')) * a_dot j)
  = rsum K (fun j => (y j - t j) * a_dot j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_7 j).
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
  is_pd (at0 0) (fun t' => L_of K t (y_of K (line1 a a_dot t')))
  (rsum K (fun j => (y j - t j) * a_dot j)).
Proof.
  pose proof jvp_L_a_needs_1.
  pose proof jvp_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K t (y_of K a')) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K t (y_of K a')) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => L_of K t (y_of K a')) (fun t' => (line1 a a_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_a_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_a_outright : option (
  is_pd (at0 0) (fun t' => L_of K t (y_of K (line1 a a_dot t')))
  (rsum K (fun j => (y j - t j) * a_dot j))).
Proof.
  attempt "jvp_L_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End jvp_L_a.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t j) (fun t' => L_of K t' y)
  = pd (at1 t j) (fun t' => - rsum K (fun i => t' i * ln (y i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂t_k/∂t_j = δ_kj *)
Lemma derivative_L_t_2_diff_sum :
  pd (at1 t j) (fun t' => - rsum K (fun i => t' i * ln (y i)))
  = - rsum K (fun k => ln (y k) * delta k j).
Proof.
  rule (shared_5 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_3_sum_delta :
  - rsum K (fun k => ln (y k) * delta k j)
  = - ln (y j).
Proof.
  rule (shared_6 j).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of K t' y)
  (- ln (y j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_sum derivative_L_t_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for target or else anew *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_of K t' y)
  (- ln (y j))).
Proof.
  attempt "derivative_L_t" as (target_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (ln (y i)))))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of K t' y)
  = L_bar * (- ln (y j)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 t j) (fun t' => - rsum K (fun i => t' i * ln (y i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun k => ln (y k) * delta k j)) _).
  { rule (shared_5 j). }
  rule (shared_6 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- ln (y j))
  = - (L_bar * ln (y j)).
Proof.
  apply (eq_eq _ (- (ln (y j) * L_bar)) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of K t' y)
  (- (L_bar * ln (y j))).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of K t' y)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for target or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_bar * L_of K t' y)
  (- (L_bar * ln (y j)))).
Proof.
  attempt "vjp_L_t" times (target_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (ln (y i))))))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum K (fun j => pd (at1 t j) (fun t' => L_of K t' y) * t_dot j)
  = rsum K (fun j => - (ln (y j) * t_dot j)).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- ln (y j)) * t_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 t j) (fun t' => - rsum K (fun i => t' i * ln (y i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun k => ln (y k) * delta k j)) _).
  { rule (shared_5 j). }
  rule (shared_6 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_2_sum_factor :
  rsum K (fun j => - (ln (y j) * t_dot j))
  = - rsum K (fun j => ln (y j) * t_dot j).
Proof.
  apply (eq_eq _ (rsum K (fun j => (-1) * ln (y j) * t_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => (-1) * ln (y k) * t_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => ln (y k) * t_dot k)) _).
  { rule_same (sum_factor K (-1) (fun j => ln (y j) * t_dot j) (fun j => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun j => ln (y j) * t_dot j)) _); [ same | ].
  arith.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of K (line1 t t_dot t') y)
  (- rsum K (fun j => ln (y j) * t_dot j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 t j) (fun t' => L_of K t' y) * t_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 t j) (fun t'' => L_of K t'' y) * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K t (fun t'' => L_of K t'' y) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma jvp_L_t_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of K (line1 t t_dot t') y)
  (- rsum K (fun j => ln (y j) * t_dot j))).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.C (ln (y i)))))))).
Defined.
End jvp_L_t.
End soft_cross_entropy_theory.

(* the hypotheses of nonnegative can be met *)
Lemma nonnegative_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 <= t i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i' => t i') = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_a can be met *)
Lemma derivative_L_a_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_a can be met *)
Lemma vjp_L_a_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_a can be met *)
Lemma jvp_L_a_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.
