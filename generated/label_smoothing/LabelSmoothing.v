(* made by derive, do not edit *)
(* Cross-entropy with label smoothing

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition t_of (K : nat) (epsilon : R) (label : nat -> R) (i : nat) : R :=
  (1 - epsilon) * label i + epsilon / INR K.
#[local] Hint Unfold t_of : definitions.
Definition L_of (K : nat) (t : nat -> R) (y : nat -> R) : R :=
  - rsum K (fun i => t i * ln (y i)).
#[local] Hint Unfold L_of : definitions.

Section label_smoothing_theory.
Variable (K : nat).
Variables (epsilon epsilon_dot L_bar : R).
Variables (a label a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation t := (t_of K epsilon label).
Local Notation L := (L_of K t y).

(** * What several lines rest on *)

Lemma shared_1 :
  rsum K (fun k => - (epsilon * label k) + epsilon / INR K + label k) = - (epsilon * rsum K (fun k => label k)) + epsilon / INR K * INR K + rsum K (fun k => label k).
Proof.
  apply (eq_eq _ (rsum K (fun k => - (epsilon * label k)) + rsum K (fun k => epsilon / INR K + label k)) _).
  { rule_same (sum_add K (fun k => - (epsilon * label k)) (fun k => epsilon / INR K + label k) (fun k => true)). }
  apply (eq_eq _ (- (epsilon * rsum K (fun k => label k)) + (epsilon / INR K * INR K + rsum K (fun k => label k))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (- rsum K (fun k => epsilon * label k)) _).
    { rule (sum_neg K (fun k => epsilon * label k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor K epsilon (fun k => label k) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => epsilon / INR K) + rsum K (fun k => label k)) _).
  { rule (sum_add K (fun k => epsilon / INR K) (fun k => label k) (fun k => true)). }
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum K (fun k => epsilon / INR K * 1)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (epsilon / INR K * rsum K (fun k => 1)) _).
  { rule (sum_factor K (epsilon / INR K) (fun k => 1) (fun k => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (INR K * 1) _).
  { rule (sum_constant K 1). }
  arith.
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
  forall i : nat,
  (i < K)%nat ->
  - t i = - (- (epsilon * label i) + epsilon / INR K + label i).
Proof.
  intros i ?.
  refine (f_equal Ropp _).
  apply (eq_eq _ ((1 - epsilon) * label i + epsilon / INR K) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => L_of K t (y_of K a')) = y j * rsum K (fun i => t i) - t j.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 y i) (fun y' => L_of K t y') * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < y i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a j) K (fun y' => L_of K t y') (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (t i / y i * y i * (delta i j - y j)))) _).
  { rule (shared_2 j). }
  rule (shared_3 j).
Qed.

Lemma shared_6 :
  rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' y) * pd (at0 epsilon) (fun epsilon' => t_of K epsilon' label i)) = rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K))).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- ln (y i)) * (- label i + 1 / INR K)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 t i) (fun t' => - rsum K (fun i' => t' i' * ln (y i')))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 t i) (fun t' => - rsum K (fun k => t' k * ln (y k)))) _); [ same | ].
    apply (eq_eq _ (- pd (at1 t i) (fun t' => rsum K (fun k => t' k * ln (y k)))) _).
    { rule (diff_neg (at1 t i) (fun t' => rsum K (fun k => t' k * ln (y k)))). }
    apply (eq_eq _ (- rsum K (fun k => ln (y k) * delta k i)) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => pd (at1 t i) (fun t' => t' k * ln (y k)))) _).
      { rule (diff_sum (at1 t i) K (fun l t' => t' l * ln (y l)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 t i) (fun t' => ln (y k) * t' k)) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (ln (y k) * pd (at1 t i) (fun t' => t' k)) _).
      { assert (pd (at1 t i) (fun t' => ln (y k)) = 0).
        { apply constant. }
        rule (diff_scale (at1 t i) (fun t' => ln (y k)) (fun t' => t' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => delta k i * ln (y k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta K (fun k => ln (y k)) i). }
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => (1 - epsilon') * label i + epsilon' / INR K)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => (1 - epsilon') * label i) + pd (at0 epsilon) (fun epsilon' => epsilon' / INR K)) _).
  { rule (diff_add (at0 epsilon) (fun epsilon' => (1 - epsilon') * label i) (fun epsilon' => epsilon' / INR K)). }
  apply (eq_eq _ (label i * (0 + (-1)) + 1 / INR K) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => label i * (1 - epsilon'))) _).
      { apply pd_ext.
        intros epsilon'; cbv beta.
        arith. }
      apply (eq_eq _ (label i * pd (at0 epsilon) (fun epsilon' => 1 - epsilon')) _).
      { assert (pd (at0 epsilon) (fun epsilon' => label i) = 0).
        { apply constant. }
        rule (diff_scale (at0 epsilon) (fun epsilon' => label i) (fun epsilon' => 1 - epsilon')). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => 1) + pd (at0 epsilon) (fun epsilon' => - epsilon')) _).
      { rule (diff_add (at0 epsilon) (fun epsilon' => 1) (fun epsilon' => - epsilon')). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 epsilon) (fun epsilon' => epsilon')) _).
      { rule (diff_neg (at0 epsilon) (fun epsilon' => epsilon')). }
      apply (eq_eq _ (- 1) _); [ | same ].
      refine (f_equal Ropp _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => 1 / INR K * epsilon')) _).
    { apply pd_ext.
      intros epsilon'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => 1 / INR K * epsilon')) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR K * pd (at0 epsilon) (fun epsilon' => epsilon')) _).
    { assert (pd (at0 epsilon) (fun epsilon' => 1 / INR K) = 0).
      { apply constant. }
      rule (diff_scale (at0 epsilon) (fun epsilon' => 1 / INR K) (fun epsilon' => epsilon')). }
    apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => epsilon') / INR K) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply variable0. }
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (label i * (-1)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_7 :
  rsum K (fun k => ln (y k) * label k - ln (y k) / INR K) = rsum K (fun i => ln (y i) * label i) - 1 / INR K * rsum K (fun i => ln (y i)).
Proof.
  apply (eq_eq _ (rsum K (fun k => ln (y k) * label k) + rsum K (fun k => - (ln (y k) / INR K))) _).
  { rule (sum_add K (fun i => ln (y i) * label i) (fun i => - (ln (y i) / INR K)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => ln (y i) * label i) + rsum K (fun i => - (ln (y i) / INR K))) _); [ same | ].
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum K (fun i => - (1 / INR K * ln (y i)))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (1 / INR K * ln (y k)))) _); [ same | ].
  apply (eq_eq _ (- rsum K (fun k => 1 / INR K * ln (y k))) _).
  { rule (sum_neg K (fun i => 1 / INR K * ln (y i)) (fun i => true)). }
  apply (eq_eq _ (- rsum K (fun i => 1 / INR K * ln (y i))) _); [ same | ].
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => 1 / INR K * ln (y k))) _); [ same | ].
  apply (eq_eq _ (1 / INR K * rsum K (fun k => ln (y k))) _); [ | same ].
  rule (sum_factor K (1 / INR K) (fun i => ln (y i)) (fun i => true)).
Qed.

Lemma shared_8 :
  rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K))) = rsum K (fun i => ln (y i) * (label i - 1 / INR K)).
Proof.
  apply (eq_eq _ (rsum K (fun i => ln (y i) * label i - ln (y i) / INR K)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => ln (y k) * label k - ln (y k) / INR K)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun i => ln (y i) * label i) - 1 / INR K * rsum K (fun i => ln (y i))) _).
  { rule shared_7. }
  apply (eq_eq _ (- (rsum K (fun i => ln (y i)) / INR K) + rsum K (fun i => ln (y i) * label i)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum K (fun i => ln (y i) * label i - ln (y i) / INR K)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => ln (y k) * label k - ln (y k) / INR K)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun i => ln (y i) * label i) - 1 / INR K * rsum K (fun i => ln (y i))) _).
  { rule shared_7. }
  fractions.
Qed.

(** * The smoothed label sums to one *)

Section sums_to_one.
Hypothesis given1 : rsum K (fun i => label i) = 1.

(* definition of t_i *)
Lemma sums_to_one_1_unfold :
  rsum K (fun i => t i)
  = rsum K (fun i => (1 - epsilon) * label i + epsilon / INR K).
Proof.
  reflexivity.
Qed.

(* since Σ_i label_i = 1; a constant factor goes in front of the sum; all summands are equal *)
Lemma sums_to_one_2_assume :
  rsum K (fun i => (1 - epsilon) * label i + epsilon / INR K)
  = 1.
Proof.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun i => - (epsilon * label i) + epsilon / INR K + label i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (epsilon * label k) + epsilon / INR K + label k)) _); [ same | ].
  apply (eq_eq _ (- (epsilon * rsum K (fun i => label i)) + epsilon / INR K * INR K + rsum K (fun i => label i)) _).
  { rule_same shared_1. }
  apply (eq_eq _ (rsum K (fun i => label i) - rsum K (fun i => label i) * epsilon + epsilon) _).
  { cancel. }
  apply (eq_eq _ (1 - 1 * epsilon + epsilon) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult _ eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum K (fun i => label i)) _).
      { reflexivity. }
      hyp. }
    apply (eq_eq _ (rsum K (fun i => label i)) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (1) _).
  { arith. }
  reflexivity.
Qed.

Theorem sums_to_one :
  rsum K (fun i => t i)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold sums_to_one_2_assume).
Qed.
End sums_to_one.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : rsum K (fun i' => label i') = 1.

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

(* since Σ_i label_i = 1; a constant factor goes in front of the sum; all summands are equal *)
Lemma gradient_4_assume :
  y i * rsum K (fun k => t k) - t i
  = y i - t i.
Proof.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) * (- (epsilon * rsum K (fun k => label k)) + epsilon / INR K * INR K + rsum K (fun k => label k)) - (- (epsilon * label i) + epsilon / INR K + label i)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult eq_refl _) _).
    { apply (eq_eq _ (rsum K (fun k => - (epsilon * label k) + epsilon / INR K + label k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ ((1 - epsilon) * label k + epsilon / INR K) _).
        { reflexivity. }
        fractions. }
      rule shared_1. }
    rule (shared_4 i). }
  apply (eq_eq _ (exp (a i) * rsum K (fun k => label k) / rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => label k) * epsilon / rsum K (fun k => exp (a k)) + exp (a i) * epsilon / rsum K (fun k => exp (a k)) + epsilon * label i - epsilon / INR K - label i) _).
  { cancel. }
  apply (eq_eq _ (exp (a i) * 1 / rsum K (fun k => exp (a k)) - exp (a i) * 1 * epsilon / rsum K (fun k => exp (a k)) + exp (a i) * epsilon / rsum K (fun k => exp (a k)) + epsilon * label i - epsilon / INR K - label i) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl))) eq_refl) eq_refl) eq_refl) eq_refl).
    { apply (eq_eq _ (rsum K (fun i' => label i')) _); [ same | ].
      apply (eq_eq _ (rsum K (fun i' => label i')) _).
      { reflexivity. }
      hyp. }
    apply (eq_eq _ (rsum K (fun i' => label i')) _); [ same | ].
    apply (eq_eq _ (rsum K (fun i' => label i')) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) + epsilon * label i - epsilon / INR K - label i) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) - (- (epsilon * label i) + epsilon / INR K + label i)) _).
  { refine (f_equal2 Rplus eq_refl _).
    rule (shared_4 i). }
  fractions.
Qed.

Lemma gradient_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
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

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

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
  (y j * rsum K (fun i => t i) - t j).
Proof.
  pose proof derivative_L_a_needs_1.
  pose proof derivative_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_chain (eq_eq _ _ _ derivative_L_a_2_lemma derivative_L_a_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  (y j * rsum K (fun i => t i) - t j)).
Proof.
  attempt "derivative_L_a" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂ℒ/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of K t (y_of K a'))
  = L_bar * (y j * rsum K (fun i => t i) - t j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 j).
Qed.

(* multiply out *)
Lemma vjp_L_a_2_ring :
  L_bar * (y j * rsum K (fun i => t i) - t j)
  = L_bar * y j * rsum K (fun i => t i) - L_bar * t j.
Proof.
  apply (eq_eq _ (rsum K (fun i => t i) * L_bar * y j - L_bar * t j) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor out ℒ̄ *)
Lemma vjp_L_a_3_ring :
  L_bar * y j * rsum K (fun i => t i) - L_bar * t j
  = L_bar * (y j * rsum K (fun i => t i) - t j).
Proof.
  apply (eq_eq _ (rsum K (fun i => t i) * L_bar * y j - L_bar * t j) _).
  { arith. }
  symmetry.
  arith.
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
  (L_bar * (y j * rsum K (fun i => t i) - t j)).
Proof.
  pose proof vjp_L_a_needs_1.
  pose proof vjp_L_a_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of K t (y_of K a'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_a_1_lemma (eq_eq _ _ _ vjp_L_a_2_ring vjp_L_a_3_ring)).
Qed.

(* the same by the differentiator, by what it found for derivative_L_a or else anew *)
Definition vjp_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_bar * L_of K t (y_of K a'))
  (L_bar * (y j * rsum K (fun i => t i) - t j))).
Proof.
  attempt "vjp_L_a" times (derivative_L_a_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))))))))).
Defined.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.

(* put in ∂ℒ/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => L_of K t (y_of K a')) * a_dot j)
  = rsum K (fun j => (y j * rsum K (fun i => t i) - t j) * a_dot j).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 j).
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
  (rsum K (fun j => (y j * rsum K (fun i => t i) - t j) * a_dot j)).
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
  (rsum K (fun j => (y j * rsum K (fun i => t i) - t j) * a_dot j))).
Proof.
  attempt "jvp_L_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End jvp_L_a.

(** * Derivative of L by epsilon *)

Section derivative_L_epsilon.

(* chain rule through t_i *)
Lemma derivative_L_epsilon_1_chain :
  pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y)
  = rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' y) * pd (at0 epsilon) (fun epsilon' => t_of K epsilon' label i)).
Proof.
  apply (chain1 (at0 epsilon) K (fun t' => L_of K t' y) (fun epsilon' => t_of K epsilon' label)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂t_i and ∂t_i/∂ε *)
Lemma derivative_L_epsilon_2_lemma :
  rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' y) * pd (at0 epsilon) (fun epsilon' => t_of K epsilon' label i))
  = rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K))).
Proof.
  rule shared_6.
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_L_epsilon_3_sum_factor :
  rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K)))
  = rsum K (fun i => ln (y i) * (label i - 1 / INR K)).
Proof.
  rule shared_8.
Qed.

Theorem derivative_L_epsilon :
  is_pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y)
  (rsum K (fun i => ln (y i) * (label i - 1 / INR K))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_epsilon_1_chain (eq_eq _ _ _ derivative_L_epsilon_2_lemma derivative_L_epsilon_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_epsilon_outright : option (
  is_pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y)
  (rsum K (fun i => ln (y i) * (label i - 1 / INR K)))).
Proof.
  attempt "derivative_L_epsilon" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (label i))) (Formula.Div (Formula.V tt) (Formula.C (INR K)))) (Formula.C (ln (y i)))))))).
Defined.
End derivative_L_epsilon.

(** * VJP of L for epsilon *)

Section vjp_L_epsilon.

(* put in ∂ℒ/∂ε *)
Lemma vjp_L_epsilon_1_lemma :
  L_bar * pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y)
  = L_bar * rsum K (fun i => ln (y i) * (label i - 1 / INR K)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' y) * pd (at0 epsilon) (fun epsilon' => t_of K epsilon' label i))) _).
  { apply (chain1 (at0 epsilon) K (fun t' => L_of K t' y) (fun epsilon' => t_of K epsilon' label)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K)))) _).
  { rule shared_6. }
  rule shared_8.
Qed.

Theorem vjp_L_epsilon :
  is_pd (at0 epsilon) (fun epsilon' => L_bar * L_of K (t_of K epsilon' label) y)
  (L_bar * rsum K (fun i => ln (y i) * (label i - 1 / INR K))).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y)) _).
  { weighted. }
  exact vjp_L_epsilon_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_epsilon or else anew *)
Definition vjp_L_epsilon_outright : option (
  is_pd (at0 epsilon) (fun epsilon' => L_bar * L_of K (t_of K epsilon' label) y)
  (L_bar * rsum K (fun i => ln (y i) * (label i - 1 / INR K)))).
Proof.
  attempt "vjp_L_epsilon" times (derivative_L_epsilon_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (label i))) (Formula.Div (Formula.V tt) (Formula.C (INR K)))) (Formula.C (ln (y i))))))))).
Defined.
End vjp_L_epsilon.

(** * JVP of L for epsilon *)

Section jvp_L_epsilon.

(* put in ∂ℒ/∂ε *)
Lemma jvp_L_epsilon_1_lemma :
  pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y) * epsilon_dot
  = rsum K (fun i => ln (y i) * (label i - 1 / INR K)) * epsilon_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' y) * pd (at0 epsilon) (fun epsilon' => t_of K epsilon' label i))) _).
  { apply (chain1 (at0 epsilon) K (fun t' => L_of K t' y) (fun epsilon' => t_of K epsilon' label)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (ln (y i) * (- label i + 1 / INR K)))) _).
  { rule shared_6. }
  rule shared_8.
Qed.

Theorem jvp_L_epsilon :
  is_pd (at0 0) (fun t' => L_of K (t_of K (line0 epsilon epsilon_dot t') label) y)
  (rsum K (fun i => ln (y i) * (label i - 1 / INR K)) * epsilon_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y) * epsilon_dot) _).
  { apply (eq_eq _ (pd (at0 epsilon) (fun epsilon' => L_of K (t_of K epsilon' label) y) * epsilon_dot) _).
    { refine (eq_trans (chain0_at (at0 0) epsilon (fun epsilon' => L_of K (t_of K epsilon' label) y) (fun t' => (line0 epsilon epsilon_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_epsilon_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_epsilon_outright : option (
  is_pd (at0 0) (fun t' => L_of K (t_of K (line0 epsilon epsilon_dot t') label) y)
  (rsum K (fun i => ln (y i) * (label i - 1 / INR K)) * epsilon_dot)).
Proof.
  attempt "jvp_L_epsilon" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 epsilon) (Formula.flat0 epsilon_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (label i))) (Formula.Div (Formula.V tt) (Formula.C (INR K)))) (Formula.C (ln (y i)))))))).
Defined.
End jvp_L_epsilon.
End label_smoothing_theory.

(* the hypotheses of sums_to_one can be met *)
Lemma sums_to_one_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i => label i) = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (K : nat) (label : nat -> R),
  (2 <= K)%nat /\ (rsum K (fun i' => label i') = 1).
Proof.
  exists 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.
