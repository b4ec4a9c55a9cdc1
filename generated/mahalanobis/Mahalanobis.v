(* made by derive, do not edit *)
(* Mahalanobis distance

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition q_of (N : nat) (x : nat -> R) (mu : nat -> R) (P : nat -> nat -> R) : R :=
  rsum N (fun i => rsum N (fun j => (x i - mu i) * P i j * (x j - mu j))).
#[local] Hint Unfold q_of : definitions.
Definition d_of (q : R) : R :=
  sqrt q.
#[local] Hint Unfold d_of : definitions.

Section mahalanobis_theory.
Variable (N : nat).
Variable (d_bar : R).
Variables (mu x mu_dot x_dot : nat -> R).
Variables (P P_dot : nat -> nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation q := (q_of N x mu P).
Local Notation d := (d_of q).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k : nat,
  (k < N)%nat ->
  pd (at1 x k) (fun x' => rsum N (fun i => rsum N (fun j => (x' i - mu i) * P i j * (x' j - mu j)))) = rsum N (fun l => rsum N (fun m => P l m * (delta l k * (x m - mu m) + (x l - mu l) * delta m k))).
Proof.
  intros k ?.
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun k' => rsum N (fun j => (x' k' - mu k') * P k' j * (x' j - mu j))))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => pd (at1 x k) (fun x' => rsum N (fun j => (x' l - mu l) * P l j * (x' j - mu j))))) _).
  { rule_same (diff_sum (at1 x k) N (fun k' x' => rsum N (fun j => (x' k' - mu k') * P k' j * (x' j - mu j))) (fun k' => true)). }
  apply (eq_eq _ (rsum N (fun l => rsum N (fun m => P l m * ((delta l k + 0) * (x m - mu m) + (x l - mu l) * (delta m k + 0))))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun k' => (x' l - mu l) * P l k' * (x' k' - mu k')))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun m => pd (at1 x k) (fun x' => (x' l - mu l) * P l m * (x' m - mu m)))) _).
    { rule_same (diff_sum (at1 x k) N (fun k' x' => (x' l - mu l) * P l k' * (x' k' - mu k')) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at1 x k) (fun x' => P l m * (x' l - mu l) * (x' m - mu m))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      arith. }
    apply (eq_eq _ (P l m * pd (at1 x k) (fun x' => (x' l - mu l) * (x' m - mu m))) _).
    { assert (pd (at1 x k) (fun x' => P l m) = 0).
      { apply constant. }
      rule_same (diff_scale (at1 x k) (fun x' => P l m) (fun x' => (x' l - mu l) * (x' m - mu m))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x k) (fun x' => x' l - mu l) * (x m - mu m) + (x l - mu l) * pd (at1 x k) (fun x' => x' m - mu m)) _).
    { rule (diff_mul (at1 x k) (fun x' => x' l - mu l) (fun x' => x' m - mu m)). }
    refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ (pd (at1 x k) (fun x' => x' l) + pd (at1 x k) (fun x' => - mu l)) _).
      { rule (diff_add (at1 x k) (fun x' => x' l) (fun x' => - mu l)). }
      refine (f_equal2 Rplus _ _).
      { apply variable1. }
      apply constant. }
    apply (eq_eq _ (pd (at1 x k) (fun x' => x' m) + pd (at1 x k) (fun x' => - mu m)) _).
    { rule (diff_add (at1 x k) (fun x' => x' m) (fun x' => - mu m)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _))).
  { arith. }
  arith.
Qed.

Lemma shared_2 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => - (P l k * mu l) + P l k * x l) = (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => - (P l k * mu l)) + rsum N (fun l => P l k * x l)) _).
  { rule (sum_add N (fun l => - (P l k * mu l)) (fun l => P l k * x l) (fun l => true)). }
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum N (fun l => (-1) * P l k * mu l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (-1) (fun l => P l k * mu l) (fun l => true)).
Qed.

Lemma shared_3 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => rsum N (fun m => P l m * (delta l k * (x m - mu m) + (x l - mu l) * delta m k))) = rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * x m) - rsum N (fun l => P l k * mu l) - rsum N (fun m => P k m * mu m).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => - (delta l k * rsum N (fun m => P l m * mu m)) + delta l k * rsum N (fun m => P l m * x m) - P l k * mu l + P l k * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun m => - (delta l k * P l m * mu m) + delta l k * P l m * x m - delta m k * P l m * mu l + delta m k * P l m * x l)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun m => - (delta l k * P l m * mu m) + delta l k * P l m * x m) + rsum N (fun m => - (delta m k * P l m * mu l) + delta m k * P l m * x l)) _).
    { rule_same (sum_add N (fun m => - (delta l k * P l m * mu m) + delta l k * P l m * x m) (fun m => - (delta m k * P l m * mu l) + delta m k * P l m * x l) (fun m => true)). }
    apply (eq_eq _ (- (delta l k * rsum N (fun m => P l m * mu m)) + delta l k * rsum N (fun m => P l m * x m) - mu l * P l k + x l * P l k) _).
    { apply (eq_eq _ ((- (delta l k * rsum N (fun m => P l m * mu m)) + delta l k * rsum N (fun m => P l m * x m)) + (- (mu l * P l k) + x l * P l k)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun m => - (delta l k * P l m * mu m)) + rsum N (fun m => delta l k * P l m * x m)) _).
        { rule (sum_add N (fun m => - (delta l k * P l m * mu m)) (fun m => delta l k * P l m * x m) (fun m => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (- rsum N (fun m => delta l k * P l m * mu m)) _).
          { rule (sum_neg N (fun m => delta l k * P l m * mu m) (fun m => true)). }
          refine (f_equal Ropp _).
          apply (eq_eq _ (delta l k * rsum N (fun k' => P l k' * mu k')) _); [ | same ].
          rule_same (sum_factor N (delta l k) (fun m => P l m * mu m) (fun m => true)). }
        apply (eq_eq _ (delta l k * rsum N (fun k' => P l k' * x k')) _); [ | same ].
        rule_same (sum_factor N (delta l k) (fun m => P l m * x m) (fun m => true)). }
      apply (eq_eq _ (rsum N (fun m => - (delta m k * P l m * mu l)) + rsum N (fun m => delta m k * P l m * x l)) _).
      { rule (sum_add N (fun m => - (delta m k * P l m * mu l)) (fun m => delta m k * P l m * x l) (fun m => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun m => - (mu l * delta m k * P l m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum N (fun m => mu l * delta m k * P l m)) _).
        { rule (sum_neg N (fun m => mu l * delta m k * P l m) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (mu l * rsum N (fun m => delta m k * P l m)) _).
        { rule_same (sum_factor N (mu l) (fun m => delta m k * P l m) (fun m => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule_same (sum_delta N (fun m => P l m) k). }
      apply (eq_eq _ (rsum N (fun m => x l * delta m k * P l m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (x l * rsum N (fun m => delta m k * P l m)) _).
      { rule_same (sum_factor N (x l) (fun m => delta m k * P l m) (fun m => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule_same (sum_delta N (fun m => P l m) k). }
    arith. }
  apply (eq_eq _ (rsum N (fun l => - (delta l k * rsum N (fun m => P l m * mu m)) + delta l k * rsum N (fun m => P l m * x m)) + rsum N (fun l => - (P l k * mu l) + P l k * x l)) _).
  { rule_same (sum_add N (fun l => - (delta l k * rsum N (fun m => P l m * mu m)) + delta l k * rsum N (fun m => P l m * x m)) (fun l => - (P l k * mu l) + P l k * x l) (fun l => true)). }
  apply (eq_eq _ ((-1) * rsum N (fun m => P k m * mu m) + rsum N (fun m => P k m * x m) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) _).
  { apply (eq_eq _ (((-1) * rsum N (fun m => P k m * mu m) + rsum N (fun m => P k m * x m)) + ((-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => - (delta l k * rsum N (fun m => P l m * mu m))) + rsum N (fun l => delta l k * rsum N (fun m => P l m * x m))) _).
      { rule (sum_add N (fun l => - (delta l k * rsum N (fun m => P l m * mu m))) (fun l => delta l k * rsum N (fun m => P l m * x m)) (fun l => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun l => (-1) * delta l k * rsum N (fun m => P l m * mu m))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ ((-1) * rsum N (fun l => delta l k * rsum N (fun m => P l m * mu m))) _).
        { rule_same (sum_factor N (-1) (fun l => delta l k * rsum N (fun m => P l m * mu m)) (fun l => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule_same (sum_delta N (fun l => rsum N (fun m => P l m * mu m)) k). }
      rule_same (sum_delta N (fun l => rsum N (fun m => P l m * x m)) k). }
    rule (shared_2 k). }
  apply (eq_eq _ (- rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l) - rsum N (fun m => P k m * mu m) + rsum N (fun m => P k m * x m)) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_4 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => (P k l + P l k) * (x l - mu l)) = (-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => - (P k l * mu l) + P k l * x l - P l k * mu l + P l k * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => - (P k l * mu l) + P k l * x l) + rsum N (fun l => - (P l k * mu l) + P l k * x l)) _).
  { rule_same (sum_add N (fun l => - (P k l * mu l) + P k l * x l) (fun l => - (P l k * mu l) + P l k * x l) (fun l => true)). }
  apply (eq_eq _ (((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l)) + ((-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum N (fun l => - (P k l * mu l)) + rsum N (fun l => P k l * x l)) _).
    { rule (sum_add N (fun l => - (P k l * mu l)) (fun l => P k l * x l) (fun l => true)). }
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum N (fun l => (-1) * P k l * mu l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_factor N (-1) (fun l => P k l * mu l) (fun l => true)). }
  rule (shared_2 k).
Qed.

Lemma shared_5 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * x m) - rsum N (fun l => P l k * mu l) - rsum N (fun m => P k m * mu m) = rsum N (fun l => (P k l + P l k) * (x l - mu l)).
Proof.
  intros k ?.
  apply (eq_eq _ (- rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l) - rsum N (fun m => P k m * mu m) + rsum N (fun m => P k m * x m)) _).
  { arith. }
  apply (eq_eq _ (- rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l) - rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l)) _); [ same | ].
  symmetry.
  apply (eq_eq _ ((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) _).
  { rule (shared_4 k). }
  arith.
Qed.

Lemma shared_6 :
  sqrt q = sqrt (rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) - rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) - rsum N (fun l => rsum N (fun k => P k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l))).
Proof.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum N (fun i => rsum N (fun j => (x i - mu i) * P i j * (x j - mu j)))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun i => rsum N (fun j => P i j * mu j) * mu i - rsum N (fun j => P i j * mu j) * x i - rsum N (fun j => P i j * x j) * mu i + rsum N (fun j => P i j * x j) * x i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum N (fun j => P i j * mu i * mu j - P i j * mu i * x j - P i j * mu j * x i + P i j * x i * x j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => P i k * mu i * mu k - P i k * mu i * x k - P i k * mu k * x i + P i k * x i * x k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => P i k * mu i * mu k - P i k * mu i * x k) + rsum N (fun k => - (P i k * mu k * x i) + P i k * x i * x k)) _).
    { rule_same (sum_add N (fun j => P i j * mu i * mu j - P i j * mu i * x j) (fun j => - (P i j * mu j * x i) + P i j * x i * x j) (fun j => true)). }
    apply (eq_eq _ (rsum N (fun j => P i j * mu i * mu j - P i j * mu i * x j) + rsum N (fun j => - (P i j * mu j * x i) + P i j * x i * x j)) _); [ same | ].
    apply (eq_eq _ (mu i * rsum N (fun j => P i j * mu j) - mu i * rsum N (fun j => P i j * x j) - x i * rsum N (fun j => P i j * mu j) + x i * rsum N (fun j => P i j * x j)) _).
    { apply (eq_eq _ ((mu i * rsum N (fun j => P i j * mu j) - mu i * rsum N (fun j => P i j * x j)) + (- (x i * rsum N (fun j => P i j * mu j)) + x i * rsum N (fun j => P i j * x j))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => P i k * mu i * mu k - P i k * mu i * x k)) _); [ same | ].
        apply (eq_eq _ (rsum N (fun k => P i k * mu i * mu k) + rsum N (fun k => - (P i k * mu i * x k))) _).
        { rule (sum_add N (fun j => P i j * mu i * mu j) (fun j => - (P i j * mu i * x j)) (fun j => true)). }
        apply (eq_eq _ (rsum N (fun j => P i j * mu i * mu j) + rsum N (fun j => - (P i j * mu i * x j))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum N (fun j => mu i * P i j * mu j)) _).
          { apply rsum_ext; intros j ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum N (fun k => mu i * P i k * mu k)) _); [ same | ].
          apply (eq_eq _ (mu i * rsum N (fun k => P i k * mu k)) _); [ | same ].
          rule_same (sum_factor N (mu i) (fun j => P i j * mu j) (fun j => true)). }
        apply (eq_eq _ (rsum N (fun j => - (mu i * P i j * x j))) _).
        { apply rsum_ext; intros j ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k => - (mu i * P i k * x k))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun k => mu i * P i k * x k)) _).
        { rule (sum_neg N (fun j => mu i * P i j * x j) (fun j => true)). }
        apply (eq_eq _ (- rsum N (fun j => mu i * P i j * x j)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun k => mu i * P i k * x k)) _); [ same | ].
        apply (eq_eq _ (mu i * rsum N (fun k => P i k * x k)) _); [ | same ].
        rule_same (sum_factor N (mu i) (fun j => P i j * x j) (fun j => true)). }
      apply (eq_eq _ (rsum N (fun k => - (P i k * mu k * x i) + P i k * x i * x k)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => - (P i k * mu k * x i)) + rsum N (fun k => P i k * x i * x k)) _).
      { rule (sum_add N (fun j => - (P i j * mu j * x i)) (fun j => P i j * x i * x j) (fun j => true)). }
      apply (eq_eq _ (rsum N (fun j => - (P i j * mu j * x i)) + rsum N (fun j => P i j * x i * x j)) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun j => - (x i * P i j * mu j))) _).
        { apply rsum_ext; intros j ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k => - (x i * P i k * mu k))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun k => x i * P i k * mu k)) _).
        { rule (sum_neg N (fun j => x i * P i j * mu j) (fun j => true)). }
        apply (eq_eq _ (- rsum N (fun j => x i * P i j * mu j)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun k => x i * P i k * mu k)) _); [ same | ].
        apply (eq_eq _ (x i * rsum N (fun k => P i k * mu k)) _); [ | same ].
        rule_same (sum_factor N (x i) (fun j => P i j * mu j) (fun j => true)). }
      apply (eq_eq _ (rsum N (fun j => x i * P i j * x j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => x i * P i k * x k)) _); [ same | ].
      apply (eq_eq _ (x i * rsum N (fun k => P i k * x k)) _); [ | same ].
      rule_same (sum_factor N (x i) (fun j => P i j * x j) (fun j => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun j => P k j * mu j) * mu k - rsum N (fun j => P k j * mu j) * x k - rsum N (fun j => P k j * x j) * mu k + rsum N (fun j => P k j * x j) * x k)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => rsum N (fun j => P k j * mu j) * mu k - rsum N (fun j => P k j * mu j) * x k) + rsum N (fun k => - (rsum N (fun j => P k j * x j) * mu k) + rsum N (fun j => P k j * x j) * x k)) _).
  { rule_same (sum_add N (fun i => rsum N (fun j => P i j * mu j) * mu i - rsum N (fun j => P i j * mu j) * x i) (fun i => - (rsum N (fun j => P i j * x j) * mu i) + rsum N (fun j => P i j * x j) * x i) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => rsum N (fun j => P i j * mu j) * mu i - rsum N (fun j => P i j * mu j) * x i) + rsum N (fun i => - (rsum N (fun j => P i j * x j) * mu i) + rsum N (fun j => P i j * x j) * x i)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu l * x k)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l))) _).
  { apply (eq_eq _ ((rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu l * x k))) + ((-1) * rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => rsum N (fun j => P k j * mu j) * mu k - rsum N (fun j => P k j * mu j) * x k)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => rsum N (fun j => P k j * mu j) * mu k) + rsum N (fun k => - (rsum N (fun j => P k j * mu j) * x k))) _).
      { rule (sum_add N (fun i => rsum N (fun j => P i j * mu j) * mu i) (fun i => - (rsum N (fun j => P i j * mu j) * x i)) (fun i => true)). }
      apply (eq_eq _ (rsum N (fun i => rsum N (fun j => P i j * mu j) * mu i) + rsum N (fun i => - (rsum N (fun j => P i j * mu j) * x i))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun i => mu i * rsum N (fun j => P i j * mu j))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun i => rsum N (fun k => mu i * P i k * mu k))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          apply (eq_eq _ (mu i * rsum N (fun k => P i k * mu k)) _); [ same | ].
          symmetry.
          rule_same (sum_factor N (mu i) (fun j => P i j * mu j) (fun j => true)). }
        apply (eq_eq _ (rsum N (fun i => rsum N (fun k => P i k * mu i * mu k))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu k * mu l))) _); [ same | ].
        rule (sum_swap N N (fun i k => P i k * mu i * mu k)). }
      apply (eq_eq _ (rsum N (fun i => (-1) * rsum N (fun j => P i j * mu j) * x i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun j => P k j * mu j) * x k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun j => P k j * mu j) * x k)) _).
      { rule_same (sum_factor N (-1) (fun i => rsum N (fun j => P i j * mu j) * x i) (fun i => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun i => rsum N (fun j => P i j * mu j) * x i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun i => x i * rsum N (fun j => P i j * mu j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun i => rsum N (fun k => x i * P i k * mu k))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply (eq_eq _ (x i * rsum N (fun k => P i k * mu k)) _); [ same | ].
        symmetry.
        rule_same (sum_factor N (x i) (fun j => P i j * mu j) (fun j => true)). }
      apply (eq_eq _ (rsum N (fun i => rsum N (fun k => P i k * mu k * x i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu l * x k))) _); [ same | ].
      rule (sum_swap N N (fun i k => P i k * mu k * x i)). }
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun j => P k j * x j) * mu k) + rsum N (fun j => P k j * x j) * x k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun j => P k j * x j) * mu k)) + rsum N (fun k => rsum N (fun j => P k j * x j) * x k)) _).
    { rule (sum_add N (fun i => - (rsum N (fun j => P i j * x j) * mu i)) (fun i => rsum N (fun j => P i j * x j) * x i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - (rsum N (fun j => P i j * x j) * mu i)) + rsum N (fun i => rsum N (fun j => P i j * x j) * x i)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => (-1) * rsum N (fun j => P i j * x j) * mu i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun j => P k j * x j) * mu k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun j => P k j * x j) * mu k)) _).
      { rule_same (sum_factor N (-1) (fun i => rsum N (fun j => P i j * x j) * mu i) (fun i => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun i => rsum N (fun j => P i j * x j) * mu i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun i => mu i * rsum N (fun j => P i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun i => rsum N (fun k => mu i * P i k * x k))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply (eq_eq _ (mu i * rsum N (fun k => P i k * x k)) _); [ same | ].
        symmetry.
        rule_same (sum_factor N (mu i) (fun j => P i j * x j) (fun j => true)). }
      apply (eq_eq _ (rsum N (fun i => rsum N (fun k => P i k * mu i * x k))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu k * x l))) _); [ same | ].
      rule (sum_swap N N (fun i k => P i k * mu i * x k)). }
    apply (eq_eq _ (rsum N (fun i => x i * rsum N (fun j => P i j * x j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun i => rsum N (fun k => x i * P i k * x k))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (x i * rsum N (fun k => P i k * x k)) _); [ same | ].
      symmetry.
      rule_same (sum_factor N (x i) (fun j => P i j * x j) (fun j => true)). }
    apply (eq_eq _ (rsum N (fun i => rsum N (fun k => P i k * x i * x k))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * x k * x l))) _); [ same | ].
    rule (sum_swap N N (fun i k => P i k * x i * x k)). }
  arith.
Qed.

Lemma shared_7 :
  (0 < q) ->
  pd (at0 q) (fun q' => d_of q') = 1 / (2 * d).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 q) (fun q' => sqrt q')) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * sqrt q) * pd (at0 q) (fun q' => q')) _).
  { rule (diff_sqrt (at0 q) (fun q' => q')). }
  apply (eq_eq _ (pd (at0 q) (fun q' => q') / (2 * sqrt q)) _).
  { fractions. }
  apply (eq_eq _ (1 / (2 * sqrt q)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply variable0. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) - rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) - rsum N (fun l => rsum N (fun k => P k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l))))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    rule shared_6. }
  apply (eq_eq _ ((1 / 2) / sqrt (rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) - rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) - rsum N (fun l => rsum N (fun k => P k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l)))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (1 / (2 * sqrt (rsum N (fun l => rsum N (fun k => P k l * mu k * mu l)) - rsum N (fun l => rsum N (fun k => P k l * mu k * x l)) - rsum N (fun l => rsum N (fun k => P k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P k l * x k * x l))))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    apply (eq_eq _ (sqrt q) _).
    { reflexivity. }
    rule shared_6. }
  fractions.
Qed.

Lemma shared_8 :
  forall k : nat,
  (k < N)%nat ->
  (0 < q) ->
  pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P) = 1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l)).
Proof.
  intros k ? ?.
  refine (f_equal2 Rmult _ _).
  { rule shared_7. }
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun i => rsum N (fun j => (x' i - mu i) * P i j * (x' j - mu j))))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun l => rsum N (fun m => P l m * (delta l k * (x m - mu m) + (x l - mu l) * delta m k)))) _).
  { rule (shared_1 k). }
  apply (eq_eq _ (rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * x m) - rsum N (fun l => P l k * mu l) - rsum N (fun m => P k m * mu m)) _).
  { rule (shared_3 k). }
  rule (shared_5 k).
Qed.

Lemma shared_9 :
  forall k : nat,
  (k < N)%nat ->
  1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l)) = rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d).
Proof.
  intros k ?.
  apply (eq_eq _ (1 / (2 * d) * (- rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l) - rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) _).
    { rule (shared_4 k). }
    arith. }
  apply (eq_eq _ (- ((1 / 2) * rsum N (fun l => P l k * mu l) / d) + (1 / 2) * rsum N (fun l => P l k * x l) / d - (1 / 2) * rsum N (fun l => P k l * mu l) / d + (1 / 2) * rsum N (fun l => P k l * x l) / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((- rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l) - rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l)) / (2 * d)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) _).
    { rule (shared_4 k). }
    arith. }
  fractions.
Qed.

Lemma shared_10 :
  forall k l : nat,
  (k < N)%nat ->
  (l < N)%nat ->
  (0 < q) ->
  pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P') = 1 / (2 * d) * (x k - mu k) * (x l - mu l).
Proof.
  intros k l ? ? ?.
  apply (eq_eq _ (1 / (2 * d) * ((x k - mu k) * (x l - mu l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule shared_7. }
  apply (eq_eq _ (pd (at2 P k l) (fun P' => rsum N (fun i => rsum N (fun j => (x i - mu i) * P' i j * (x j - mu j))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 P k l) (fun P' => rsum N (fun k' => rsum N (fun j => (x k' - mu k') * P' k' j * (x j - mu j))))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => pd (at2 P k l) (fun P' => rsum N (fun j => (x m - mu m) * P' m j * (x j - mu j))))) _).
  { rule_same (diff_sum (at2 P k l) N (fun k' P' => rsum N (fun j => (x k' - mu k') * P' k' j * (x j - mu j))) (fun k' => true)). }
  apply (eq_eq _ (rsum N (fun m => rsum N (fun n => (x m - mu m) * (x n - mu n) * delta m k * delta n l))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 P k l) (fun P' => rsum N (fun k' => (x m - mu m) * P' m k' * (x k' - mu k')))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun n => pd (at2 P k l) (fun P' => (x m - mu m) * P' m n * (x n - mu n)))) _).
    { rule_same (diff_sum (at2 P k l) N (fun k' P' => (x m - mu m) * P' m k' * (x k' - mu k')) (fun k' => true)). }
    apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (pd (at2 P k l) (fun P' => (x m - mu m) * (x n - mu n) * P' m n)) _).
    { apply pd_ext.
      intros P'; cbv beta.
      arith. }
    apply (eq_eq _ ((x m - mu m) * (x n - mu n) * pd (at2 P k l) (fun P' => P' m n)) _).
    { assert (pd (at2 P k l) (fun P' => (x m - mu m) * (x n - mu n)) = 0).
      { apply constant. }
      rule_same (diff_scale (at2 P k l) (fun P' => (x m - mu m) * (x n - mu n)) (fun P' => P' m n)). }
    apply (eq_eq _ ((x m - mu m) * (x n - mu n) * (delta m k * delta n l)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable2. }
  apply (eq_eq _ (rsum N (fun m => (x m - mu m) * (x l - mu l) * delta m k)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n l * (x m - mu m) * (x n - mu n) * delta m k)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun n => (x m - mu m) * (x n - mu n) * delta m k) l). }
  apply (eq_eq _ (rsum N (fun m => delta m k * (x m - mu m) * (x l - mu l))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun m => (x m - mu m) * (x l - mu l)) k).
Qed.

Lemma shared_11 :
  forall k l : nat,
  (k < N)%nat ->
  (l < N)%nat ->
  1 / (2 * d) * (x k - mu k) * (x l - mu l) = (x k - mu k) * (x l - mu l) / (2 * d).
Proof.
  intros k l ? ?.
  apply (eq_eq _ ((1 / 2) * mu k * mu l / d - (1 / 2) * mu k * x l / d - (1 / 2) * mu l * x k / d + (1 / 2) * x k * x l / d) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_12 :
  rsum N (fun k => rsum N (fun l => P l k * mu l) * x_dot k) = rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => x_dot k * rsum N (fun l => P l k * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x_dot k * P l k * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => P l k * mu l) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Lemma shared_13 :
  rsum N (fun k => rsum N (fun l => P l k * x l) * x_dot k) = rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => x_dot k * rsum N (fun l => P l k * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x_dot k * P l k * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => P l k * x l) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Lemma shared_14 :
  rsum N (fun k => rsum N (fun l => P k l * mu l) * x_dot k) = rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => x_dot k * rsum N (fun l => P k l * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x_dot k * P k l * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => P k l * mu l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu l * x_dot k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_swap N N (fun k l => P k l * mu l * x_dot k)).
Qed.

Lemma shared_15 :
  rsum N (fun k => rsum N (fun l => P k l * x l) * x_dot k) = rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => x_dot k * rsum N (fun l => P k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x_dot k * P k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => P k l * x l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * x l * x_dot k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_swap N N (fun k l => P k l * x l * x_dot k)).
Qed.

Lemma shared_16 :
  forall m k : nat,
  (m < N)%nat ->
  (k < N)%nat ->
  pd (at1 mu k) (fun mu' => x m - mu' m) = 0 - delta m k.
Proof.
  intros m k ? ?.
  apply (eq_eq _ (pd (at1 mu k) (fun mu' => x m) + pd (at1 mu k) (fun mu' => - mu' m)) _).
  { rule (diff_add (at1 mu k) (fun mu' => x m) (fun mu' => - mu' m)). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (- pd (at1 mu k) (fun mu' => mu' m)) _).
  { rule (diff_neg (at1 mu k) (fun mu' => mu' m)). }
  refine (f_equal Ropp _).
  apply variable1.
Qed.

Lemma shared_17 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => P l k * mu l - P l k * x l) = rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => P l k * mu l) + rsum N (fun l => - (P l k * x l))) _).
  { rule (sum_add N (fun l => P l k * mu l) (fun l => - (P l k * x l)) (fun l => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum N (fun l => (-1) * P l k * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (-1) (fun l => P l k * x l) (fun l => true)).
Qed.

Lemma shared_18 :
  forall k : nat,
  (k < N)%nat ->
  rsum N (fun l => (P k l + P l k) * (mu l - x l)) = rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => P k l * mu l - P k l * x l + P l k * mu l - P l k * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => P k l * mu l - P k l * x l) + rsum N (fun l => P l k * mu l - P l k * x l)) _).
  { rule_same (sum_add N (fun l => P k l * mu l - P k l * x l) (fun l => P l k * mu l - P l k * x l) (fun l => true)). }
  apply (eq_eq _ ((rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l)) + (rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum N (fun l => P k l * mu l) + rsum N (fun l => - (P k l * x l))) _).
    { rule (sum_add N (fun l => P k l * mu l) (fun l => - (P k l * x l)) (fun l => true)). }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum N (fun l => (-1) * P k l * x l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_factor N (-1) (fun l => P k l * x l) (fun l => true)). }
  rule (shared_17 k).
Qed.

Lemma shared_19 :
  forall k : nat,
  (k < N)%nat ->
  (0 < q) ->
  pd (at0 q) (fun q' => d_of q') * pd (at1 mu k) (fun mu' => q_of N x mu' P) = 1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l)).
Proof.
  intros k ? ?.
  refine (f_equal2 Rmult _ _).
  { rule shared_7. }
  apply (eq_eq _ (pd (at1 mu k) (fun mu' => rsum N (fun i => rsum N (fun j => (x i - mu' i) * P i j * (x j - mu' j))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 mu k) (fun mu' => rsum N (fun k' => rsum N (fun j => (x k' - mu' k') * P k' j * (x j - mu' j))))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => pd (at1 mu k) (fun mu' => rsum N (fun j => (x l - mu' l) * P l j * (x j - mu' j))))) _).
  { rule_same (diff_sum (at1 mu k) N (fun k' mu' => rsum N (fun j => (x k' - mu' k') * P k' j * (x j - mu' j))) (fun k' => true)). }
  apply (eq_eq _ (rsum N (fun l => rsum N (fun m => P l m * ((0 - delta l k) * (x m - mu m) + (x l - mu l) * (0 - delta m k))))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 mu k) (fun mu' => rsum N (fun k' => (x l - mu' l) * P l k' * (x k' - mu' k')))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun m => pd (at1 mu k) (fun mu' => (x l - mu' l) * P l m * (x m - mu' m)))) _).
    { rule_same (diff_sum (at1 mu k) N (fun k' mu' => (x l - mu' l) * P l k' * (x k' - mu' k')) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at1 mu k) (fun mu' => P l m * (x l - mu' l) * (x m - mu' m))) _).
    { apply pd_ext.
      intros mu'; cbv beta.
      arith. }
    apply (eq_eq _ (P l m * pd (at1 mu k) (fun mu' => (x l - mu' l) * (x m - mu' m))) _).
    { assert (pd (at1 mu k) (fun mu' => P l m) = 0).
      { apply constant. }
      rule_same (diff_scale (at1 mu k) (fun mu' => P l m) (fun mu' => (x l - mu' l) * (x m - mu' m))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 mu k) (fun mu' => x l - mu' l) * (x m - mu m) + (x l - mu l) * pd (at1 mu k) (fun mu' => x m - mu' m)) _).
    { rule (diff_mul (at1 mu k) (fun mu' => x l - mu' l) (fun mu' => x m - mu' m)). }
    refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { rule (shared_16 l k). }
    rule (shared_16 m k). }
  apply (eq_eq _ (rsum N (fun l => rsum N (fun m => P l m * (- (delta l k * (x m - mu m)) - (x l - mu l) * delta m k)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    refine (f_equal2 Rmult eq_refl (f_equal2 Rplus _ _)).
    { apply (eq_eq _ ((- delta l k) * (x m - mu m)) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      arith. }
    apply (eq_eq _ ((x l - mu l) * (- delta m k)) _).
    { refine (f_equal2 Rmult eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (rsum N (fun l => delta l k * rsum N (fun m => P l m * mu m) - delta l k * rsum N (fun m => P l m * x m) + P l k * mu l - P l k * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun m => delta l k * P l m * mu m - delta l k * P l m * x m + delta m k * P l m * mu l - delta m k * P l m * x l)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun m => delta l k * P l m * mu m - delta l k * P l m * x m) + rsum N (fun m => delta m k * P l m * mu l - delta m k * P l m * x l)) _).
    { rule_same (sum_add N (fun m => delta l k * P l m * mu m - delta l k * P l m * x m) (fun m => delta m k * P l m * mu l - delta m k * P l m * x l) (fun m => true)). }
    apply (eq_eq _ (delta l k * rsum N (fun m => P l m * mu m) - delta l k * rsum N (fun m => P l m * x m) + mu l * P l k - x l * P l k) _).
    { apply (eq_eq _ ((delta l k * rsum N (fun m => P l m * mu m) - delta l k * rsum N (fun m => P l m * x m)) + (mu l * P l k - x l * P l k)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun m => delta l k * P l m * mu m) + rsum N (fun m => - (delta l k * P l m * x m))) _).
        { rule (sum_add N (fun m => delta l k * P l m * mu m) (fun m => - (delta l k * P l m * x m)) (fun m => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (delta l k * rsum N (fun k' => P l k' * mu k')) _); [ | same ].
          rule_same (sum_factor N (delta l k) (fun m => P l m * mu m) (fun m => true)). }
        apply (eq_eq _ (- rsum N (fun m => delta l k * P l m * x m)) _).
        { rule (sum_neg N (fun m => delta l k * P l m * x m) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta l k * rsum N (fun k' => P l k' * x k')) _); [ | same ].
        rule_same (sum_factor N (delta l k) (fun m => P l m * x m) (fun m => true)). }
      apply (eq_eq _ (rsum N (fun m => delta m k * P l m * mu l) + rsum N (fun m => - (delta m k * P l m * x l))) _).
      { rule (sum_add N (fun m => delta m k * P l m * mu l) (fun m => - (delta m k * P l m * x l)) (fun m => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun m => mu l * delta m k * P l m)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (mu l * rsum N (fun m => delta m k * P l m)) _).
        { rule_same (sum_factor N (mu l) (fun m => delta m k * P l m) (fun m => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule_same (sum_delta N (fun m => P l m) k). }
      apply (eq_eq _ (rsum N (fun m => - (x l * delta m k * P l m))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (- rsum N (fun m => x l * delta m k * P l m)) _).
      { rule (sum_neg N (fun m => x l * delta m k * P l m) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (x l * rsum N (fun m => delta m k * P l m)) _).
      { rule_same (sum_factor N (x l) (fun m => delta m k * P l m) (fun m => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule_same (sum_delta N (fun m => P l m) k). }
    arith. }
  apply (eq_eq _ (rsum N (fun l => delta l k * rsum N (fun m => P l m * mu m) - delta l k * rsum N (fun m => P l m * x m)) + rsum N (fun l => P l k * mu l - P l k * x l)) _).
  { rule_same (sum_add N (fun l => delta l k * rsum N (fun m => P l m * mu m) - delta l k * rsum N (fun m => P l m * x m)) (fun l => P l k * mu l - P l k * x l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun m => P k m * mu m) + (-1) * rsum N (fun m => P k m * x m) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) _).
  { apply (eq_eq _ ((rsum N (fun m => P k m * mu m) + (-1) * rsum N (fun m => P k m * x m)) + (rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => delta l k * rsum N (fun m => P l m * mu m)) + rsum N (fun l => - (delta l k * rsum N (fun m => P l m * x m)))) _).
      { rule (sum_add N (fun l => delta l k * rsum N (fun m => P l m * mu m)) (fun l => - (delta l k * rsum N (fun m => P l m * x m))) (fun l => true)). }
      refine (f_equal2 Rplus _ _).
      { rule_same (sum_delta N (fun l => rsum N (fun m => P l m * mu m)) k). }
      apply (eq_eq _ (rsum N (fun l => (-1) * delta l k * rsum N (fun m => P l m * x m))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum N (fun l => delta l k * rsum N (fun m => P l m * x m))) _).
      { rule_same (sum_factor N (-1) (fun l => delta l k * rsum N (fun m => P l m * x m)) (fun l => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule_same (sum_delta N (fun l => rsum N (fun m => P l m * x m)) k). }
    rule (shared_17 k). }
  apply (eq_eq _ (rsum N (fun l => P l k * mu l) - rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * mu m) - rsum N (fun m => P k m * x m)) _).
  { arith. }
  apply (eq_eq _ (rsum N (fun l => P l k * mu l) + rsum N (fun m => P k m * mu m) - rsum N (fun l => P l k * x l) - rsum N (fun m => P k m * x m)) _).
  { symmetry.
    arith. }
  apply (eq_eq _ (rsum N (fun l => P l k * mu l) - rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * mu m) - rsum N (fun m => P k m * x m)) _).
  { arith. }
  apply (eq_eq _ (rsum N (fun l => P l k * mu l) - rsum N (fun l => P l k * x l) + rsum N (fun l => P k l * mu l) - rsum N (fun l => P k l * x l)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) _).
  { rule (shared_18 k). }
  arith.
Qed.

Lemma shared_20 :
  forall k : nat,
  (k < N)%nat ->
  1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l)) = rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d).
Proof.
  intros k ?.
  apply (eq_eq _ (1 / (2 * d) * (rsum N (fun l => P l k * mu l) - rsum N (fun l => P l k * x l) + rsum N (fun l => P k l * mu l) - rsum N (fun l => P k l * x l))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) _).
    { rule (shared_18 k). }
    arith. }
  apply (eq_eq _ ((1 / 2) * rsum N (fun l => P l k * mu l) / d - (1 / 2) * rsum N (fun l => P l k * x l) / d + (1 / 2) * rsum N (fun l => P k l * mu l) / d - (1 / 2) * rsum N (fun l => P k l * x l) / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum N (fun l => P l k * mu l) - rsum N (fun l => P l k * x l) + rsum N (fun l => P k l * mu l) - rsum N (fun l => P k l * x l)) / (2 * d)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) _).
    { rule (shared_18 k). }
    arith. }
  fractions.
Qed.

Lemma shared_21 :
  rsum N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k) = rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => mu_dot k * rsum N (fun l => P l k * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu_dot k * P l k * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (mu_dot k) (fun l => P l k * mu l) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Lemma shared_22 :
  rsum N (fun k => rsum N (fun l => P l k * x l) * mu_dot k) = rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l)).
Proof.
  apply (eq_eq _ (rsum N (fun k => mu_dot k * rsum N (fun l => P l k * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu_dot k * P l k * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (mu_dot k) (fun l => P l k * x l) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Lemma shared_23 :
  rsum N (fun k => rsum N (fun l => P k l * mu l) * mu_dot k) = rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => mu_dot k * rsum N (fun l => P k l * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu_dot k * P k l * mu l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (mu_dot k) (fun l => P k l * mu l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu l * mu_dot k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_swap N N (fun k l => P k l * mu l * mu_dot k)).
Qed.

Lemma shared_24 :
  rsum N (fun k => rsum N (fun l => P k l * x l) * mu_dot k) = rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l)).
Proof.
  apply (eq_eq _ (rsum N (fun k => mu_dot k * rsum N (fun l => P k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu_dot k * P k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (mu_dot k) (fun l => P k l * x l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu_dot k * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_swap N N (fun k l => P k l * mu_dot k * x l)).
Qed.

(** * Gradient of the square *)

Section square.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.

(* definition of q *)
Lemma square_1_unfold :
  pd (at1 x k) (fun x' => q_of N x' mu P)
  = pd (at1 x k) (fun x' => rsum N (fun i => rsum N (fun j => (x' i - mu i) * P i j * (x' j - mu j)))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; product rule; ∂x_l/∂x_k = δ_lk *)
Lemma square_2_diff_sum :
  pd (at1 x k) (fun x' => rsum N (fun i => rsum N (fun j => (x' i - mu i) * P i j * (x' j - mu j))))
  = rsum N (fun l => rsum N (fun m => P l m * (delta l k * (x m - mu m) + (x l - mu l) * delta m k))).
Proof.
  rule (shared_1 k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma square_3_sum_factor :
  rsum N (fun l => rsum N (fun m => P l m * (delta l k * (x m - mu m) + (x l - mu l) * delta m k)))
  = rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * x m) - rsum N (fun l => P l k * mu l) - rsum N (fun m => P k m * mu m).
Proof.
  rule (shared_3 k).
Qed.

(* factor *)
Lemma square_4_ring :
  rsum N (fun l => P l k * x l) + rsum N (fun m => P k m * x m) - rsum N (fun l => P l k * mu l) - rsum N (fun m => P k m * mu m)
  = rsum N (fun j => (P k j + P j k) * (x j - mu j)).
Proof.
  rule_same (shared_5 k).
Qed.

Theorem square :
  is_pd (at1 x k) (fun x' => q_of N x' mu P)
  (rsum N (fun j => (P k j + P j k) * (x j - mu j))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ square_1_unfold (eq_eq _ _ _ square_2_diff_sum (eq_eq _ _ _ square_3_sum_factor square_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition square_outright : option (
  is_pd (at1 x k) (fun x' => q_of N x' mu P)
  (rsum N (fun j => (P k j + P j k) * (x j - mu j)))).
Proof.
  attempt "square" by Formula.outright (Formula.by_vector (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.V (i)) (Formula.C (mu i))) (Formula.C (P i j))) (Formula.Sub (Formula.V (j)) (Formula.C (mu j))))))))).
Defined.
End square.

(** * Gradient *)

Section gradient.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis given1 : 0 < q.

(* chain rule through q *)
Lemma gradient_1_chain :
  pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  = pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P).
Proof.
  apply (chain0 (at1 x k) (fun q' => d_of q') (fun x' => q_of N x' mu P)); [ dex | premise ].
Qed.

(* put in ∂d/∂q and ∂q/∂x_k *)
Lemma gradient_2_lemma :
  pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P)
  = 1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l)).
Proof.
  rule (shared_8 k).
Qed.

(* rearrange *)
Lemma gradient_3_ring :
  1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l))
  = rsum N (fun j => (P k j + P j k) * (x j - mu j)) / (2 * d).
Proof.
  rule_same (shared_9 k).
Qed.

Theorem gradient :
  is_pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  (rsum N (fun j => (P k j + P j k) * (x j - mu j)) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma gradient_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  (rsum N (fun j => (P k j + P j k) * (x j - mu j)) / (2 * d))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.V (i)) (Formula.C (mu i))) (Formula.C (P i j))) (Formula.Sub (Formula.V (j)) (Formula.C (mu j)))))))))).
Defined.
End gradient.

(** * Derivative by the precision *)

Section precision.
Variables (k l : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis l_in : (l < N)%nat.
Hypothesis given1 : 0 < q.

(* chain rule through q *)
Lemma precision_1_chain :
  pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  = pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P').
Proof.
  apply (chain0 (at2 P k l) (fun q' => d_of q') (fun P' => q_of N x mu P')); [ dex | premise ].
Qed.

(* put in ∂d/∂q and ∂q/∂P_kl *)
Lemma precision_2_lemma :
  pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P')
  = 1 / (2 * d) * (x k - mu k) * (x l - mu l).
Proof.
  rule (shared_10 k l).
Qed.

(* rearrange *)
Lemma precision_3_ring :
  1 / (2 * d) * (x k - mu k) * (x l - mu l)
  = (x k - mu k) * (x l - mu l) / (2 * d).
Proof.
  rule (shared_11 k l).
Qed.

Theorem precision :
  is_pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  ((x k - mu k) * (x l - mu l) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ precision_1_chain (eq_eq _ _ _ precision_2_lemma precision_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition precision_outright : option (
  is_pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  ((x k - mu k) * (x l - mu l) / (2 * d))).
Proof.
  attempt "precision" by Formula.outright (Formula.by_matrix (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i - mu i)) (Formula.V (i, j))) (Formula.C (x j - mu j))))))))).
Defined.
End precision.

(** * Derivative of d by x *)

Section derivative_d_x.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis given1 : 0 < q.

(* chain rule through q *)
Lemma derivative_d_x_1_chain :
  pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  = pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P).
Proof.
  apply (chain0 (at1 x k) (fun q' => d_of q') (fun x' => q_of N x' mu P)); [ dex | premise ].
Qed.

(* put in ∂d/∂q and ∂q/∂x_k *)
Lemma derivative_d_x_2_lemma :
  pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P)
  = 1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l)).
Proof.
  rule (shared_8 k).
Qed.

(* rearrange *)
Lemma derivative_d_x_3_ring :
  1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l))
  = rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d).
Proof.
  rule (shared_9 k).
Qed.

Theorem derivative_d_x :
  is_pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  (rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_d_x_1_chain (eq_eq _ _ _ derivative_d_x_2_lemma derivative_d_x_3_ring)).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_d_x_outright : option (
  is_pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  (rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d))).
Proof.
  attempt "derivative_d_x" as (gradient_outright k) or Formula.outright (Formula.by_vector (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.V (i)) (Formula.C (mu i))) (Formula.C (P i j))) (Formula.Sub (Formula.V (j)) (Formula.C (mu j)))))))))).
Defined.
End derivative_d_x.

(** * VJP of d for x *)

Section vjp_d_x.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂x_k *)
Lemma vjp_d_x_1_lemma :
  d_bar * pd (at1 x k) (fun x' => d_of (q_of N x' mu P))
  = d_bar * (rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P)) _).
  { apply (chain0 (at1 x k) (fun q' => d_of q') (fun x' => q_of N x' mu P)); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l))) _).
  { rule (shared_8 k). }
  rule (shared_9 k).
Qed.

(* rearrange *)
Lemma vjp_d_x_2_ring :
  d_bar * (rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d))
  = d_bar * rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d).
Proof.
  apply (eq_eq _ (d_bar * (((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) / (2 * d))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_4 k). }
  apply (eq_eq _ (- ((1 / 2) * rsum N (fun l => P l k * mu l) * d_bar / d) + (1 / 2) * rsum N (fun l => P l k * x l) * d_bar / d - (1 / 2) * rsum N (fun l => P k l * mu l) * d_bar / d + (1 / 2) * rsum N (fun l => P k l * x l) * d_bar / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (d_bar * ((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) / (2 * d)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_4 k). }
  fractions.
Qed.

Theorem vjp_d_x :
  is_pd (at1 x k) (fun x' => d_bar * d_of (q_of N x' mu P))
  (d_bar * rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d)).
Proof.
  apply (is_pd_eq _ _ (d_bar * pd (at1 x k) (fun x' => d_of (q_of N x' mu P))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_d_x_1_lemma vjp_d_x_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_d_x_outright : option (
  is_pd (at1 x k) (fun x' => d_bar * d_of (q_of N x' mu P))
  (d_bar * rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d))).
Proof.
  attempt "vjp_d_x" times (gradient_outright k) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (d_bar)) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.V (i)) (Formula.C (mu i))) (Formula.C (P i j))) (Formula.Sub (Formula.V (j)) (Formula.C (mu j))))))))))).
Defined.
End vjp_d_x.

(** * JVP of d for x *)

Section jvp_d_x.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂x_k *)
Lemma jvp_d_x_1_lemma :
  rsum N (fun k => pd (at1 x k) (fun x' => d_of (q_of N x' mu P)) * x_dot k)
  = rsum N (fun k => rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d) * x_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at1 x k) (fun x' => q_of N x' mu P)) _).
  { apply (chain0 (at1 x k) (fun q' => d_of q') (fun x' => q_of N x' mu P)); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (x l - mu l))) _).
  { rule (shared_8 k). }
  rule (shared_9 k).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_d_x_2_sum_factor :
  rsum N (fun k => rsum N (fun l => (P k l + P l k) * (x l - mu l)) / (2 * d) * x_dot k)
  = rsum N (fun k => x_dot k * rsum N (fun l => (P k l + P l k) * (x l - mu l))) / (2 * d).
Proof.
  apply (eq_eq _ (rsum N (fun k => - ((1 / 2) * rsum N (fun l => P l k * mu l) * x_dot k / d) + (1 / 2) * rsum N (fun l => P l k * x l) * x_dot k / d - (1 / 2) * rsum N (fun l => P k l * mu l) * x_dot k / d + (1 / 2) * rsum N (fun l => P k l * x l) * x_dot k / d)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l)) / (2 * d) * x_dot k) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      rule (shared_4 k). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => - ((1 / 2) * rsum N (fun l => P l k * mu l) * x_dot k / d) + (1 / 2) * rsum N (fun l => P l k * x l) * x_dot k / d) + rsum N (fun k => - ((1 / 2) * rsum N (fun l => P k l * mu l) * x_dot k / d) + (1 / 2) * rsum N (fun l => P k l * x l) * x_dot k / d)) _).
  { rule_same (sum_add N (fun k => - ((1 / 2) * rsum N (fun l => P l k * mu l) * x_dot k / d) + (1 / 2) * rsum N (fun l => P l k * x l) * x_dot k / d) (fun k => - ((1 / 2) * rsum N (fun l => P k l * mu l) * x_dot k / d) + (1 / 2) * rsum N (fun l => P k l * x l) * x_dot k / d) (fun k => true)). }
  apply (eq_eq _ (- ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k))) + (1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k)) + (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k))) _).
  { apply (eq_eq _ ((- ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k))) + (1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k))) + (- ((1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k))) + (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - ((1 / 2) * rsum N (fun l => P l k * mu l) * x_dot k / d)) + rsum N (fun k => (1 / 2) * rsum N (fun l => P l k * x l) * x_dot k / d)) _).
      { rule (sum_add N (fun k => - ((1 / 2) * rsum N (fun l => P l k * mu l) * x_dot k / d)) (fun k => (1 / 2) * rsum N (fun l => P l k * x l) * x_dot k / d) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P l k * mu l) * x_dot k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P l k * mu l) * x_dot k)) _).
        { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P l k * mu l) * x_dot k) (fun k => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l) * x_dot k)) _).
        { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P l k * mu l) * x_dot k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule shared_12. }
      apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P l k * x l) * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * x l) * x_dot k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P l k * x l) * x_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_13. }
    apply (eq_eq _ (rsum N (fun k => - ((1 / 2) * rsum N (fun l => P k l * mu l) * x_dot k / d)) + rsum N (fun k => (1 / 2) * rsum N (fun l => P k l * x l) * x_dot k / d)) _).
    { rule (sum_add N (fun k => - ((1 / 2) * rsum N (fun l => P k l * mu l) * x_dot k / d)) (fun k => (1 / 2) * rsum N (fun l => P k l * x l) * x_dot k / d) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P k l * mu l) * x_dot k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P k l * mu l) * x_dot k)) _).
      { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P k l * mu l) * x_dot k) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P k l * mu l) * x_dot k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P k l * mu l) * x_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_14. }
    apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P k l * x l) * x_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P k l * x l) * x_dot k)) _).
    { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P k l * x l) * x_dot k) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule shared_15. }
  apply (eq_eq _ (- ((1 / 2) * rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k)) / d) - (1 / 2) * rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k)) / d + (1 / 2) * rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k)) / d + (1 / 2) * rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k)) / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (((-1) * rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k)) + rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k)) + rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k))) / (2 * d)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun l => P l k * mu l) * x_dot k) + rsum N (fun l => P l k * x l) * x_dot k - rsum N (fun l => P k l * mu l) * x_dot k + rsum N (fun l => P k l * x l) * x_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (x_dot k * ((-1) * rsum N (fun l => P k l * mu l) + rsum N (fun l => P k l * x l) + (-1) * rsum N (fun l => P l k * mu l) + rsum N (fun l => P l k * x l))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_4 k). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun l => P l k * mu l) * x_dot k) + rsum N (fun l => P l k * x l) * x_dot k) + rsum N (fun k => - (rsum N (fun l => P k l * mu l) * x_dot k) + rsum N (fun l => P k l * x l) * x_dot k)) _).
    { rule_same (sum_add N (fun k => - (rsum N (fun l => P l k * mu l) * x_dot k) + rsum N (fun l => P l k * x l) * x_dot k) (fun k => - (rsum N (fun l => P k l * mu l) * x_dot k) + rsum N (fun l => P k l * x l) * x_dot k) (fun k => true)). }
    apply (eq_eq _ (((-1) * rsum N (fun k => rsum N (fun l => P l k * mu l * x_dot k)) + rsum N (fun k => rsum N (fun l => P l k * x l * x_dot k))) + ((-1) * rsum N (fun l => rsum N (fun k => P k l * mu l * x_dot k)) + rsum N (fun l => rsum N (fun k => P k l * x l * x_dot k)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - (rsum N (fun l => P l k * mu l) * x_dot k)) + rsum N (fun k => rsum N (fun l => P l k * x l) * x_dot k)) _).
      { rule (sum_add N (fun k => - (rsum N (fun l => P l k * mu l) * x_dot k)) (fun k => rsum N (fun l => P l k * x l) * x_dot k) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun l => P l k * mu l) * x_dot k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun l => P l k * mu l) * x_dot k)) _).
        { rule_same (sum_factor N (-1) (fun k => rsum N (fun l => P l k * mu l) * x_dot k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule shared_12. }
      rule shared_13. }
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun l => P k l * mu l) * x_dot k)) + rsum N (fun k => rsum N (fun l => P k l * x l) * x_dot k)) _).
    { rule (sum_add N (fun k => - (rsum N (fun l => P k l * mu l) * x_dot k)) (fun k => rsum N (fun l => P k l * x l) * x_dot k) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun l => P k l * mu l) * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun l => P k l * mu l) * x_dot k)) _).
      { rule_same (sum_factor N (-1) (fun k => rsum N (fun l => P k l * mu l) * x_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_14. }
    rule shared_15. }
  fractions.
Qed.

Theorem jvp_d_x :
  is_pd (at0 0) (fun t => d_of (q_of N (line1 x x_dot t) mu P))
  (rsum N (fun k => x_dot k * rsum N (fun l => (P k l + P l k) * (x l - mu l))) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k => pd (at1 x k) (fun x' => d_of (q_of N x' mu P)) * x_dot k)) _).
  { apply (eq_eq _ (rsum N (fun k => pd (at1 x k) (fun x' => d_of (q_of N x' mu P)) * x_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => d_of (q_of N x' mu P)) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_d_x_1_lemma jvp_d_x_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_d_x_outright : option (
  is_pd (at0 0) (fun t => d_of (q_of N (line1 x x_dot t) mu P))
  (rsum N (fun k => x_dot k * rsum N (fun l => (P k l + P l k) * (x l - mu l))) / (2 * d))).
Proof.
  attempt "jvp_d_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.V (i)) (Formula.C (mu i))) (Formula.C (P i j))) (Formula.Sub (Formula.V (j)) (Formula.C (mu j)))))))))).
Defined.
End jvp_d_x.

(** * Derivative of d by mu *)

Section derivative_d_mu.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis given1 : 0 < q.

(* chain rule through q *)
Lemma derivative_d_mu_1_chain :
  pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P))
  = pd (at0 q) (fun q' => d_of q') * pd (at1 mu k) (fun mu' => q_of N x mu' P).
Proof.
  apply (chain0 (at1 mu k) (fun q' => d_of q') (fun mu' => q_of N x mu' P)); [ dex | premise ].
Qed.

(* put in ∂d/∂q and ∂q/∂μ_k *)
Lemma derivative_d_mu_2_lemma :
  pd (at0 q) (fun q' => d_of q') * pd (at1 mu k) (fun mu' => q_of N x mu' P)
  = 1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l)).
Proof.
  rule (shared_19 k).
Qed.

(* rearrange *)
Lemma derivative_d_mu_3_ring :
  1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l))
  = rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d).
Proof.
  rule (shared_20 k).
Qed.

Theorem derivative_d_mu :
  is_pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P))
  (rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_d_mu_1_chain (eq_eq _ _ _ derivative_d_mu_2_lemma derivative_d_mu_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_d_mu_outright : option (
  is_pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P))
  (rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d))).
Proof.
  attempt "derivative_d_mu" by Formula.outright (Formula.by_vector (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.C (x i)) (Formula.V (i))) (Formula.C (P i j))) (Formula.Sub (Formula.C (x j)) (Formula.V (j)))))))))).
Defined.
End derivative_d_mu.

(** * VJP of d for mu *)

Section vjp_d_mu.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂μ_k *)
Lemma vjp_d_mu_1_lemma :
  d_bar * pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P))
  = d_bar * (rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at1 mu k) (fun mu' => q_of N x mu' P)) _).
  { apply (chain0 (at1 mu k) (fun q' => d_of q') (fun mu' => q_of N x mu' P)); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l))) _).
  { rule (shared_19 k). }
  rule (shared_20 k).
Qed.

(* rearrange *)
Lemma vjp_d_mu_2_ring :
  d_bar * (rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d))
  = d_bar * rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d).
Proof.
  apply (eq_eq _ (d_bar * ((rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) / (2 * d))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_18 k). }
  apply (eq_eq _ ((1 / 2) * rsum N (fun l => P l k * mu l) * d_bar / d - (1 / 2) * rsum N (fun l => P l k * x l) * d_bar / d + (1 / 2) * rsum N (fun l => P k l * mu l) * d_bar / d - (1 / 2) * rsum N (fun l => P k l * x l) * d_bar / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (d_bar * (rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) / (2 * d)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_18 k). }
  fractions.
Qed.

Theorem vjp_d_mu :
  is_pd (at1 mu k) (fun mu' => d_bar * d_of (q_of N x mu' P))
  (d_bar * rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d)).
Proof.
  apply (is_pd_eq _ _ (d_bar * pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_d_mu_1_lemma vjp_d_mu_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_d_mu or else anew *)
Definition vjp_d_mu_outright : option (
  is_pd (at1 mu k) (fun mu' => d_bar * d_of (q_of N x mu' P))
  (d_bar * rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d))).
Proof.
  attempt "vjp_d_mu" times (derivative_d_mu_outright k) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (d_bar)) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.C (x i)) (Formula.V (i))) (Formula.C (P i j))) (Formula.Sub (Formula.C (x j)) (Formula.V (j))))))))))).
Defined.
End vjp_d_mu.

(** * JVP of d for mu *)

Section jvp_d_mu.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂μ_k *)
Lemma jvp_d_mu_1_lemma :
  rsum N (fun k => pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P)) * mu_dot k)
  = rsum N (fun k => rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d) * mu_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at1 mu k) (fun mu' => q_of N x mu' P)) _).
  { apply (chain0 (at1 mu k) (fun q' => d_of q') (fun mu' => q_of N x mu' P)); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * rsum N (fun l => (P k l + P l k) * (mu l - x l))) _).
  { rule (shared_19 k). }
  rule (shared_20 k).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_d_mu_2_sum_factor :
  rsum N (fun k => rsum N (fun l => (P k l + P l k) * (mu l - x l)) / (2 * d) * mu_dot k)
  = rsum N (fun k => mu_dot k * rsum N (fun l => (P k l + P l k) * (mu l - x l))) / (2 * d).
Proof.
  apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P l k * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P l k * x l) * mu_dot k / d + (1 / 2) * rsum N (fun l => P k l * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P k l * x l) * mu_dot k / d)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l)) / (2 * d) * mu_dot k) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      rule (shared_18 k). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P l k * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P l k * x l) * mu_dot k / d) + rsum N (fun k => (1 / 2) * rsum N (fun l => P k l * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P k l * x l) * mu_dot k / d)) _).
  { rule_same (sum_add N (fun k => (1 / 2) * rsum N (fun l => P l k * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P l k * x l) * mu_dot k / d) (fun k => (1 / 2) * rsum N (fun l => P k l * mu l) * mu_dot k / d - (1 / 2) * rsum N (fun l => P k l * x l) * mu_dot k / d) (fun k => true)). }
  apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)) - (1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l)) + (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l))) _).
  { apply (eq_eq _ (((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)) - (1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l))) + ((1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P l k * mu l) * mu_dot k / d) + rsum N (fun k => - ((1 / 2) * rsum N (fun l => P l k * x l) * mu_dot k / d))) _).
      { rule (sum_add N (fun k => (1 / 2) * rsum N (fun l => P l k * mu l) * mu_dot k / d) (fun k => - ((1 / 2) * rsum N (fun l => P l k * x l) * mu_dot k / d)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P l k * mu l) * mu_dot k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k)) _).
        { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P l k * mu l) * mu_dot k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule shared_21. }
      apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P l k * x l) * mu_dot k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P l k * x l) * mu_dot k)) _).
      { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P l k * x l) * mu_dot k) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P l k * x l) * mu_dot k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P l k * x l) * mu_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_22. }
    apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P k l * mu l) * mu_dot k / d) + rsum N (fun k => - ((1 / 2) * rsum N (fun l => P k l * x l) * mu_dot k / d))) _).
    { rule (sum_add N (fun k => (1 / 2) * rsum N (fun l => P k l * mu l) * mu_dot k / d) (fun k => - ((1 / 2) * rsum N (fun l => P k l * x l) * mu_dot k / d)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P k l * mu l) * mu_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P k l * mu l) * mu_dot k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P k l * mu l) * mu_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_23. }
    apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P k l * x l) * mu_dot k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P k l * x l) * mu_dot k) (fun k => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P k l * x l) * mu_dot k) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule shared_24. }
  apply (eq_eq _ ((1 / 2) * rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)) / d + (1 / 2) * rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)) / d - (1 / 2) * rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l)) / d - (1 / 2) * rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l)) / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)) + (-1) * rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l)) + rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l))) / (2 * d)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k - rsum N (fun l => P l k * x l) * mu_dot k + rsum N (fun l => P k l * mu l) * mu_dot k - rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (mu_dot k * (rsum N (fun l => P k l * mu l) + (-1) * rsum N (fun l => P k l * x l) + rsum N (fun l => P l k * mu l) + (-1) * rsum N (fun l => P l k * x l))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_18 k). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k - rsum N (fun l => P l k * x l) * mu_dot k) + rsum N (fun k => rsum N (fun l => P k l * mu l) * mu_dot k - rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { rule_same (sum_add N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k - rsum N (fun l => P l k * x l) * mu_dot k) (fun k => rsum N (fun l => P k l * mu l) * mu_dot k - rsum N (fun l => P k l * x l) * mu_dot k) (fun k => true)). }
    apply (eq_eq _ ((rsum N (fun k => rsum N (fun l => P l k * mu l * mu_dot k)) + (-1) * rsum N (fun k => rsum N (fun l => P l k * mu_dot k * x l))) + (rsum N (fun l => rsum N (fun k => P k l * mu l * mu_dot k)) + (-1) * rsum N (fun l => rsum N (fun k => P k l * mu_dot k * x l)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k) + rsum N (fun k => - (rsum N (fun l => P l k * x l) * mu_dot k))) _).
      { rule (sum_add N (fun k => rsum N (fun l => P l k * mu l) * mu_dot k) (fun k => - (rsum N (fun l => P l k * x l) * mu_dot k)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { rule shared_21. }
      apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun l => P l k * x l) * mu_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun l => P l k * x l) * mu_dot k)) _).
      { rule_same (sum_factor N (-1) (fun k => rsum N (fun l => P l k * x l) * mu_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule shared_22. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P k l * mu l) * mu_dot k) + rsum N (fun k => - (rsum N (fun l => P k l * x l) * mu_dot k))) _).
    { rule (sum_add N (fun k => rsum N (fun l => P k l * mu l) * mu_dot k) (fun k => - (rsum N (fun l => P k l * x l) * mu_dot k)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { rule shared_23. }
    apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun l => P k l * x l) * mu_dot k)) _).
    { rule_same (sum_factor N (-1) (fun k => rsum N (fun l => P k l * x l) * mu_dot k) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule shared_24. }
  fractions.
Qed.

Theorem jvp_d_mu :
  is_pd (at0 0) (fun t => d_of (q_of N x (line1 mu mu_dot t) P))
  (rsum N (fun k => mu_dot k * rsum N (fun l => (P k l + P l k) * (mu l - x l))) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k => pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P)) * mu_dot k)) _).
  { apply (eq_eq _ (rsum N (fun k => pd (at1 mu k) (fun mu' => d_of (q_of N x mu' P)) * mu_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) N mu (fun mu' => d_of (q_of N x mu' P)) (fun t => (line1 mu mu_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_d_mu_1_lemma jvp_d_mu_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_d_mu_outright : option (
  is_pd (at0 0) (fun t => d_of (q_of N x (line1 mu mu_dot t) P))
  (rsum N (fun k => mu_dot k * rsum N (fun l => (P k l + P l k) * (mu l - x l))) / (2 * d))).
Proof.
  attempt "jvp_d_mu" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 mu) (Formula.flat1 mu_dot) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.Sub (Formula.C (x i)) (Formula.V (i))) (Formula.C (P i j))) (Formula.Sub (Formula.C (x j)) (Formula.V (j)))))))))).
Defined.
End jvp_d_mu.

(** * Derivative of d by P *)

Section derivative_d_P.
Variables (k l : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis l_in : (l < N)%nat.
Hypothesis given1 : 0 < q.

(* chain rule through q *)
Lemma derivative_d_P_1_chain :
  pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  = pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P').
Proof.
  apply (chain0 (at2 P k l) (fun q' => d_of q') (fun P' => q_of N x mu P')); [ dex | premise ].
Qed.

(* put in ∂d/∂q and ∂q/∂P_kl *)
Lemma derivative_d_P_2_lemma :
  pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P')
  = 1 / (2 * d) * (x k - mu k) * (x l - mu l).
Proof.
  rule (shared_10 k l).
Qed.

(* rearrange *)
Lemma derivative_d_P_3_ring :
  1 / (2 * d) * (x k - mu k) * (x l - mu l)
  = (x k - mu k) * (x l - mu l) / (2 * d).
Proof.
  rule (shared_11 k l).
Qed.

Theorem derivative_d_P :
  is_pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  ((x k - mu k) * (x l - mu l) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_d_P_1_chain (eq_eq _ _ _ derivative_d_P_2_lemma derivative_d_P_3_ring)).
Qed.

(* the same by the differentiator, by what it found for precision or else anew *)
Definition derivative_d_P_outright : option (
  is_pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  ((x k - mu k) * (x l - mu l) / (2 * d))).
Proof.
  attempt "derivative_d_P" as (precision_outright k l) or Formula.outright (Formula.by_matrix (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i - mu i)) (Formula.V (i, j))) (Formula.C (x j - mu j))))))))).
Defined.
End derivative_d_P.

(** * VJP of d for P *)

Section vjp_d_P.
Variables (k l : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis l_in : (l < N)%nat.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂P_kl *)
Lemma vjp_d_P_1_lemma :
  d_bar * pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))
  = d_bar * ((x k - mu k) * (x l - mu l) / (2 * d)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P')) _).
  { apply (chain0 (at2 P k l) (fun q' => d_of q') (fun P' => q_of N x mu P')); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * (x k - mu k) * (x l - mu l)) _).
  { rule (shared_10 k l). }
  rule (shared_11 k l).
Qed.

(* rearrange *)
Lemma vjp_d_P_2_ring :
  d_bar * ((x k - mu k) * (x l - mu l) / (2 * d))
  = d_bar * (x k - mu k) * (x l - mu l) / (2 * d).
Proof.
  apply (eq_eq _ ((1 / 2) * d_bar * mu k * mu l / d - (1 / 2) * d_bar * mu k * x l / d - (1 / 2) * d_bar * mu l * x k / d + (1 / 2) * d_bar * x k * x l / d) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_d_P :
  is_pd (at2 P k l) (fun P' => d_bar * d_of (q_of N x mu P'))
  (d_bar * (x k - mu k) * (x l - mu l) / (2 * d)).
Proof.
  apply (is_pd_eq _ _ (d_bar * pd (at2 P k l) (fun P' => d_of (q_of N x mu P'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_d_P_1_lemma vjp_d_P_2_ring).
Qed.

(* the same by the differentiator, by what it found for precision or else anew *)
Definition vjp_d_P_outright : option (
  is_pd (at2 P k l) (fun P' => d_bar * d_of (q_of N x mu P'))
  (d_bar * (x k - mu k) * (x l - mu l) / (2 * d))).
Proof.
  attempt "vjp_d_P" times (precision_outright k l) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (d_bar)) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i - mu i)) (Formula.V (i, j))) (Formula.C (x j - mu j)))))))))).
Defined.
End vjp_d_P.

(** * JVP of d for P *)

Section jvp_d_P.
Hypothesis given1 : 0 < q.

(* put in ∂d/∂P_kl *)
Lemma jvp_d_P_1_lemma :
  rsum N (fun k => rsum N (fun l => pd (at2 P k l) (fun P' => d_of (q_of N x mu P')) * P_dot k l))
  = rsum N (fun k => rsum N (fun l => (x k - mu k) * (x l - mu l) / (2 * d) * P_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 q) (fun q' => d_of q') * pd (at2 P k l) (fun P' => q_of N x mu P')) _).
  { apply (chain0 (at2 P k l) (fun q' => d_of q') (fun P' => q_of N x mu P')); [ dex | premise ]. }
  apply (eq_eq _ (1 / (2 * d) * (x k - mu k) * (x l - mu l)) _).
  { rule (shared_10 k l). }
  rule (shared_11 k l).
Qed.

(* factor; a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_d_P_2_sum_factor :
  rsum N (fun k => rsum N (fun l => (x k - mu k) * (x l - mu l) / (2 * d) * P_dot k l))
  = rsum N (fun l => (x l - mu l) * rsum N (fun k => P_dot k l * (x k - mu k))) / (2 * d).
Proof.
  apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * mu l) * mu k / d - (1 / 2) * rsum N (fun l => P_dot k l * mu l) * x k / d - (1 / 2) * rsum N (fun l => P_dot k l * x l) * mu k / d + (1 / 2) * rsum N (fun l => P_dot k l * x l) * x k / d)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum N (fun l => (1 / 2) * P_dot k l * mu k * mu l / d - (1 / 2) * P_dot k l * mu k * x l / d - (1 / 2) * P_dot k l * mu l * x k / d + (1 / 2) * P_dot k l * x k * x l / d)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun l => (1 / 2) * P_dot k l * mu k * mu l / d - (1 / 2) * P_dot k l * mu k * x l / d) + rsum N (fun l => - ((1 / 2) * P_dot k l * mu l * x k / d) + (1 / 2) * P_dot k l * x k * x l / d)) _).
    { rule_same (sum_add N (fun l => (1 / 2) * P_dot k l * mu k * mu l / d - (1 / 2) * P_dot k l * mu k * x l / d) (fun l => - ((1 / 2) * P_dot k l * mu l * x k / d) + (1 / 2) * P_dot k l * x k * x l / d) (fun l => true)). }
    apply (eq_eq _ ((1 / 2) * mu k / d * rsum N (fun l => P_dot k l * mu l) - (1 / 2) * mu k / d * rsum N (fun l => P_dot k l * x l) - (1 / 2) * x k / d * rsum N (fun l => P_dot k l * mu l) + (1 / 2) * x k / d * rsum N (fun l => P_dot k l * x l)) _).
    { apply (eq_eq _ (((1 / 2) * mu k / d * rsum N (fun l => P_dot k l * mu l) - (1 / 2) * mu k / d * rsum N (fun l => P_dot k l * x l)) + (- ((1 / 2) * x k / d * rsum N (fun l => P_dot k l * mu l)) + (1 / 2) * x k / d * rsum N (fun l => P_dot k l * x l))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun l => (1 / 2) * P_dot k l * mu k * mu l / d) + rsum N (fun l => - ((1 / 2) * P_dot k l * mu k * x l / d))) _).
        { rule (sum_add N (fun l => (1 / 2) * P_dot k l * mu k * mu l / d) (fun l => - ((1 / 2) * P_dot k l * mu k * x l / d)) (fun l => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum N (fun l => (1 / 2) * mu k / d * P_dot k l * mu l)) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          rule_same (sum_factor N ((1 / 2) * mu k / d) (fun l => P_dot k l * mu l) (fun l => true)). }
        apply (eq_eq _ (rsum N (fun l => - ((1 / 2) * mu k / d * P_dot k l * x l))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum N (fun l => (1 / 2) * mu k / d * P_dot k l * x l)) _).
        { rule (sum_neg N (fun l => (1 / 2) * mu k / d * P_dot k l * x l) (fun l => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor N ((1 / 2) * mu k / d) (fun l => P_dot k l * x l) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun l => - ((1 / 2) * P_dot k l * mu l * x k / d)) + rsum N (fun l => (1 / 2) * P_dot k l * x k * x l / d)) _).
      { rule (sum_add N (fun l => - ((1 / 2) * P_dot k l * mu l * x k / d)) (fun l => (1 / 2) * P_dot k l * x k * x l / d) (fun l => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun l => - ((1 / 2) * x k / d * P_dot k l * mu l))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum N (fun l => (1 / 2) * x k / d * P_dot k l * mu l)) _).
        { rule (sum_neg N (fun l => (1 / 2) * x k / d * P_dot k l * mu l) (fun l => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor N ((1 / 2) * x k / d) (fun l => P_dot k l * mu l) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun l => (1 / 2) * x k / d * P_dot k l * x l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      rule_same (sum_factor N ((1 / 2) * x k / d) (fun l => P_dot k l * x l) (fun l => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * mu l) * mu k / d - (1 / 2) * rsum N (fun l => P_dot k l * mu l) * x k / d) + rsum N (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * x l) * mu k / d) + (1 / 2) * rsum N (fun l => P_dot k l * x l) * x k / d)) _).
  { rule_same (sum_add N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * mu l) * mu k / d - (1 / 2) * rsum N (fun l => P_dot k l * mu l) * x k / d) (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * x l) * mu k / d) + (1 / 2) * rsum N (fun l => P_dot k l * x l) * x k / d) (fun k => true)). }
  apply (eq_eq _ ((1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * mu l)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu l * x k)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * x l)) + (1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * x k * x l))) _).
  { apply (eq_eq _ (((1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * mu l)) - (1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu l * x k))) + (- ((1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * x l))) + (1 / 2) / d * rsum N (fun l => rsum N (fun k => P_dot k l * x k * x l)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * mu l) * mu k / d) + rsum N (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * mu l) * x k / d))) _).
      { rule (sum_add N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * mu l) * mu k / d) (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * mu l) * x k / d)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * mu l) * mu k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P_dot k l * mu l) * mu k)) _).
        { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P_dot k l * mu l) * mu k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum N (fun k => mu k * rsum N (fun l => P_dot k l * mu l))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu k * P_dot k l * mu l))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          symmetry.
          rule_same (sum_factor N (mu k) (fun l => P_dot k l * mu l) (fun l => true)). }
        apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P_dot k l * mu k * mu l))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply rsum_ext; intros l ?; cbv beta.
          arith. }
        rule (sum_swap N N (fun k l => P_dot k l * mu k * mu l)). }
      apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P_dot k l * mu l) * x k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * mu l) * x k)) _).
      { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * mu l) * x k) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P_dot k l * mu l) * x k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P_dot k l * mu l) * x k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k => x k * rsum N (fun l => P_dot k l * mu l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x k * P_dot k l * mu l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        symmetry.
        rule_same (sum_factor N (x k) (fun l => P_dot k l * mu l) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P_dot k l * mu l * x k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule (sum_swap N N (fun k l => P_dot k l * mu l * x k)). }
    apply (eq_eq _ (rsum N (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * x l) * mu k / d)) + rsum N (fun k => (1 / 2) * rsum N (fun l => P_dot k l * x l) * x k / d)) _).
    { rule (sum_add N (fun k => - ((1 / 2) * rsum N (fun l => P_dot k l * x l) * mu k / d)) (fun k => (1 / 2) * rsum N (fun l => P_dot k l * x l) * x k / d) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - ((1 / 2) / d * rsum N (fun l => P_dot k l * x l) * mu k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * x l) * mu k)) _).
      { rule (sum_neg N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * x l) * mu k) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P_dot k l * x l) * mu k)) _).
      { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P_dot k l * x l) * mu k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k => mu k * rsum N (fun l => P_dot k l * x l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => mu k * P_dot k l * x l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        symmetry.
        rule_same (sum_factor N (mu k) (fun l => P_dot k l * x l) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P_dot k l * mu k * x l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule (sum_swap N N (fun k l => P_dot k l * mu k * x l)). }
    apply (eq_eq _ (rsum N (fun k => (1 / 2) / d * rsum N (fun l => P_dot k l * x l) * x k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ ((1 / 2) / d * rsum N (fun k => rsum N (fun l => P_dot k l * x l) * x k)) _).
    { rule_same (sum_factor N ((1 / 2) / d) (fun k => rsum N (fun l => P_dot k l * x l) * x k) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k => x k * rsum N (fun l => P_dot k l * x l))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => x k * P_dot k l * x l))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (x k) (fun l => P_dot k l * x l) (fun l => true)). }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun l => P_dot k l * x k * x l))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule (sum_swap N N (fun k l => P_dot k l * x k * x l)). }
  apply (eq_eq _ ((1 / 2) * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * mu l)) / d - (1 / 2) * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * x l)) / d - (1 / 2) * rsum N (fun l => rsum N (fun k => P_dot k l * mu l * x k)) / d + (1 / 2) * rsum N (fun l => rsum N (fun k => P_dot k l * x k * x l)) / d) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum N (fun l => rsum N (fun k => P_dot k l * mu k * mu l)) + (-1) * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * x l)) + (-1) * rsum N (fun l => rsum N (fun k => P_dot k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P_dot k l * x k * x l))) / (2 * d)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun l => rsum N (fun k => P_dot k l * mu k) * mu l - rsum N (fun k => P_dot k l * mu k) * x l - rsum N (fun k => P_dot k l * x k) * mu l + rsum N (fun k => P_dot k l * x k) * x l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ ((x l - mu l) * ((-1) * rsum N (fun k => P_dot k l * mu k) + rsum N (fun k => P_dot k l * x k))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum N (fun k => - (P_dot k l * mu k) + P_dot k l * x k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k => - (P_dot k l * mu k)) + rsum N (fun k => P_dot k l * x k)) _).
        { rule (sum_add N (fun k => - (P_dot k l * mu k)) (fun k => P_dot k l * x k) (fun k => true)). }
        refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (rsum N (fun k => (-1) * P_dot k l * mu k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule_same (sum_factor N (-1) (fun k => P_dot k l * mu k) (fun k => true)). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun m => P_dot m k * mu m) * mu k - rsum N (fun m => P_dot m k * mu m) * x k - rsum N (fun m => P_dot m k * x m) * mu k + rsum N (fun m => P_dot m k * x m) * x k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => rsum N (fun m => P_dot m k * mu m) * mu k - rsum N (fun m => P_dot m k * mu m) * x k) + rsum N (fun k => - (rsum N (fun m => P_dot m k * x m) * mu k) + rsum N (fun m => P_dot m k * x m) * x k)) _).
    { rule_same (sum_add N (fun l => rsum N (fun k => P_dot k l * mu k) * mu l - rsum N (fun k => P_dot k l * mu k) * x l) (fun l => - (rsum N (fun k => P_dot k l * x k) * mu l) + rsum N (fun k => P_dot k l * x k) * x l) (fun l => true)). }
    apply (eq_eq _ (rsum N (fun l => rsum N (fun k => P_dot k l * mu k) * mu l - rsum N (fun k => P_dot k l * mu k) * x l) + rsum N (fun l => - (rsum N (fun k => P_dot k l * x k) * mu l) + rsum N (fun k => P_dot k l * x k) * x l)) _); [ same | ].
    apply (eq_eq _ ((rsum N (fun l => rsum N (fun k => P_dot k l * mu k * mu l)) + (-1) * rsum N (fun l => rsum N (fun k => P_dot k l * mu k * x l))) + ((-1) * rsum N (fun l => rsum N (fun k => P_dot k l * mu l * x k)) + rsum N (fun l => rsum N (fun k => P_dot k l * x k * x l)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => rsum N (fun m => P_dot m k * mu m) * mu k - rsum N (fun m => P_dot m k * mu m) * x k)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => rsum N (fun m => P_dot m k * mu m) * mu k) + rsum N (fun k => - (rsum N (fun m => P_dot m k * mu m) * x k))) _).
      { rule (sum_add N (fun l => rsum N (fun k => P_dot k l * mu k) * mu l) (fun l => - (rsum N (fun k => P_dot k l * mu k) * x l)) (fun l => true)). }
      apply (eq_eq _ (rsum N (fun l => rsum N (fun k => P_dot k l * mu k) * mu l) + rsum N (fun l => - (rsum N (fun k => P_dot k l * mu k) * x l))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun l => mu l * rsum N (fun k => P_dot k l * mu k))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun l => rsum N (fun k => mu l * P_dot k l * mu k))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          symmetry.
          rule_same (sum_factor N (mu l) (fun k => P_dot k l * mu k) (fun k => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun l => (-1) * rsum N (fun k => P_dot k l * mu k) * x l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun m => P_dot m k * mu m) * x k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun m => P_dot m k * mu m) * x k)) _).
      { rule_same (sum_factor N (-1) (fun l => rsum N (fun k => P_dot k l * mu k) * x l) (fun l => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun l => rsum N (fun k => P_dot k l * mu k) * x l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => x l * rsum N (fun k => P_dot k l * mu k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun l => rsum N (fun k => x l * P_dot k l * mu k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor N (x l) (fun k => P_dot k l * mu k) (fun k => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun m => P_dot m k * x m) * mu k) + rsum N (fun m => P_dot m k * x m) * x k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (rsum N (fun m => P_dot m k * x m) * mu k)) + rsum N (fun k => rsum N (fun m => P_dot m k * x m) * x k)) _).
    { rule (sum_add N (fun l => - (rsum N (fun k => P_dot k l * x k) * mu l)) (fun l => rsum N (fun k => P_dot k l * x k) * x l) (fun l => true)). }
    apply (eq_eq _ (rsum N (fun l => - (rsum N (fun k => P_dot k l * x k) * mu l)) + rsum N (fun l => rsum N (fun k => P_dot k l * x k) * x l)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => (-1) * rsum N (fun k => P_dot k l * x k) * mu l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => (-1) * rsum N (fun m => P_dot m k * x m) * mu k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k => rsum N (fun m => P_dot m k * x m) * mu k)) _).
      { rule_same (sum_factor N (-1) (fun l => rsum N (fun k => P_dot k l * x k) * mu l) (fun l => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun l => rsum N (fun k => P_dot k l * x k) * mu l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => mu l * rsum N (fun k => P_dot k l * x k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun l => rsum N (fun k => mu l * P_dot k l * x k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor N (mu l) (fun k => P_dot k l * x k) (fun k => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun l => x l * rsum N (fun k => P_dot k l * x k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun l => rsum N (fun k => x l * P_dot k l * x k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (x l) (fun k => P_dot k l * x k) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem jvp_d_P :
  is_pd (at0 0) (fun t => d_of (q_of N x mu (line2 P P_dot t)))
  (rsum N (fun l => (x l - mu l) * rsum N (fun k => P_dot k l * (x k - mu k))) / (2 * d)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k => rsum N (fun l => pd (at2 P k l) (fun P' => d_of (q_of N x mu P')) * P_dot k l))) _).
  { apply (eq_eq _ (rsum N (fun k => rsum N (fun l => pd (at2 P k l) (fun P' => d_of (q_of N x mu P')) * P_dot k l))) _).
    { refine (eq_trans (chain2_at (at0 0) N N P (fun P' => d_of (q_of N x mu P')) (fun t => (line2 P P_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_d_P_1_lemma jvp_d_P_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_d_P_outright : option (
  is_pd (at0 0) (fun t => d_of (q_of N x mu (line2 P P_dot t)))
  (rsum N (fun l => (x l - mu l) * rsum N (fun k => P_dot k l * (x k - mu k))) / (2 * d))).
Proof.
  attempt "jvp_d_P" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 P) (Formula.flat2 P_dot) (Formula.Sqrt (Formula.Sum N (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i - mu i)) (Formula.V (i, j))) (Formula.C (x j - mu j))))))))).
Defined.
End jvp_d_P.
End mahalanobis_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of precision can be met *)
Lemma precision_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_d_x can be met *)
Lemma derivative_d_x_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_d_x can be met *)
Lemma vjp_d_x_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_d_x can be met *)
Lemma jvp_d_x_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_d_mu can be met *)
Lemma derivative_d_mu_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_d_mu can be met *)
Lemma vjp_d_mu_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_d_mu can be met *)
Lemma jvp_d_mu_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_d_P can be met *)
Lemma derivative_d_P_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_d_P can be met *)
Lemma vjp_d_P_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_d_P can be met *)
Lemma jvp_d_P_possible :
  exists (N : nat) (P : nat -> nat -> R) (mu : nat -> R) (x : nat -> R),
  (2 <= N)%nat /\ (0 < q_of N x mu P).
Proof.
  exists 2%nat, (fun i0 i1 => 1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.
