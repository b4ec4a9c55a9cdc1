(* made by derive, do not edit *)
(* Entropy of a softmax

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition H'_of (K : nat) (y : nat -> R) : R :=
  - rsum K (fun i => y i * ln (y i)).
#[local] Hint Unfold H'_of : definitions.

Section entropy_theory.
Variable (K : nat).
Variable (H_bar : R).
Variables (a a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation H' := (H'_of K y).

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
  rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i)) = rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j)).
Proof.
  intros j ?.
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (((-1) - ln (y i)) * (y i * (delta i j - y j))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun k => y' k * ln (y' k)))) _).
    { assert ((forall i', (i' < K)%nat -> 0 < y i')).
      { intros i' ?.
        sgn. }
      apply (eq_eq _ (pd (at1 y i) (fun y' => - rsum K (fun i' => y' i' * ln (y' i')))) _); [ | same ].
      reflexivity. }
    apply (eq_eq _ (- rsum K (fun k => delta k i * ln (y k) + y k * delta k i / y k)) _).
    { assert ((forall k, (k < K)%nat -> 0 < y k)).
      { intros k ?.
        sgn. }
      apply (eq_eq _ (- pd (at1 y i) (fun y' => rsum K (fun k => y' k * ln (y' k)))) _).
      { rule (diff_neg (at1 y i) (fun y' => rsum K (fun k => y' k * ln (y' k)))). }
      apply (eq_eq _ (- rsum K (fun k => delta k i * ln (y k) + y k * (1 / y k) * delta k i)) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun k => pd (at1 y i) (fun y' => y' k * ln (y' k)))) _).
        { rule (diff_sum (at1 y i) K (fun l y' => y' l * ln (y' l)) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 y i) (fun y' => y' k) * ln (y k) + y k * pd (at1 y i) (fun y' => ln (y' k))) _).
        { rule (diff_mul (at1 y i) (fun y' => y' k) (fun y' => ln (y' k))). }
        refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) _).
        { apply variable1. }
        apply (eq_eq _ (y k * (1 / y k * delta k i)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / y k * pd (at1 y i) (fun y' => y' k)) _).
        { rule (diff_log (at1 y i) (fun y' => y' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal Ropp _).
      apply rsum_ext; intros k ?; cbv beta.
      refine (f_equal2 Rplus eq_refl _).
      fractions. }
    apply (eq_eq _ (- ((ln (y i) + y i / y i) * 1)) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => delta k i * (ln (y k) + y k / y k) * 1)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      rule_same (sum_delta K (fun k => (ln (y k) + y k / y k) * 1) i). }
    apply (eq_eq _ (- (ln (y i) + y i / y i)) _).
    { refine (f_equal Ropp _).
      fractions. }
    assert (y i <> 0).
    { sgn. }
    apply (eq_eq _ ((-1) - ln (y i)) _).
    { cancel. }
    reflexivity. }
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
  (0 < exp (a j)) ->
  (0 < rsum K (fun k => exp (a k))) ->
  ln (y j) = - ln (rsum K (fun k => exp (a k))) + a j.
Proof.
  intros j ? ? ?.
  apply (eq_eq _ (ln (exp (a j) / rsum K (fun k => exp (a k)))) _).
  { reflexivity. }
  apply (eq_eq _ (ln (exp (a j)) - ln (rsum K (fun k => exp (a k)))) _).
  { rule (log_div (exp (a j)) (rsum K (fun k => exp (a k)))). }
  apply (eq_eq _ (a j - ln (rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_exp (a j)). }
  arith.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j)) = - (H' * y j) - y j * ln (y j).
Proof.
  intros j ?.
  assert (0 < exp (a j)).
  { sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < exp (a i))).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => delta i j * exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) * a i / rsum K (fun k => exp (a k)) - exp (a i) * exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (((-1) - (- ln (rsum K (fun k => exp (a k))) + a i)) * (exp (a i) / rsum K (fun k => exp (a k))) * (delta i j - exp (a j) / rsum K (fun k => exp (a k)))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl) eq_refl).
      rule (shared_3 i). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k')) - exp (a k) * exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k'))) + rsum K (fun k => - (exp (a k) * exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2) + exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _).
  { rule_same (sum_add K (fun i => delta i j * exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) * a i / rsum K (fun k => exp (a k))) (fun i => - (exp (a i) * exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2) + exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) / rsum K (fun k => exp (a k)) - delta i j * exp (a i) * a i / rsum K (fun k => exp (a k))) + rsum K (fun i => - (exp (a i) * exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2) + exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2)) _); [ same | ].
  apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a j) - 1 / rsum K (fun k => exp (a k)) * exp (a j) - 1 / rsum K (fun k => exp (a k)) * exp (a j) * a j - exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i)) + exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i)) + exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i) * a i)) _).
  { apply (eq_eq _ ((ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a j) - 1 / rsum K (fun k => exp (a k)) * exp (a j) - 1 / rsum K (fun k => exp (a k)) * exp (a j) * a j) + (- (exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i))) + exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i)) + exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i) * a i))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) / rsum K (fun k' => exp (a k')) - delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k')))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k'))) + rsum K (fun k => - (delta k j * exp (a k) / rsum K (fun k' => exp (a k'))) - delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k')))) _).
      { rule_same (sum_add K (fun i => delta i j * exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k))) (fun i => - (delta i j * exp (a i) / rsum K (fun k => exp (a k))) - delta i j * exp (a i) * a i / rsum K (fun k => exp (a k))) (fun i => true)). }
      apply (eq_eq _ (rsum K (fun i => delta i j * exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k))) + rsum K (fun i => - (delta i j * exp (a i) / rsum K (fun k => exp (a k))) - delta i j * exp (a i) * a i / rsum K (fun k => exp (a k)))) _); [ same | ].
      apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a j) + (- (1 / rsum K (fun k => exp (a k)) * exp (a j)) - 1 / rsum K (fun k => exp (a k)) * exp (a j) * a j)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun i => ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * delta i j * exp (a i))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) * delta k j * exp (a k))) _); [ same | ].
        apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * rsum K (fun k => delta k j * exp (a k))) _).
        { rule_same (sum_factor K (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k))) (fun i => delta i j * exp (a i)) (fun i => true)). }
        apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * rsum K (fun i => delta i j * exp (a i))) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _); [ same | ].
        rule (sum_delta K (fun i => exp (a i)) j). }
      apply (eq_eq _ (rsum K (fun k => - (delta k j * exp (a k) / rsum K (fun k' => exp (a k'))) - delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k')))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => - (delta k j * exp (a k) / rsum K (fun k' => exp (a k')))) + rsum K (fun k => - (delta k j * exp (a k) * a k / rsum K (fun k' => exp (a k'))))) _).
      { rule (sum_add K (fun i => - (delta i j * exp (a i) / rsum K (fun k => exp (a k)))) (fun i => - (delta i j * exp (a i) * a i / rsum K (fun k => exp (a k)))) (fun i => true)). }
      apply (eq_eq _ (rsum K (fun i => - (delta i j * exp (a i) / rsum K (fun k => exp (a k)))) + rsum K (fun i => - (delta i j * exp (a i) * a i / rsum K (fun k => exp (a k))))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun i => - (1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i)))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => - (1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k)))) _); [ same | ].
        apply (eq_eq _ (- rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k))) _).
        { rule (sum_neg K (fun i => 1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i)) (fun i => true)). }
        apply (eq_eq _ (- rsum K (fun i => 1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i))) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k))) _); [ same | ].
        apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun k => delta k j * exp (a k))) _).
        { rule_same (sum_factor K (1 / rsum K (fun k => exp (a k))) (fun i => delta i j * exp (a i)) (fun i => true)). }
        apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun i => delta i j * exp (a i))) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _); [ same | ].
        rule (sum_delta K (fun i => exp (a i)) j). }
      apply (eq_eq _ (rsum K (fun i => - (1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i) * a i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k) * a k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k) * a k)) _).
      { rule (sum_neg K (fun i => 1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i) * a i) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => 1 / rsum K (fun k => exp (a k)) * delta i j * exp (a i) * a i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * delta k j * exp (a k) * a k)) _); [ same | ].
      apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun k => delta k j * exp (a k) * a k)) _).
      { rule_same (sum_factor K (1 / rsum K (fun k => exp (a k))) (fun i => delta i j * exp (a i) * a i) (fun i => true)). }
      apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun i => delta i j * exp (a i) * a i)) _); [ same | ].
      apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * (exp (a j) * a j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k) * a k)) _); [ same | ].
      rule_same (sum_delta K (fun i => exp (a i) * a i) j). }
    apply (eq_eq _ (rsum K (fun k => - (exp (a k) * exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2) + exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (exp (a k) * exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2)) + rsum K (fun k => exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _).
    { rule_same (sum_add K (fun i => - (exp (a i) * exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2)) (fun i => exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (exp (a i) * exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2)) + rsum K (fun i => exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2 + exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2)) _); [ same | ].
    apply (eq_eq _ (- (exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i))) + (exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i)) + exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun i => exp (a i) * a i))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => - (exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * exp (a i)))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2 * exp (a k)))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2 * exp (a k))) _).
      { rule (sum_neg K (fun i => exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * exp (a i)) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * exp (a i))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => exp (a j) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) ^ 2 * exp (a k))) _); [ same | ].
      apply (eq_eq _ (exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun k => exp (a k))) _); [ | same ].
      rule (sum_factor K (exp (a j) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) ^ 2) (fun i => exp (a i)) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun k => exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 + exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2) + rsum K (fun k => exp (a k) * exp (a j) * a k / rsum K (fun k' => exp (a k')) ^ 2)) _).
    { rule (sum_add K (fun i => exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) (fun i => exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) + rsum K (fun i => exp (a i) * exp (a j) * a i / rsum K (fun k => exp (a k)) ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * exp (a i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 * exp (a k))) _); [ same | ].
      apply (eq_eq _ (exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun k => exp (a k))) _); [ | same ].
      rule (sum_factor K (exp (a j) / rsum K (fun k => exp (a k)) ^ 2) (fun i => exp (a i)) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * exp (a i) * a i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => exp (a j) / rsum K (fun k' => exp (a k')) ^ 2 * exp (a k) * a k)) _); [ same | ].
    apply (eq_eq _ (exp (a j) / rsum K (fun k => exp (a k)) ^ 2 * rsum K (fun k => exp (a k) * a k)) _); [ | same ].
    rule_same (sum_factor K (exp (a j) / rsum K (fun k => exp (a k)) ^ 2) (fun i => exp (a i) * a i) (fun i => true)). }
  apply (eq_eq _ (exp (a j) * rsum K (fun i => exp (a i) * a i) / rsum K (fun k => exp (a k)) ^ 2 - exp (a j) * a j / rsum K (fun k => exp (a k))) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (- ((ln (rsum K (fun k => exp (a k))) - rsum K (fun i => exp (a i) * a i) / rsum K (fun k => exp (a k))) * (exp (a j) / rsum K (fun k => exp (a k)))) - exp (a j) / rsum K (fun k => exp (a k)) * (- ln (rsum K (fun k => exp (a k))) + a j)) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult _ eq_refl)) (f_equal Ropp (f_equal2 Rmult eq_refl _))).
    { apply (eq_eq _ (- rsum K (fun i => y i * ln (y i))) _).
      { reflexivity. }
      apply (eq_eq _ (- (- (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * rsum K (fun i => exp (a i))) + 1 / rsum K (fun k => exp (a k)) * rsum K (fun i => exp (a i) * a i))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun i => - (exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k))) + exp (a i) * a i / rsum K (fun k => exp (a k)))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) * (- ln (rsum K (fun k => exp (a k))) + a i)) _).
          { refine (f_equal2 Rmult eq_refl _).
            rule (shared_3 i). }
          fractions. }
        apply (eq_eq _ (rsum K (fun k => - (exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k'))) + exp (a k) * a k / rsum K (fun k' => exp (a k')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k => - (exp (a k) * ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')))) + rsum K (fun k => exp (a k) * a k / rsum K (fun k' => exp (a k')))) _).
        { rule (sum_add K (fun i => - (exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)))) (fun i => exp (a i) * a i / rsum K (fun k => exp (a k))) (fun i => true)). }
        apply (eq_eq _ (rsum K (fun i => - (exp (a i) * ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)))) + rsum K (fun i => exp (a i) * a i / rsum K (fun k => exp (a k)))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum K (fun i => - (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a i)))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum K (fun k => - (ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) * exp (a k)))) _); [ same | ].
          apply (eq_eq _ (- rsum K (fun k => ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) * exp (a k))) _).
          { rule (sum_neg K (fun i => ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a i)) (fun i => true)). }
          apply (eq_eq _ (- rsum K (fun i => ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * exp (a i))) _); [ same | ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum K (fun k => ln (rsum K (fun k' => exp (a k'))) / rsum K (fun k' => exp (a k')) * exp (a k))) _); [ same | ].
          apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k)) * rsum K (fun k => exp (a k))) _); [ | same ].
          rule (sum_factor K (ln (rsum K (fun k => exp (a k))) / rsum K (fun k => exp (a k))) (fun i => exp (a i)) (fun i => true)). }
        apply (eq_eq _ (rsum K (fun i => 1 / rsum K (fun k => exp (a k)) * exp (a i) * a i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (a k')) * exp (a k) * a k)) _); [ same | ].
        apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * rsum K (fun k => exp (a k) * a k)) _); [ | same ].
        rule_same (sum_factor K (1 / rsum K (fun k => exp (a k))) (fun i => exp (a i) * a i) (fun i => true)). }
      cancel. }
    rule (shared_3 j). }
  fractions.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < K)%nat ->
  - (H' * y j) - y j * ln (y j) = - (y j * (H' + ln (y j))).
Proof.
  intros j ?.
  apply (eq_eq _ (- (ln (y j) * y j) - H' * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => H'_of K (y_of K a')) = - (y j * (H' + ln (y j))).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < y i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a j) K (fun y' => H'_of K y') (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j))) _).
  { rule (shared_2 j). }
  apply (eq_eq _ (- (H' * y j) - y j * ln (y j)) _).
  { rule (shared_4 j). }
  rule (shared_5 j).
Qed.

(** * nonnegative *)

Section nonnegative.

(* by the signs of its parts, as y_i ≤ 1 *)
Lemma nonnegative_1_sign :
  0
  <= H'.
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
  <= H'.
Proof.
  exact nonnegative_1_sign.
Qed.
End nonnegative.

(** * Gradient *)

Section gradient.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* chain rule through y_i *)
Lemma gradient_1_chain :
  pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  = rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => H'_of K y') (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂H/∂y_i and ∂y_i/∂a_j *)
Lemma gradient_2_lemma :
  rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j)).
Proof.
  rule (shared_2 j).
Qed.

(* multiply out; the logarithm of a quotient is a difference; the logarithm undoes the exponential *)
Lemma gradient_3_log_div :
  rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j))
  = - (H' * y j) - y j * ln (y j).
Proof.
  rule (shared_4 j).
Qed.

(* factor out y_j *)
Lemma gradient_4_ring :
  - (H' * y j) - y j * ln (y j)
  = - (y j * (H' + ln (y j))).
Proof.
  rule (shared_5 j).
Qed.

(* rearrange *)
Lemma gradient_5_ring :
  - (y j * (H' + ln (y j)))
  = - (y j * (ln (y j) + H')).
Proof.
  apply (eq_eq _ (- (ln (y j) * y j) - H' * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma gradient_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem gradient :
  is_pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  (- (y j * (ln (y j) + H'))).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_log_div (eq_eq _ _ _ gradient_4_ring gradient_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  (- (y j * (ln (y j) + H')))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End gradient.

(** * Derivative of H by a *)

Section derivative_H_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* chain rule through y_i *)
Lemma derivative_H_a_1_chain :
  pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  = rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => H'_of K y') (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂H/∂y_i and ∂y_i/∂a_j *)
Lemma derivative_H_a_2_lemma :
  rsum K (fun i => pd (at1 y i) (fun y' => H'_of K y') * pd (at1 a j) (fun a' => y_of K a' i))
  = rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j)).
Proof.
  rule (shared_2 j).
Qed.

(* multiply out; the logarithm of a quotient is a difference; the logarithm undoes the exponential *)
Lemma derivative_H_a_3_log_div :
  rsum K (fun i => ((-1) - ln (y i)) * y i * (delta i j - y j))
  = - (H' * y j) - y j * ln (y j).
Proof.
  rule (shared_4 j).
Qed.

(* factor out y_j *)
Lemma derivative_H_a_4_ring :
  - (H' * y j) - y j * ln (y j)
  = - (y j * (H' + ln (y j))).
Proof.
  rule (shared_5 j).
Qed.

Lemma derivative_H_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_H_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem derivative_H_a :
  is_pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  (- (y j * (H' + ln (y j)))).
Proof.
  pose proof derivative_H_a_needs_1.
  pose proof derivative_H_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_H_a_1_chain (eq_eq _ _ _ derivative_H_a_2_lemma (eq_eq _ _ _ derivative_H_a_3_log_div derivative_H_a_4_ring))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_H_a_outright : option (
  is_pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  (- (y j * (H' + ln (y j))))).
Proof.
  attempt "derivative_H_a" from (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End derivative_H_a.

(** * VJP of H for a *)

Section vjp_H_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂H/∂a_j *)
Lemma vjp_H_a_1_lemma :
  H_bar * pd (at1 a j) (fun a' => H'_of K (y_of K a'))
  = H_bar * (- (y j * (H' + ln (y j)))).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 j).
Qed.

(* rearrange *)
Lemma vjp_H_a_2_ring :
  H_bar * (- (y j * (H' + ln (y j))))
  = - (H_bar * y j * (H' + ln (y j))).
Proof.
  apply (eq_eq _ (- (ln (y j) * H_bar * y j) - H' * H_bar * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma vjp_H_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_H_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_H_a :
  is_pd (at1 a j) (fun a' => H_bar * H'_of K (y_of K a'))
  (- (H_bar * y j * (H' + ln (y j)))).
Proof.
  pose proof vjp_H_a_needs_1.
  pose proof vjp_H_a_needs_2.
  apply (is_pd_eq _ _ (H_bar * pd (at1 a j) (fun a' => H'_of K (y_of K a'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_H_a_1_lemma vjp_H_a_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_H_a_outright : option (
  is_pd (at1 a j) (fun a' => H_bar * H'_of K (y_of K a'))
  (- (H_bar * y j * (H' + ln (y j))))).
Proof.
  attempt "vjp_H_a" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (H_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))))))))).
Defined.
End vjp_H_a.

(** * JVP of H for a *)

Section jvp_H_a.

(* put in ∂H/∂a_j *)
Lemma jvp_H_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => H'_of K (y_of K a')) * a_dot j)
  = rsum K (fun j => - (y j * (H' + ln (y j)) * a_dot j)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- (y j * (H' + ln (y j)))) * a_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_H_a_2_sum_factor :
  rsum K (fun j => - (y j * (H' + ln (y j)) * a_dot j))
  = - rsum K (fun j => a_dot j * y j * (H' + ln (y j))).
Proof.
  apply (eq_eq _ (rsum K (fun j => - (ln (y j) * a_dot j * y j) - H' * a_dot j * y j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (ln (y k) * a_dot k * y k) - H' * a_dot k * y k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (ln (y k) * a_dot k * y k)) + rsum K (fun k => - (H' * a_dot k * y k))) _).
  { rule (sum_add K (fun j => - (ln (y j) * a_dot j * y j)) (fun j => - (H' * a_dot j * y j)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => - (ln (y j) * a_dot j * y j)) + rsum K (fun j => - (H' * a_dot j * y j))) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun j => ln (y j) * a_dot j * y j) - H' * rsum K (fun j => a_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => (-1) * ln (y j) * a_dot j * y j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun k => (-1) * ln (y k) * a_dot k * y k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum K (fun k => ln (y k) * a_dot k * y k)) _); [ | same ].
      rule_same (sum_factor K (-1) (fun j => ln (y j) * a_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun k => - (H' * a_dot k * y k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => H' * a_dot k * y k)) _).
    { rule (sum_neg K (fun j => H' * a_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => H' * a_dot j * y j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => H' * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (H' * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K H' (fun j => a_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (- rsum K (fun j => ln (y j) * a_dot j * y j) - rsum K (fun j => a_dot j * y j) * H') _).
  { arith. }
  symmetry.
  apply (eq_eq _ (- (rsum K (fun j => ln (y j) * a_dot j * y j) + H' * rsum K (fun j => a_dot j * y j))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun j => ln (y j) * a_dot j * y j + H' * a_dot j * y j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => ln (y k) * a_dot k * y k + H' * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => ln (y k) * a_dot k * y k) + rsum K (fun k => H' * a_dot k * y k)) _).
    { rule (sum_add K (fun j => ln (y j) * a_dot j * y j) (fun j => H' * a_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => ln (y j) * a_dot j * y j) + rsum K (fun j => H' * a_dot j * y j)) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum K (fun k => H' * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (H' * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K H' (fun j => a_dot j * y j) (fun j => true)). }
  arith.
Qed.

Lemma jvp_H_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_H_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem jvp_H_a :
  is_pd (at0 0) (fun t => H'_of K (y_of K (line1 a a_dot t)))
  (- rsum K (fun j => a_dot j * y j * (H' + ln (y j)))).
Proof.
  pose proof jvp_H_a_needs_1.
  pose proof jvp_H_a_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => H'_of K (y_of K a')) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => H'_of K (y_of K a')) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => H'_of K (y_of K a')) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_H_a_1_lemma jvp_H_a_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_H_a_outright : option (
  is_pd (at0 0) (fun t => H'_of K (y_of K (line1 a a_dot t)))
  (- rsum K (fun j => a_dot j * y j * (H' + ln (y j))))).
Proof.
  attempt "jvp_H_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End jvp_H_a.
End entropy_theory.
