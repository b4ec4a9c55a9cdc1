(* made by derive, do not edit *)
(* Negative log-likelihood of classes

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition W_of (N K : nat) (label : nat -> nat -> R) (w : nat -> R) : R :=
  rsum N (fun n => rsum K (fun k => label n k * w k)).
#[local] Hint Unfold W_of : definitions.
Definition L_of (N K : nat) (label : nat -> nat -> R) (w : nat -> R) (l : nat -> nat -> R) (W : R) : R :=
  - (rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) / W).
#[local] Hint Unfold L_of : definitions.

Section nll_theory.
Variables (N K : nat).
Variable (L_bar : R).
Variables (w w_dot : nat -> R).
Variables (label l l_dot : nat -> nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Hypothesis K_positive : (0 < K)%nat.
Local Notation W := (W_of N K label w).
Local Notation L := (L_of N K label w l W).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j : nat,
  (i < N)%nat ->
  (j < K)%nat ->
  pd (at2 l i j) (fun l' => - (rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W)) = - (rsum N (fun k => rsum K (fun l' => label k l' * w l' * delta k i * delta l' j)) / W).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (- pd (at2 l i j) (fun l' => rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W)) _).
  { rule (diff_neg (at2 l i j) (fun l' => rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at2 l i j) (fun l' => 1 / W * rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)))) _).
  { apply pd_ext.
    intros l'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at2 l i j) (fun l' => 1 / W * rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / W * pd (at2 l i j) (fun l' => rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)))) _).
  { assert (pd (at2 l i j) (fun l' => 1 / W) = 0).
    { apply constant. }
    rule (diff_scale (at2 l i j) (fun l' => 1 / W) (fun l' => rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)))). }
  apply (eq_eq _ (pd (at2 l i j) (fun l' => rsum N (fun n => rsum K (fun k => label n k * w k * l' n k))) / W) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at2 l i j) (fun l' => rsum N (fun k => rsum K (fun m => label k m * w m * l' k m)))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at2 l i j) (fun l' => rsum K (fun m => label k m * w m * l' k m)))) _).
  { rule (diff_sum (at2 l i j) N (fun l' l'' => rsum K (fun k => label l' k * w k * l'' l' k)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at2 l i j) (fun l' => rsum K (fun l'' => label k l'' * w l'' * l' k l''))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l' => pd (at2 l i j) (fun l'' => label k l' * w l' * l'' k l'))) _).
  { rule (diff_sum (at2 l i j) K (fun l' l'' => label k l' * w l' * l'' k l') (fun k' => true)). }
  apply rsum_ext; intros l' ?; cbv beta.
  apply (eq_eq _ (pd (at2 l i j) (fun l'' => label k l' * w l' * l'' k l')) _).
  { reflexivity. }
  apply (eq_eq _ (label k l' * w l' * pd (at2 l i j) (fun l'' => l'' k l')) _).
  { assert (pd (at2 l i j) (fun l'' => label k l' * w l') = 0).
    { apply constant. }
    rule_same (diff_scale (at2 l i j) (fun l'' => label k l' * w l') (fun l'' => l'' k l')). }
  apply (eq_eq _ (label k l' * w l' * (delta k i * delta l' j)) _); [ | same ].
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
  apply variable2.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < N)%nat ->
  (j < K)%nat ->
  - (rsum N (fun k => rsum K (fun m => label k m * w m * delta k i * delta j m)) / W) = - (label i j * w j / W).
Proof.
  intros i j ? ?.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply (eq_eq _ (rsum N (fun k => label k j * w j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum K (fun m => delta m j * label k m * w m * delta k i)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l' => delta l' j * label k l' * w l' * delta k i)) _); [ same | ].
    rule_same (sum_delta K (fun m => label k m * w m * delta k i) j). }
  apply (eq_eq _ (rsum N (fun k => delta k i * label k j * w j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun k => label k j * w j) i).
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < K)%nat ->
  (W <> 0) ->
  pd (at1 w i) (fun w' => - (rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w')) = - ((rsum N (fun k => rsum K (fun l' => label k l' * l k l' * delta l' i)) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => rsum K (fun l' => label k l' * delta l' i))) / W ^ 2).
Proof.
  intros i ? ?.
  apply (eq_eq _ (- pd (at1 w i) (fun w' => rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w')) _).
  { rule (diff_neg (at1 w i) (fun w' => rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w')). }
  refine (f_equal Ropp _).
  apply (eq_eq _ ((pd (at1 w i) (fun w' => rsum N (fun n => rsum K (fun k => label n k * w' k * l n k))) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * pd (at1 w i) (fun w' => W_of N K label w')) / W ^ 2) _).
  { rule (diff_div (at1 w i) (fun w' => rsum N (fun n => rsum K (fun k => label n k * w' k * l n k))) (fun w' => W_of N K label w')). }
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ (pd (at1 w i) (fun w' => rsum N (fun k => rsum K (fun m => label k m * w' m * l k m)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 w i) (fun w' => rsum K (fun m => label k m * w' m * l k m)))) _).
    { rule (diff_sum (at1 w i) N (fun l' w' => rsum K (fun k => label l' k * w' k * l l' k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 w i) (fun w' => rsum K (fun l' => label k l' * w' l' * l k l'))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun l' => pd (at1 w i) (fun w' => label k l' * w' l' * l k l'))) _).
    { rule (diff_sum (at1 w i) K (fun l' w' => label k l' * w' l' * l k l') (fun k' => true)). }
    apply rsum_ext; intros l' ?; cbv beta.
    apply (eq_eq _ (pd (at1 w i) (fun w' => label k l' * l k l' * w' l')) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (label k l' * l k l' * pd (at1 w i) (fun w' => w' l')) _).
    { assert (pd (at1 w i) (fun w' => label k l' * l k l') = 0).
      { apply constant. }
      rule_same (diff_scale (at1 w i) (fun w' => label k l' * l k l') (fun w' => w' l')). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 w i) (fun w' => rsum N (fun n => rsum K (fun k => label n k * w' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 w i) (fun w' => rsum N (fun k => rsum K (fun m => label k m * w' m)))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at1 w i) (fun w' => rsum K (fun m => label k m * w' m)))) _).
  { rule (diff_sum (at1 w i) N (fun l' w' => rsum K (fun k => label l' k * w' k)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 w i) (fun w' => rsum K (fun l' => label k l' * w' l'))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l' => pd (at1 w i) (fun w' => label k l' * w' l'))) _).
  { rule (diff_sum (at1 w i) K (fun l' w' => label k l' * w' l') (fun k' => true)). }
  apply rsum_ext; intros l' ?; cbv beta.
  apply (eq_eq _ (pd (at1 w i) (fun w' => label k l' * w' l')) _).
  { reflexivity. }
  apply (eq_eq _ (label k l' * pd (at1 w i) (fun w' => w' l')) _).
  { assert (pd (at1 w i) (fun w' => label k l') = 0).
    { apply constant. }
    rule (diff_scale (at1 w i) (fun w' => label k l') (fun w' => w' l')). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < K)%nat ->
  - ((rsum N (fun k => rsum K (fun m => label k m * l k m * delta i m)) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => rsum K (fun m => label k m * delta i m))) / W ^ 2) = - ((rsum N (fun k => label k i * l k i) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i)) / W ^ 2).
Proof.
  intros i ?.
  refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl)).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum K (fun m => delta m i * label k m * l k m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l' => delta l' i * label k l' * l k l')) _); [ same | ].
    rule_same (sum_delta K (fun m => label k m * l k m) i). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum K (fun m => delta m i * label k m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l' => delta l' i * label k l')) _); [ same | ].
  rule (sum_delta K (fun m => label k m) i).
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < K)%nat ->
  - ((rsum N (fun k => label k i * l k i) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i)) / W ^ 2) = - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i) / W ^ 2.
Proof.
  intros i ?.
  apply (eq_eq _ (- (rsum N (fun k => label k i * l k i) * W / W ^ 2) - - (rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i) / W ^ 2)) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl _).
  fractions.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < K)%nat ->
  - (rsum N (fun k => label k i * l k i) / W) = - (rsum N (fun k => l k i * label k i) / W).
Proof.
  intros i ?.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < K)%nat ->
  (W <> 0) ->
  - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun m => rsum N (fun k => label k m * w m * l k m)) * rsum N (fun k => label k i) / W ^ 2 = - (L * rsum N (fun k => label k i) / W) - rsum N (fun k => label k i * l k i) / W.
Proof.
  intros i ? ?.
  apply (eq_eq _ (- (rsum N (fun k => l k i * label k i) * W / W ^ 2) + rsum K (fun m => rsum N (fun k => l k m * label k m * w m)) * rsum N (fun k => label k i) / W ^ 2) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)) (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun m => rsum N (fun k => l k m * label k m) * w m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k => l k m * label k m * w m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => w m * l k m * label k m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (w m * rsum N (fun k => l k m * label k m)) _).
      { rule_same (sum_factor N (w m) (fun k => l k m * label k m) (fun k => true)). }
      arith. }
    apply (eq_eq _ (rsum K (fun m => w m * rsum N (fun k => l k m * label k m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun m => rsum N (fun k => w m * l k m * label k m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (w m) (fun k => l k m * label k m) (fun k => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (- (rsum N (fun k => l k i * label k i) / W) + rsum N (fun k => label k i) * rsum K (fun m => rsum N (fun k => l k m * label k m * w m)) / W ^ 2) _).
  { cancel. }
  apply (eq_eq _ (- (rsum N (fun k => l k i * label k i) / W) + rsum N (fun k => label k i) * rsum K (fun l' => rsum N (fun k => l k l' * label k l' * w l')) / W ^ 2) _); [ same | ].
  symmetry.
  apply (eq_eq _ (- (- (rsum K (fun l' => rsum N (fun k => l k l' * label k l' * w l')) / W * rsum N (fun k => label k i) / W)) - rsum N (fun k => l k i * label k i) / W) _).
  { refine (f_equal2 Rplus (f_equal Ropp _) _).
    { apply (eq_eq _ ((- (rsum K (fun l' => rsum N (fun k => l k l' * label k l' * w l')) / W * rsum N (fun k => label k i))) / W) _); [ | same ].
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ ((- (rsum K (fun l' => rsum N (fun k => l k l' * label k l' * w l')) / W)) * rsum N (fun k => label k i)) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (- (rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) / W)) _).
      { reflexivity. }
      refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply (eq_eq _ (rsum N (fun n => rsum K (fun k => l n k * label n k * w k))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => l k l' * label k l' * w l'))) _); [ same | ].
      rule (sum_swap N K (fun n k => l n k * label n k * w k)). }
    rule (shared_6 i). }
  fractions.
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun k => label k i * (L + l k i)) = L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun k => L * label k i + l k i * label k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => L * label k i) + rsum N (fun k => l k i * label k i)) _).
  { rule (sum_add N (fun k => L * label k i) (fun k => l k i * label k i) (fun k => true)). }
  refine (f_equal2 Rplus _ eq_refl).
  rule (sum_factor N L (fun k => label k i) (fun k => true)).
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < K)%nat ->
  - (L * rsum N (fun k => label k i) / W) - rsum N (fun k => label k i * l k i) / W = - (rsum N (fun k => label k i * (L + l k i)) / W).
Proof.
  intros i ?.
  apply (eq_eq _ (- (L * rsum N (fun k => label k i) / W) - rsum N (fun k => l k i * label k i) / W) _).
  { refine (f_equal2 Rplus eq_refl _).
    rule (shared_6 i). }
  apply (eq_eq _ (- (rsum N (fun k => l k i * label k i) / W) - rsum N (fun k => label k i) * L / W) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- ((L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i)) / W)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    rule (shared_8 i). }
  fractions.
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < K)%nat ->
  (W <> 0) ->
  pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w')) = - (rsum N (fun k => label k i * (L + l k i)) / W).
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 w i) (fun w' => - (rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w'))) _).
  { reflexivity. }
  apply (eq_eq _ (- ((rsum N (fun k => rsum K (fun m => label k m * l k m * delta i m)) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => rsum K (fun m => label k m * delta i m))) / W ^ 2)) _).
  { rule_same (shared_3 i). }
  apply (eq_eq _ (- ((rsum N (fun k => label k i * l k i) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i)) / W ^ 2)) _).
  { rule (shared_4 i). }
  apply (eq_eq _ (- (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i) / W ^ 2) _).
  { rule (shared_5 i). }
  apply (eq_eq _ (- (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun l' => rsum N (fun k => label k l' * w l' * l k l')) * rsum N (fun k => label k i) / W ^ 2) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l' * l k l'))) _); [ same | ].
    rule (sum_swap N K (fun n k => label n k * w k * l n k)). }
  apply (eq_eq _ (- (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun m => rsum N (fun k => label k m * w m * l k m)) * rsum N (fun k => label k i) / W ^ 2) _); [ same | ].
  apply (eq_eq _ (- (L * rsum N (fun k => label k i) / W) - rsum N (fun k => label k i * l k i) / W) _).
  { rule (shared_7 i). }
  rule (shared_9 i).
Qed.

Lemma shared_11 :
  rsum K (fun i => rsum N (fun k => l k i * label k i) * w_dot i) = rsum K (fun i => rsum N (fun k => l k i * label k i * w_dot i)).
Proof.
  apply (eq_eq _ (rsum K (fun i => w_dot i * rsum N (fun k => l k i * label k i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun k => w_dot i * l k i * label k i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w_dot i) (fun k => l k i * label k i) (fun k => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_12 :
  rsum K (fun i => rsum N (fun k => label k i) * w_dot i) = rsum K (fun i => rsum N (fun k => label k i * w_dot i)).
Proof.
  apply (eq_eq _ (rsum K (fun i => w_dot i * rsum N (fun k => label k i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun k => w_dot i * label k i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor N (w_dot i) (fun k => label k i) (fun k => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_13 :
  rsum K (fun m => rsum N (fun k => l_dot k m * label k m) * w m) = rsum K (fun m => rsum N (fun k => l_dot k m * label k m * w m)).
Proof.
  apply (eq_eq _ (rsum K (fun m => w m * rsum N (fun k => l_dot k m * label k m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun m => rsum N (fun k => w m * l_dot k m * label k m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w m) (fun k => l_dot k m * label k m) (fun k => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

(** * Gradient *)

Section gradient.
Variables (k n : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at2 l n k) (fun l' => L_of N K label w l' W)
  = pd (at2 l n k) (fun l' => - (rsum N (fun m => rsum K (fun p => label m p * w p * l' m p)) / W)).
Proof.
  apply (eq_eq _ (pd (at2 l n k) (fun l' => - (rsum N (fun n' => rsum K (fun k' => label n' k' * w k' * l' n' k')) / W))) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front; differentiate under the sum; ∂l_lm/∂l_nk = δ_ln·δ_mk *)
Lemma gradient_2_diff_scale :
  pd (at2 l n k) (fun l' => - (rsum N (fun m => rsum K (fun p => label m p * w p * l' m p)) / W))
  = - (rsum N (fun p => rsum K (fun m => label p m * w m * delta n p * delta m k)) / W).
Proof.
  rule_same (shared_1 n k).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  - (rsum N (fun p => rsum K (fun m => label p m * w m * delta n p * delta m k)) / W)
  = - (label n k * w k / W).
Proof.
  rule_same (shared_2 n k).
Qed.

Theorem gradient :
  is_pd (at2 l n k) (fun l' => L_of N K label w l' W)
  (- (label n k * w k / W)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale gradient_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at2 l n k) (fun l' => L_of N K label w l' W)
  (- (label n k * w k / W))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Div (Formula.Sum N (fun n' => (Formula.Sum K (fun k' => (Formula.Mul (Formula.Mul (Formula.C (label n' k')) (Formula.C (w k'))) (Formula.V (n', k'))))))) (Formula.C (W))))).
Defined.
End gradient.

(** * Derivative of L by w *)

Section derivative_L_w.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : W <> 0.

(* definition of ℒ *)
Lemma derivative_L_w_1_unfold :
  pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w'))
  = pd (at1 w i) (fun w' => - (rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w')).
Proof.
  reflexivity.
Qed.

(* quotient rule; differentiate under the sum; a constant factor stays in front; ∂w_l/∂w_i = δ_li *)
Lemma derivative_L_w_2_diff_div :
  pd (at1 w i) (fun w' => - (rsum N (fun n => rsum K (fun k => label n k * w' k * l n k)) / W_of N K label w'))
  = - ((rsum N (fun k => rsum K (fun m => label k m * l k m * delta i m)) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => rsum K (fun m => label k m * delta i m))) / W ^ 2).
Proof.
  rule_same (shared_3 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_w_3_sum_delta :
  - ((rsum N (fun k => rsum K (fun m => label k m * l k m * delta i m)) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => rsum K (fun m => label k m * delta i m))) / W ^ 2)
  = - ((rsum N (fun k => label k i * l k i) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i)) / W ^ 2).
Proof.
  rule (shared_4 i).
Qed.

(* split the fraction *)
Lemma derivative_L_w_4_ring :
  - ((rsum N (fun k => label k i * l k i) * W - rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i)) / W ^ 2)
  = - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i) / W ^ 2.
Proof.
  rule (shared_5 i).
Qed.

(* exchange the sums *)
Lemma derivative_L_w_5_sum_swap :
  - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum N (fun n => rsum K (fun k => label n k * w k * l n k)) * rsum N (fun k => label k i) / W ^ 2
  = - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun m => rsum N (fun k => label k m * w m * l k m)) * rsum N (fun k => label k i) / W ^ 2.
Proof.
  apply (eq_eq _ (- (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun l' => rsum N (fun k => label k l' * w l' * l k l')) * rsum N (fun k => label k i) / W ^ 2) _); [ | same ].
  refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l' * l k l'))) _); [ same | ].
  rule (sum_swap N K (fun n k => label n k * w k * l n k)).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma derivative_L_w_6_sum_factor :
  - (rsum N (fun k => label k i * l k i) * W / W ^ 2) + rsum K (fun m => rsum N (fun k => label k m * w m * l k m)) * rsum N (fun k => label k i) / W ^ 2
  = - (L * rsum N (fun k => label k i) / W) - rsum N (fun k => label k i * l k i) / W.
Proof.
  rule (shared_7 i).
Qed.

(* factor *)
Lemma derivative_L_w_7_ring :
  - (L * rsum N (fun k => label k i) / W) - rsum N (fun k => label k i * l k i) / W
  = - (rsum N (fun k => label k i * (L + l k i)) / W).
Proof.
  rule (shared_9 i).
Qed.

Theorem derivative_L_w :
  is_pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w'))
  (- (rsum N (fun k => label k i * (L + l k i)) / W)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_w_1_unfold (eq_eq _ _ _ derivative_L_w_2_diff_div (eq_eq _ _ _ derivative_L_w_3_sum_delta (eq_eq _ _ _ derivative_L_w_4_ring (eq_eq _ _ _ derivative_L_w_5_sum_swap (eq_eq _ _ _ derivative_L_w_6_sum_factor derivative_L_w_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_w_outright : option (
  is_pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w'))
  (- (rsum N (fun k => label k i * (L + l k i)) / W))).
Proof.
  attempt "derivative_L_w" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.V (k))) (Formula.C (l n k))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (label n k)) (Formula.V (k)))))))))).
Defined.
End derivative_L_w.

(** * VJP of L for w *)

Section vjp_L_w.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : W <> 0.

(* put in ∂ℒ/∂w_i *)
Lemma vjp_L_w_1_lemma :
  L_bar * pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w'))
  = L_bar * (- (rsum N (fun k => label k i * (L + l k i)) / W)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_10 i).
Qed.

(* rearrange *)
Lemma vjp_L_w_2_ring :
  L_bar * (- (rsum N (fun k => label k i * (L + l k i)) / W))
  = - (L_bar * rsum N (fun k => label k i * (L + l k i)) / W).
Proof.
  apply (eq_eq _ (L_bar * (- ((L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i)) / W))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    rule (shared_8 i). }
  apply (eq_eq _ (- (rsum N (fun k => l k i * label k i) * L_bar / W) - rsum N (fun k => label k i) * L * L_bar / W) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (L_bar * (L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i)) / W)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
    rule (shared_8 i). }
  fractions.
Qed.

Theorem vjp_L_w :
  is_pd (at1 w i) (fun w' => L_bar * L_of N K label w' l (W_of N K label w'))
  (- (L_bar * rsum N (fun k => label k i * (L + l k i)) / W)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_w_1_lemma vjp_L_w_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_w or else anew *)
Definition vjp_L_w_outright : option (
  is_pd (at1 w i) (fun w' => L_bar * L_of N K label w' l (W_of N K label w'))
  (- (L_bar * rsum N (fun k => label k i * (L + l k i)) / W))).
Proof.
  attempt "vjp_L_w" times (derivative_L_w_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.V (k))) (Formula.C (l n k))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (label n k)) (Formula.V (k))))))))))).
Defined.
End vjp_L_w.

(** * JVP of L for w *)

Section jvp_L_w.
Hypothesis given1 : W <> 0.

(* put in ∂ℒ/∂w_i *)
Lemma jvp_L_w_1_lemma :
  rsum K (fun i => pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w')) * w_dot i)
  = rsum K (fun i => - (rsum N (fun k => label k i * (L + l k i)) / W * w_dot i)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (rsum N (fun k => label k i * (L + l k i)) / W)) * w_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_10 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_w_2_sum_factor :
  rsum K (fun i => - (rsum N (fun k => label k i * (L + l k i)) / W * w_dot i))
  = - (rsum K (fun i => w_dot i * rsum N (fun k => label k i * (L + l k i))) / W).
Proof.
  apply (eq_eq _ (rsum K (fun i => - (rsum N (fun k => l k i * label k i) * w_dot i / W) - rsum N (fun k => label k i) * L * w_dot i / W)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (- ((L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i)) / W * w_dot i)) _).
    { refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl)).
      rule (shared_8 i). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun l' => l l' k * label l' k) * w_dot k / W) - rsum N (fun l' => label l' k) * L * w_dot k / W)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun l' => l l' k * label l' k) * w_dot k / W)) + rsum K (fun k => - (rsum N (fun l' => label l' k) * L * w_dot k / W))) _).
  { rule (sum_add K (fun i => - (rsum N (fun k => l k i * label k i) * w_dot i / W)) (fun i => - (rsum N (fun k => label k i) * L * w_dot i / W)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (rsum N (fun k => l k i * label k i) * w_dot i / W)) + rsum K (fun i => - (rsum N (fun k => label k i) * L * w_dot i / W))) _); [ same | ].
  apply (eq_eq _ (- (1 / W * rsum K (fun i => rsum N (fun k => l k i * label k i * w_dot i))) - L / W * rsum K (fun i => rsum N (fun k => label k i * w_dot i))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => - (1 / W * rsum N (fun k => l k i * label k i) * w_dot i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (1 / W * rsum N (fun l' => l l' k * label l' k) * w_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 1 / W * rsum N (fun l' => l l' k * label l' k) * w_dot k)) _).
      { rule (sum_neg K (fun i => 1 / W * rsum N (fun k => l k i * label k i) * w_dot i) (fun i => true)). }
      apply (eq_eq _ (- rsum K (fun i => 1 / W * rsum N (fun k => l k i * label k i) * w_dot i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 1 / W * rsum N (fun l' => l l' k * label l' k) * w_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / W * rsum K (fun k => rsum N (fun l' => l l' k * label l' k) * w_dot k)) _).
      { rule_same (sum_factor K (1 / W) (fun i => rsum N (fun k => l k i * label k i) * w_dot i) (fun i => true)). }
      apply (eq_eq _ (1 / W * rsum K (fun i => rsum N (fun k => l k i * label k i) * w_dot i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      rule shared_11. }
    apply (eq_eq _ (rsum K (fun i => - (L / W * rsum N (fun k => label k i) * w_dot i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (L / W * rsum N (fun l' => label l' k) * w_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => L / W * rsum N (fun l' => label l' k) * w_dot k)) _).
    { rule (sum_neg K (fun i => L / W * rsum N (fun k => label k i) * w_dot i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => L / W * rsum N (fun k => label k i) * w_dot i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => L / W * rsum N (fun l' => label l' k) * w_dot k)) _); [ same | ].
    apply (eq_eq _ (L / W * rsum K (fun k => rsum N (fun l' => label l' k) * w_dot k)) _).
    { rule_same (sum_factor K (L / W) (fun i => rsum N (fun k => label k i) * w_dot i) (fun i => true)). }
    apply (eq_eq _ (L / W * rsum K (fun i => rsum N (fun k => label k i) * w_dot i)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_12. }
  apply (eq_eq _ (- (rsum K (fun i => rsum N (fun k => l k i * label k i * w_dot i)) / W) - rsum K (fun i => rsum N (fun k => label k i * w_dot i)) * L / W) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- ((rsum K (fun i => rsum N (fun k => l k i * label k i * w_dot i)) + L * rsum K (fun i => rsum N (fun k => label k i * w_dot i))) / W)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum K (fun i => rsum N (fun k => l k i * label k i) * w_dot i + rsum N (fun k => label k i) * L * w_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (w_dot i * (L * rsum N (fun k => label k i) + rsum N (fun k => l k i * label k i))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_8 i). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => rsum N (fun l' => l l' k * label l' k) * w_dot k + rsum N (fun l' => label l' k) * L * w_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum N (fun l' => l l' k * label l' k) * w_dot k) + rsum K (fun k => rsum N (fun l' => label l' k) * L * w_dot k)) _).
    { rule (sum_add K (fun i => rsum N (fun k => l k i * label k i) * w_dot i) (fun i => rsum N (fun k => label k i) * L * w_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => rsum N (fun k => l k i * label k i) * w_dot i) + rsum K (fun i => rsum N (fun k => label k i) * L * w_dot i)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { rule shared_11. }
    apply (eq_eq _ (rsum K (fun i => L * rsum N (fun k => label k i) * w_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => L * rsum N (fun l' => label l' k) * w_dot k)) _); [ same | ].
    apply (eq_eq _ (L * rsum K (fun k => rsum N (fun l' => label l' k) * w_dot k)) _).
    { rule_same (sum_factor K L (fun i => rsum N (fun k => label k i) * w_dot i) (fun i => true)). }
    apply (eq_eq _ (L * rsum K (fun i => rsum N (fun k => label k i) * w_dot i)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_12. }
  fractions.
Qed.

Theorem jvp_L_w :
  is_pd (at0 0) (fun t => L_of N K label (line1 w w_dot t) l (W_of N K label (line1 w w_dot t)))
  (- (rsum K (fun i => w_dot i * rsum N (fun k => label k i * (L + l k i))) / W)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w')) * w_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 w i) (fun w' => L_of N K label w' l (W_of N K label w')) * w_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K w (fun w' => L_of N K label w' l (W_of N K label w')) (fun t => (line1 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_w_1_lemma jvp_L_w_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_w_outright : option (
  is_pd (at0 0) (fun t => L_of N K label (line1 w w_dot t) l (W_of N K label (line1 w w_dot t)))
  (- (rsum K (fun i => w_dot i * rsum N (fun k => label k i * (L + l k i))) / W))).
Proof.
  attempt "jvp_L_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 w) (Formula.flat1 w_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.V (k))) (Formula.C (l n k))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (label n k)) (Formula.V (k)))))))))).
Defined.
End jvp_L_w.

(** * Derivative of L by l *)

Section derivative_L_l.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of ℒ *)
Lemma derivative_L_l_1_unfold :
  pd (at2 l i j) (fun l' => L_of N K label w l' W)
  = pd (at2 l i j) (fun l' => - (rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; differentiate under the sum; ∂l_kl/∂l_ij = δ_ki·δ_lj *)
Lemma derivative_L_l_2_diff_scale :
  pd (at2 l i j) (fun l' => - (rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W))
  = - (rsum N (fun k => rsum K (fun m => label k m * w m * delta k i * delta j m)) / W).
Proof.
  rule_same (shared_1 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_l_3_sum_delta :
  - (rsum N (fun k => rsum K (fun m => label k m * w m * delta k i * delta j m)) / W)
  = - (label i j * w j / W).
Proof.
  rule (shared_2 i j).
Qed.

Theorem derivative_L_l :
  is_pd (at2 l i j) (fun l' => L_of N K label w l' W)
  (- (label i j * w j / W)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_l_1_unfold (eq_eq _ _ _ derivative_L_l_2_diff_scale derivative_L_l_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_l_outright : option (
  is_pd (at2 l i j) (fun l' => L_of N K label w l' W)
  (- (label i j * w j / W))).
Proof.
  attempt "derivative_L_l" as (gradient_outright j i) or Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.C (w k))) (Formula.V (n, k))))))) (Formula.C (W))))).
Defined.
End derivative_L_l.

(** * VJP of L for l *)

Section vjp_L_l.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < K)%nat.

(* put in ∂ℒ/∂l_ij *)
Lemma vjp_L_l_1_lemma :
  L_bar * pd (at2 l i j) (fun l' => L_of N K label w l' W)
  = L_bar * (- (label i j * w j / W)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 l i j) (fun l' => - (rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W))) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum N (fun k => rsum K (fun m => label k m * w m * delta k i * delta j m)) / W)) _).
  { rule_same (shared_1 i j). }
  rule (shared_2 i j).
Qed.

(* rearrange *)
Lemma vjp_L_l_2_ring :
  L_bar * (- (label i j * w j / W))
  = - (L_bar * label i j * w j / W).
Proof.
  apply (eq_eq _ (- (L_bar * label i j * w j / W)) _).
  { fractions. }
  reflexivity.
Qed.

Theorem vjp_L_l :
  is_pd (at2 l i j) (fun l' => L_bar * L_of N K label w l' W)
  (- (L_bar * label i j * w j / W)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at2 l i j) (fun l' => L_of N K label w l' W)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_l_1_lemma vjp_L_l_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_l_outright : option (
  is_pd (at2 l i j) (fun l' => L_bar * L_of N K label w l' W)
  (- (L_bar * label i j * w j / W))).
Proof.
  attempt "vjp_L_l" times (gradient_outright j i) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.C (w k))) (Formula.V (n, k))))))) (Formula.C (W)))))).
Defined.
End vjp_L_l.

(** * JVP of L for l *)

Section jvp_L_l.

(* put in ∂ℒ/∂l_ij *)
Lemma jvp_L_l_1_lemma :
  rsum N (fun i => rsum K (fun j => pd (at2 l i j) (fun l' => L_of N K label w l' W) * l_dot i j))
  = rsum N (fun i => rsum K (fun j => - (label i j * w j / W * l_dot i j))).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- (label i j * w j / W)) * l_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 l i j) (fun l' => - (rsum N (fun n => rsum K (fun k => label n k * w k * l' n k)) / W))) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum N (fun k => rsum K (fun m => label k m * w m * delta k i * delta j m)) / W)) _).
  { rule_same (shared_1 i j). }
  rule (shared_2 i j).
Qed.

(* exchange the sums *)
Lemma jvp_L_l_2_sum_swap :
  rsum N (fun k => rsum K (fun l' => - (label k l' * w l' / W * l_dot k l')))
  = rsum K (fun m => rsum N (fun k => - (label k m * w m * l_dot k m / W))).
Proof.
  apply (eq_eq _ (rsum K (fun l' => rsum N (fun k => - (label k l' * w l' / W * l_dot k l')))) _).
  { rule (sum_swap N K (fun i j => - (label i j * w j / W * l_dot i j))). }
  apply (eq_eq _ (rsum K (fun l' => rsum N (fun k => - (label k l' * w l' * l_dot k l' / W)))) _); [ | same ].
  apply rsum_ext; intros l' ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal Ropp _).
  fractions.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_l_3_sum_factor :
  rsum K (fun m => rsum N (fun k => - (label k m * w m * l_dot k m / W)))
  = - (rsum K (fun m => w m * rsum N (fun k => l_dot k m * label k m)) / W).
Proof.
  apply (eq_eq _ (rsum K (fun m => - (rsum N (fun k => l_dot k m * label k m) * w m / W))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => - (l_dot k m * label k m * w m / W))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (w m / W * l_dot k m * label k m))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum N (fun k => w m / W * l_dot k m * label k m)) _).
    { rule (sum_neg N (fun k => w m / W * l_dot k m * label k m) (fun k => true)). }
    apply (eq_eq _ (- (w m / W * rsum N (fun k => l_dot k m * label k m))) _).
    { refine (f_equal Ropp _).
      rule_same (sum_factor N (w m / W) (fun k => l_dot k m * label k m) (fun k => true)). }
    fractions. }
  apply (eq_eq _ (rsum K (fun m => - (1 / W * rsum N (fun k => l_dot k m * label k m) * w m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (1 / W * rsum N (fun l' => l_dot l' k * label l' k) * w k))) _); [ same | ].
  apply (eq_eq _ (- rsum K (fun k => 1 / W * rsum N (fun l' => l_dot l' k * label l' k) * w k)) _).
  { rule (sum_neg K (fun m => 1 / W * rsum N (fun k => l_dot k m * label k m) * w m) (fun m => true)). }
  apply (eq_eq _ (- rsum K (fun m => 1 / W * rsum N (fun k => l_dot k m * label k m) * w m)) _); [ same | ].
  apply (eq_eq _ (- (1 / W * rsum K (fun m => rsum N (fun k => l_dot k m * label k m * w m)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => 1 / W * rsum N (fun l' => l_dot l' k * label l' k) * w k)) _); [ same | ].
    apply (eq_eq _ (1 / W * rsum K (fun k => rsum N (fun l' => l_dot l' k * label l' k) * w k)) _).
    { rule_same (sum_factor K (1 / W) (fun m => rsum N (fun k => l_dot k m * label k m) * w m) (fun m => true)). }
    apply (eq_eq _ (1 / W * rsum K (fun m => rsum N (fun k => l_dot k m * label k m) * w m)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_13. }
  apply (eq_eq _ (- (rsum K (fun m => rsum N (fun k => l_dot k m * label k m * w m)) / W)) _).
  { fractions. }
  symmetry.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply (eq_eq _ (rsum K (fun m => rsum N (fun k => l_dot k m * label k m) * w m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule shared_13.
Qed.

Theorem jvp_L_l :
  is_pd (at0 0) (fun t => L_of N K label w (line2 l l_dot t) W)
  (- (rsum K (fun m => w m * rsum N (fun k => l_dot k m * label k m)) / W)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => rsum K (fun j => pd (at2 l i j) (fun l' => L_of N K label w l' W) * l_dot i j))) _).
  { apply (eq_eq _ (rsum N (fun i => rsum K (fun j => pd (at2 l i j) (fun l' => L_of N K label w l' W) * l_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) N K l (fun l' => L_of N K label w l' W) (fun t => (line2 l l_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_l_1_lemma (eq_eq _ _ _ jvp_L_l_2_sum_swap jvp_L_l_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_l_outright : option (
  is_pd (at0 0) (fun t => L_of N K label w (line2 l l_dot t) W)
  (- (rsum K (fun m => w m * rsum N (fun k => l_dot k m * label k m)) / W))).
Proof.
  attempt "jvp_L_l" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 l) (Formula.flat2 l_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.Mul (Formula.C (label n k)) (Formula.C (w k))) (Formula.V (n, k))))))) (Formula.C (W))))).
Defined.
End jvp_L_l.
End nll_theory.

(* the hypotheses of derivative_L_w can be met *)
Lemma derivative_L_w_possible :
  exists (N : nat) (K : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= N)%nat /\ (2 <= K)%nat /\ (W_of N K label w <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_w can be met *)
Lemma vjp_L_w_possible :
  exists (N : nat) (K : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= N)%nat /\ (2 <= K)%nat /\ (W_of N K label w <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_w can be met *)
Lemma jvp_L_w_possible :
  exists (N : nat) (K : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= N)%nat /\ (2 <= K)%nat /\ (W_of N K label w <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.
