(* made by derive, do not edit *)
(* A network with one hidden layer

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition h_of (D' : nat) (W : nat -> nat -> R) (x : nat -> R) (b : nat -> R) (i : nat) : R :=
  tanh (rsum D' (fun j => W i j * x j) + b i).
#[local] Hint Unfold h_of : definitions.
Definition y_of (H' : nat) (V : nat -> nat -> R) (h : nat -> R) (c : nat -> R) (o : nat) : R :=
  rsum H' (fun i => V o i * h i) + c o.
#[local] Hint Unfold y_of : definitions.

Section mlp_theory.
Variables (H' D' O' : nat).
Variables (b x c c_dot y_bar b_dot x_dot : nat -> R).
Variables (W V V_dot W_dot : nat -> nat -> R).
Hypothesis H'_positive : (0 < H')%nat.
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis O'_positive : (0 < O')%nat.
Local Notation h := (h_of D' W x b).
Local Notation y := (y_of H' V h c).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i k : nat,
  (i < O')%nat ->
  (k < H')%nat ->
  pd (at1 h k) (fun h' => rsum H' (fun l => V i l * h' l) + c i) = rsum H' (fun l => V i l * delta l k).
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun l => V i l * h' l)) + pd (at1 h k) (fun h' => c i)) _).
  { rule (diff_add (at1 h k) (fun h' => rsum H' (fun l => V i l * h' l)) (fun h' => c i)). }
  apply (eq_eq _ (rsum H' (fun l => V i l * delta l k) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => V i k' * h' k'))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l => pd (at1 h k) (fun h' => V i l * h' l))) _).
      { rule_same (diff_sum (at1 h k) H' (fun k' h' => V i k' * h' k') (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 h k) (fun h' => V i l * h' l)) _).
      { reflexivity. }
      apply (eq_eq _ (V i l * pd (at1 h k) (fun h' => h' l)) _).
      { assert (pd (at1 h k) (fun h' => V i l) = 0).
        { apply constant. }
        rule (diff_scale (at1 h k) (fun h' => V i l) (fun h' => h' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_2 :
  forall i k : nat,
  (i < O')%nat ->
  (k < H')%nat ->
  rsum H' (fun l => V i l * delta l k) = V i k.
Proof.
  intros i k ? ?.
  apply (eq_eq _ (rsum H' (fun l => delta l k * V i l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => V i l) k).
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < O')%nat ->
  (j < D')%nat ->
  rsum H' (fun k => pd (at1 h k) (fun h' => y_of H' V h' c i) * pd (at1 x j) (fun x' => h_of D' W x' b k)) = rsum H' (fun k => V i k * W k j * (1 - h k ^ 2)).
Proof.
  intros i j ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (V i k * (W k j * (1 - h k ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => V i k' * h' k') + c i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun l => V i l * h' l) + c i)) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun l => V i l * delta l k)) _).
    { rule (shared_1 i k). }
    rule (shared_2 i k). }
  apply (eq_eq _ (pd (at1 x j) (fun x' => tanh (rsum D' (fun j' => W k j' * x' j') + b k))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => tanh (rsum D' (fun k' => W k k' * x' k') + b k))) _); [ same | ].
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * pd (at1 x j) (fun x' => rsum D' (fun k' => W k k' * x' k') + b k)) _).
  { rule (diff_tanh (at1 x j) (fun x' => rsum D' (fun k' => W k k' * x' k') + b k)). }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * (rsum D' (fun k' => W k k' * delta k' j) + 0)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun k' => W k k' * x' k')) + pd (at1 x j) (fun x' => b k)) _).
    { rule (diff_add (at1 x j) (fun x' => rsum D' (fun k' => W k k' * x' k')) (fun x' => b k)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun k' => pd (at1 x j) (fun x' => W k k' * x' k'))) _).
      { rule (diff_sum (at1 x j) D' (fun l x' => W k l * x' l) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => W k k' * x' k')) _).
      { reflexivity. }
      apply (eq_eq _ (W k k' * pd (at1 x j) (fun x' => x' k')) _).
      { assert (pd (at1 x j) (fun x' => W k k') = 0).
        { apply constant. }
        rule (diff_scale (at1 x j) (fun x' => W k k') (fun x' => x' k')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * rsum D' (fun k' => W k k' * delta k' j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * W k j) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun k' => delta k' j * W k k')) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k' => W k k') j). }
  apply (eq_eq _ (- (tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2 * W k j) + W k j) _).
  { arith. }
  apply (eq_eq _ (- (tanh (rsum D' (fun j' => W k j' * x j') + b k) ^ 2 * W k j) + W k j) _); [ same | ].
  apply (eq_eq _ (W k j - W k j * h k ^ 2) _).
  { symmetry.
    apply (eq_eq _ (W k j - W k j * tanh (rsum D' (fun j' => W k j' * x j') + b k) ^ 2) _).
    { reflexivity. }
    arith. }
  symmetry.
  arith.
Qed.

Lemma shared_4 :
  forall o j : nat,
  (o < O')%nat ->
  (j < D')%nat ->
  rsum H' (fun k => V o k * W k j - V o k * W k j * h k ^ 2) = rsum H' (fun i => V o i * W i j) + (-1) * rsum H' (fun i => V o i * W i j * h i ^ 2).
Proof.
  intros o j ? ?.
  apply (eq_eq _ (rsum H' (fun k => V o k * W k j) + rsum H' (fun k => - (V o k * W k j * h k ^ 2))) _).
  { rule (sum_add H' (fun i => V o i * W i j) (fun i => - (V o i * W i j * h i ^ 2)) (fun i => true)). }
  apply (eq_eq _ (rsum H' (fun i => V o i * W i j) + rsum H' (fun i => - (V o i * W i j * h i ^ 2))) _); [ same | ].
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum H' (fun i => (-1) * V o i * W i j * h i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => (-1) * V o k * W k j * h k ^ 2)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum H' (fun k => V o k * W k j * h k ^ 2)) _); [ | same ].
  rule_same (sum_factor H' (-1) (fun i => V o i * W i j * h i ^ 2) (fun i => true)).
Qed.

Lemma shared_5 :
  forall i j k : nat,
  (i < O')%nat ->
  (j < H')%nat ->
  (k < D')%nat ->
  rsum H' (fun l => pd (at1 h l) (fun h' => y_of H' V h' c i) * pd (at2 W j k) (fun W' => h_of D' W' x b l)) = rsum H' (fun l => V i l * delta l j * (1 - h l ^ 2) * x k).
Proof.
  intros i j k ? ? ?.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (V i l * (delta l j * (1 - h l ^ 2) * x k)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun k' => V i k' * h' k') + c i)) _).
    { reflexivity. }
    apply (eq_eq _ (rsum H' (fun k' => V i k' * delta k' l)) _).
    { rule_same (shared_1 i l). }
    rule_same (shared_2 i l). }
  apply (eq_eq _ (pd (at2 W j k) (fun W' => tanh (rsum D' (fun j' => W' l j' * x j') + b l))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W j k) (fun W' => tanh (rsum D' (fun l' => W' l l' * x l') + b l))) _); [ same | ].
  apply (eq_eq _ ((1 - tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2) * pd (at2 W j k) (fun W' => rsum D' (fun l' => W' l l' * x l') + b l)) _).
  { rule (diff_tanh (at2 W j k) (fun W' => rsum D' (fun l' => W' l l' * x l') + b l)). }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2) * (rsum D' (fun l' => x l' * delta l j * delta l' k) + 0)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 W j k) (fun W' => rsum D' (fun l' => W' l l' * x l')) + pd (at2 W j k) (fun W' => b l)) _).
    { rule (diff_add (at2 W j k) (fun W' => rsum D' (fun l' => W' l l' * x l')) (fun W' => b l)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W j k) (fun W' => rsum D' (fun k' => W' l k' * x k'))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l' => pd (at2 W j k) (fun W' => W' l l' * x l'))) _).
      { rule_same (diff_sum (at2 W j k) D' (fun k' W' => W' l k' * x k') (fun k' => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 W j k) (fun W' => x l' * W' l l')) _).
      { apply pd_ext.
        intros W'; cbv beta.
        arith. }
      apply (eq_eq _ (x l' * pd (at2 W j k) (fun W' => W' l l')) _).
      { assert (pd (at2 W j k) (fun W' => x l') = 0).
        { apply constant. }
        rule (diff_scale (at2 W j k) (fun W' => x l') (fun W' => W' l l')). }
      apply (eq_eq _ (x l' * (delta l j * delta l' k)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2) * rsum D' (fun l' => x l' * delta l j * delta l' k)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2) * x k * delta l j) _).
  { apply (eq_eq _ ((1 - tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2) * (x k * delta l j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l' => delta l' k * x l' * delta l j)) _).
    { apply rsum_ext; intros l' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun l' => x l' * delta l j) k). }
  apply (eq_eq _ (- (delta l j * tanh (rsum D' (fun l' => W l l' * x l') + b l) ^ 2 * x k) + delta l j * x k) _).
  { arith. }
  apply (eq_eq _ (- (delta l j * tanh (rsum D' (fun j' => W l j' * x j') + b l) ^ 2 * x k) + delta l j * x k) _); [ same | ].
  apply (eq_eq _ (delta l j * x k - h l ^ 2 * delta l j * x k) _).
  { symmetry.
    apply (eq_eq _ (delta l j * x k - tanh (rsum D' (fun j' => W l j' * x j') + b l) ^ 2 * delta l j * x k) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (- (delta l j * h l ^ 2 * x k) + delta l j * x k) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  forall i j k : nat,
  (i < O')%nat ->
  (j < H')%nat ->
  (k < D')%nat ->
  rsum H' (fun l => V i l * delta l j * (1 - h l ^ 2) * x k) = V i j * (1 - h j ^ 2) * x k.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (rsum H' (fun l => delta l j * V i l * (1 - h l ^ 2) * x k)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => V i l * (1 - h l ^ 2) * x k) j).
Qed.

Lemma shared_7 :
  forall k : nat,
  (k < D')%nat ->
  rsum H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k - rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2) = rsum H' (fun l => rsum O' (fun m => V m l * W l k * y_bar m)) + (-1) * rsum H' (fun l => rsum O' (fun m => V m l * W l k * h l ^ 2 * y_bar m)).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k) + rsum H' (fun l => - (rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2))) _).
  { rule (sum_add H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k) (fun l => - (rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2)) (fun l => true)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum H' (fun l => W l k * rsum O' (fun m => V m l * y_bar m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => W l k * V m l * y_bar m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (W l k * rsum O' (fun k' => V k' l * y_bar k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor O' (W l k) (fun m => V m l * y_bar m) (fun m => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun l => (-1) * rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ ((-1) * rsum H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2)) _).
  { rule_same (sum_factor H' (-1) (fun l => rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2) (fun l => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun l => W l k * h l ^ 2 * rsum O' (fun m => V m l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => W l k * h l ^ 2 * V m l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (W l k * h l ^ 2 * rsum O' (fun k' => V k' l * y_bar k')) _); [ same | ].
    symmetry.
    rule_same (sum_factor O' (W l k * h l ^ 2) (fun m => V m l * y_bar m) (fun m => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  arith.
Qed.

Lemma shared_8 :
  forall i j : nat,
  (i < O')%nat ->
  (j < H')%nat ->
  rsum H' (fun k => pd (at1 h k) (fun h' => y_of H' V h' c i) * pd (at1 b j) (fun b' => h_of D' W x b' k)) = rsum H' (fun k => V i k * delta k j * (1 - h k ^ 2)).
Proof.
  intros i j ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (V i k * (delta k j * (1 - h k ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => V i k' * h' k') + c i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun l => V i l * h' l) + c i)) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun l => V i l * delta l k)) _).
    { rule (shared_1 i k). }
    rule (shared_2 i k). }
  apply (eq_eq _ (pd (at1 b j) (fun b' => tanh (rsum D' (fun j' => W k j' * x j') + b' k))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => tanh (rsum D' (fun k' => W k k' * x k') + b' k))) _); [ same | ].
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * pd (at1 b j) (fun b' => rsum D' (fun k' => W k k' * x k') + b' k)) _).
  { rule (diff_tanh (at1 b j) (fun b' => rsum D' (fun k' => W k k' * x k') + b' k)). }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * (0 + delta k j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum D' (fun k' => W k k' * x k')) + pd (at1 b j) (fun b' => b' k)) _).
    { rule (diff_add (at1 b j) (fun b' => rsum D' (fun k' => W k k' * x k')) (fun b' => b' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) * delta k j) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  apply (eq_eq _ (delta k j - delta k j * tanh (rsum D' (fun k' => W k k' * x k') + b k) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta k j - delta k j * tanh (rsum D' (fun j' => W k j' * x j') + b k) ^ 2) _); [ same | ].
  apply (eq_eq _ (delta k j - h k ^ 2 * delta k j) _).
  { symmetry.
    apply (eq_eq _ (delta k j - tanh (rsum D' (fun j' => W k j' * x j') + b k) ^ 2 * delta k j) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (delta k j - delta k j * h k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < O')%nat ->
  (j < H')%nat ->
  rsum H' (fun k => V i k * delta k j * (1 - h k ^ 2)) = V i j * (1 - h j ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k j * V i k * (1 - h k ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => V i k * (1 - h k ^ 2)) j).
Qed.

Lemma shared_10 :
  forall i j k : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  (k < H')%nat ->
  pd (at2 V j k) (fun V' => rsum H' (fun l => V' i l * h l) + c i) = rsum H' (fun l => h l * delta i j * delta l k).
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at2 V j k) (fun V' => rsum H' (fun l => V' i l * h l)) + pd (at2 V j k) (fun V' => c i)) _).
  { rule (diff_add (at2 V j k) (fun V' => rsum H' (fun l => V' i l * h l)) (fun V' => c i)). }
  apply (eq_eq _ (rsum H' (fun l => h l * delta i j * delta l k) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 V j k) (fun V' => rsum H' (fun k' => V' i k' * h k'))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l => pd (at2 V j k) (fun V' => V' i l * h l))) _).
      { rule_same (diff_sum (at2 V j k) H' (fun k' V' => V' i k' * h k') (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 V j k) (fun V' => h l * V' i l)) _).
      { apply pd_ext.
        intros V'; cbv beta.
        arith. }
      apply (eq_eq _ (h l * pd (at2 V j k) (fun V' => V' i l)) _).
      { assert (pd (at2 V j k) (fun V' => h l) = 0).
        { apply constant. }
        rule (diff_scale (at2 V j k) (fun V' => h l) (fun V' => V' i l)). }
      apply (eq_eq _ (h l * (delta i j * delta l k)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  arith.
Qed.

Lemma shared_11 :
  forall i j k : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  (k < H')%nat ->
  rsum H' (fun l => h l * delta i j * delta l k) = h k * delta i j.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (rsum H' (fun l => delta l k * h l * delta i j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => h l * delta i j) k).
Qed.

Lemma shared_12 :
  forall i j : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  pd (at1 c j) (fun c' => rsum H' (fun k => V i k * h k) + c' i) = delta i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 c j) (fun c' => rsum H' (fun k => V i k * h k)) + pd (at1 c j) (fun c' => c' i)) _).
  { rule (diff_add (at1 c j) (fun c' => rsum H' (fun k => V i k * h k)) (fun c' => c' i)). }
  apply (eq_eq _ (0 + delta i j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * Derivative by the hidden layer *)

Section hidden.
Variables (i o : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma hidden_1_unfold :
  pd (at1 h i) (fun h' => y_of H' V h' c o)
  = pd (at1 h i) (fun h' => rsum H' (fun k => V o k * h' k) + c o).
Proof.
  apply (eq_eq _ (pd (at1 h i) (fun h' => rsum H' (fun i' => V o i' * h' i') + c o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂h_k/∂h_i = δ_ki *)
Lemma hidden_2_diff_sum :
  pd (at1 h i) (fun h' => rsum H' (fun k => V o k * h' k) + c o)
  = rsum H' (fun k => V o k * delta k i).
Proof.
  rule_same (shared_1 o i).
Qed.

(* the delta keeps one term of the sum *)
Lemma hidden_3_sum_delta :
  rsum H' (fun k => V o k * delta k i)
  = V o i.
Proof.
  rule_same (shared_2 o i).
Qed.

Theorem hidden :
  is_pd (at1 h i) (fun h' => y_of H' V h' c o)
  (V o i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ hidden_1_unfold (eq_eq _ _ _ hidden_2_diff_sum hidden_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition hidden_outright : option (
  is_pd (at1 h i) (fun h' => y_of H' V h' c o)
  (V o i)).
Proof.
  attempt "hidden" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum H' (fun i' => (Formula.Mul (Formula.C (V o i')) (Formula.V (i'))))) (Formula.C (c o)))).
Defined.
End hidden.

(** * Derivative by the inputs *)

Section inputs.
Variables (j o : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis o_in : (o < O')%nat.

(* chain rule through h_i *)
Lemma inputs_1_chain :
  pd (at1 x j) (fun x' => y_of H' V (h_of D' W x' b) c o)
  = rsum H' (fun i => pd (at1 h i) (fun h' => y_of H' V h' c o) * pd (at1 x j) (fun x' => h_of D' W x' b i)).
Proof.
  apply (chain1 (at1 x j) H' (fun h' => y_of H' V h' c o) (fun x' => h_of D' W x' b)); [ dsm | premise ].
Qed.

(* put in ∂y_o/∂h_i and ∂h_i/∂x_j *)
Lemma inputs_2_lemma :
  rsum H' (fun i => pd (at1 h i) (fun h' => y_of H' V h' c o) * pd (at1 x j) (fun x' => h_of D' W x' b i))
  = rsum H' (fun i => V o i * W i j * (1 - h i ^ 2)).
Proof.
  rule_same (shared_3 o j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma inputs_3_sum_factor :
  rsum H' (fun i => V o i * W i j * (1 - h i ^ 2))
  = rsum H' (fun i => V o i * (1 - h i ^ 2) * W i j).
Proof.
  apply (eq_eq _ (rsum H' (fun i => V o i * W i j - V o i * W i j * h i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => V o k * W k j - V o k * W k j * h k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun i => V o i * W i j) + (-1) * rsum H' (fun i => V o i * W i j * h i ^ 2)) _).
  { rule (shared_4 o j). }
  apply (eq_eq _ (- rsum H' (fun i => V o i * W i j * h i ^ 2) + rsum H' (fun i => V o i * W i j)) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum H' (fun i => V o i * W i j - V o i * W i j * h i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => V o k * W k j - V o k * W k j * h k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun i => V o i * W i j) + (-1) * rsum H' (fun i => V o i * W i j * h i ^ 2)) _).
  { rule (shared_4 o j). }
  arith.
Qed.

Theorem inputs :
  is_pd (at1 x j) (fun x' => y_of H' V (h_of D' W x' b) c o)
  (rsum H' (fun i => V o i * (1 - h i ^ 2) * W i j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_chain (eq_eq _ _ _ inputs_2_lemma inputs_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 x j) (fun x' => y_of H' V (h_of D' W x' b) c o)
  (rsum H' (fun i => V o i * (1 - h i ^ 2) * W i j))).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j' => (Formula.Mul (Formula.C (W i j')) (Formula.V (j'))))) (Formula.C (b i))))))) (Formula.C (c o)))).
Defined.
End inputs.

(** * Derivative by the weights of the hidden layer *)

Section weights.
Variables (i j o : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.
Hypothesis o_in : (o < O')%nat.

(* chain rule through h_k *)
Lemma weights_1_chain :
  pd (at2 W i j) (fun W' => y_of H' V (h_of D' W' x b) c o)
  = rsum H' (fun k => pd (at1 h k) (fun h' => y_of H' V h' c o) * pd (at2 W i j) (fun W' => h_of D' W' x b k)).
Proof.
  apply (chain1 (at2 W i j) H' (fun h' => y_of H' V h' c o) (fun W' => h_of D' W' x b)); [ dsm | premise ].
Qed.

(* put in ∂y_o/∂h_k and ∂h_k/∂W_ij *)
Lemma weights_2_lemma :
  rsum H' (fun k => pd (at1 h k) (fun h' => y_of H' V h' c o) * pd (at2 W i j) (fun W' => h_of D' W' x b k))
  = rsum H' (fun k => V o k * delta k i * (1 - h k ^ 2) * x j).
Proof.
  rule_same (shared_5 o i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum H' (fun k => V o k * delta k i * (1 - h k ^ 2) * x j)
  = V o i * (1 - h i ^ 2) * x j.
Proof.
  rule_same (shared_6 o i j).
Qed.

Theorem weights :
  is_pd (at2 W i j) (fun W' => y_of H' V (h_of D' W' x b) c o)
  (V o i * (1 - h i ^ 2) * x j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_chain (eq_eq _ _ _ weights_2_lemma weights_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at2 W i j) (fun W' => y_of H' V (h_of D' W' x b) c o)
  (V o i * (1 - h i ^ 2) * x j)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum H' (fun i' => (Formula.Mul (Formula.C (V o i')) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j' => (Formula.Mul (Formula.V (i', j')) (Formula.C (x j'))))) (Formula.C (b i'))))))) (Formula.C (c o)))).
Defined.
End weights.

(** * Derivative of y by W *)

Section derivative_y_W.
Variables (k l o : nat).
Hypothesis k_in : (k < H')%nat.
Hypothesis l_in : (l < D')%nat.
Hypothesis o_in : (o < O')%nat.

(* chain rule through h_l *)
Lemma derivative_y_W_1_chain :
  pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o)
  = rsum H' (fun m => pd (at1 h m) (fun h' => y_of H' V h' c o) * pd (at2 W k l) (fun W' => h_of D' W' x b m)).
Proof.
  apply (eq_eq _ (pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l' => pd (at1 h l') (fun h' => y_of H' V h' c o) * pd (at2 W k l) (fun W' => h_of D' W' x b l'))) _); [ | same ].
  apply (chain1 (at2 W k l) H' (fun h' => y_of H' V h' c o) (fun W' => h_of D' W' x b)); [ dsm | premise ].
Qed.

(* put in ∂y_o/∂h_l and ∂h_l/∂W_kl *)
Lemma derivative_y_W_2_lemma :
  rsum H' (fun m => pd (at1 h m) (fun h' => y_of H' V h' c o) * pd (at2 W k l) (fun W' => h_of D' W' x b m))
  = rsum H' (fun m => V o m * delta m k * (1 - h m ^ 2) * x l).
Proof.
  rule (shared_5 o k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_W_3_sum_delta :
  rsum H' (fun m => V o m * delta m k * (1 - h m ^ 2) * x l)
  = V o k * (1 - h k ^ 2) * x l.
Proof.
  rule (shared_6 o k l).
Qed.

Theorem derivative_y_W :
  is_pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o)
  (V o k * (1 - h k ^ 2) * x l).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_W_1_chain (eq_eq _ _ _ derivative_y_W_2_lemma derivative_y_W_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_W_outright : option (
  is_pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o)
  (V o k * (1 - h k ^ 2) * x l)).
Proof.
  attempt "derivative_y_W" as (weights_outright k l o) or Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i))))))) (Formula.C (c o)))).
Defined.
End derivative_y_W.

(** * VJP of y for W *)

Section vjp_y_W.
Variables (k l : nat).
Hypothesis k_in : (k < H')%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂y_o/∂W_kl *)
Lemma vjp_y_W_1_lemma :
  rsum O' (fun o => y_bar o * pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o))
  = rsum O' (fun o => y_bar o * V o k * (1 - h k ^ 2) * x l).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (y_bar o * (V o k * (1 - h k ^ 2) * x l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun l' => pd (at1 h l') (fun h' => y_of H' V h' c o) * pd (at2 W k l) (fun W' => h_of D' W' x b l'))) _).
  { apply (chain1 (at2 W k l) H' (fun h' => y_of H' V h' c o) (fun W' => h_of D' W' x b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun l' => V o l' * delta l' k * (1 - h l' ^ 2) * x l)) _).
  { rule (shared_5 o k l). }
  rule (shared_6 o k l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_W_2_sum_factor :
  rsum O' (fun o => y_bar o * V o k * (1 - h k ^ 2) * x l)
  = (1 - h k ^ 2) * x l * rsum O' (fun o => y_bar o * V o k).
Proof.
  apply (eq_eq _ (rsum O' (fun o => (1 - h k ^ 2) * x l * y_bar o * V o k)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun m => (1 - h k ^ 2) * x l * y_bar m * V m k)) _); [ same | ].
  apply (eq_eq _ ((1 - h k ^ 2) * x l * rsum O' (fun l' => y_bar l' * V l' k)) _); [ | same ].
  rule_same (sum_factor O' ((1 - h k ^ 2) * x l) (fun o => y_bar o * V o k) (fun o => true)).
Qed.

Theorem vjp_y_W :
  is_pd (at2 W k l) (fun W' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W' x b) c o))
  ((1 - h k ^ 2) * x l * rsum O' (fun o => y_bar o * V o k)).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_W_1_lemma vjp_y_W_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_W_outright : option (
  is_pd (at2 W k l) (fun W' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W' x b) c o))
  ((1 - h k ^ 2) * x l * rsum O' (fun o => y_bar o * V o k))).
Proof.
  attempt "vjp_y_W" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i))))))) (Formula.C (c o))))))).
Defined.
End vjp_y_W.

(** * JVP of y for W *)

Section jvp_y_W.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂W_kl *)
Lemma jvp_y_W_1_lemma :
  rsum H' (fun k => rsum D' (fun l => pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o) * W_dot k l))
  = rsum H' (fun k => rsum D' (fun l => V o k * (1 - h k ^ 2) * x l * W_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((V o k * (1 - h k ^ 2) * x l) * W_dot k l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun l' => pd (at1 h l') (fun h' => y_of H' V h' c o) * pd (at2 W k l) (fun W' => h_of D' W' x b l'))) _).
  { apply (chain1 (at2 W k l) H' (fun h' => y_of H' V h' c o) (fun W' => h_of D' W' x b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun l' => V o l' * delta l' k * (1 - h l' ^ 2) * x l)) _).
  { rule (shared_5 o k l). }
  rule (shared_6 o k l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_W_2_sum_factor :
  rsum H' (fun k => rsum D' (fun l => V o k * (1 - h k ^ 2) * x l * W_dot k l))
  = rsum H' (fun k => V o k * (1 - h k ^ 2) * rsum D' (fun l => x l * W_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  rule_same (sum_factor D' (V o k * (1 - h k ^ 2)) (fun l => x l * W_dot k l) (fun l => true)).
Qed.

Theorem jvp_y_W :
  is_pd (at0 0) (fun t => y_of H' V (h_of D' (line2 W W_dot t) x b) c o)
  (rsum H' (fun k => V o k * (1 - h k ^ 2) * rsum D' (fun l => x l * W_dot k l))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun k => rsum D' (fun l => pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o) * W_dot k l))) _).
  { apply (eq_eq _ (rsum H' (fun k => rsum D' (fun l => pd (at2 W k l) (fun W' => y_of H' V (h_of D' W' x b) c o) * W_dot k l))) _).
    { refine (eq_trans (chain2_at (at0 0) H' D' W (fun W' => y_of H' V (h_of D' W' x b) c o) (fun t => (line2 W W_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_W_1_lemma jvp_y_W_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_W_outright : option (
  is_pd (at0 0) (fun t => y_of H' V (h_of D' (line2 W W_dot t) x b) c o)
  (rsum H' (fun k => V o k * (1 - h k ^ 2) * rsum D' (fun l => x l * W_dot k l)))).
Proof.
  attempt "jvp_y_W" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 W) (Formula.flat2 W_dot) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i))))))) (Formula.C (c o)))).
Defined.
End jvp_y_W.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (k o : nat).
Hypothesis k_in : (k < D')%nat.
Hypothesis o_in : (o < O')%nat.

(* chain rule through h_k *)
Lemma derivative_y_x_1_chain :
  pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)
  = rsum H' (fun l => pd (at1 h l) (fun h' => y_of H' V h' c o) * pd (at1 x k) (fun x' => h_of D' W x' b l)).
Proof.
  apply (eq_eq _ (pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 x k) (fun x' => h_of D' W x' b k'))) _); [ | same ].
  apply (chain1 (at1 x k) H' (fun h' => y_of H' V h' c o) (fun x' => h_of D' W x' b)); [ dsm | premise ].
Qed.

(* put in ∂y_o/∂h_k and ∂h_k/∂x_k *)
Lemma derivative_y_x_2_lemma :
  rsum H' (fun l => pd (at1 h l) (fun h' => y_of H' V h' c o) * pd (at1 x k) (fun x' => h_of D' W x' b l))
  = rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)).
Proof.
  rule (shared_3 o k).
Qed.

Theorem derivative_y_x :
  is_pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)
  (rsum H' (fun l => V o l * W l k * (1 - h l ^ 2))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain derivative_y_x_2_lemma).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)
  (rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)))).
Proof.
  attempt "derivative_y_x" from (inputs_outright k o) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i))))))) (Formula.C (c o)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (k : nat).
Hypothesis k_in : (k < D')%nat.

(* put in ∂y_o/∂x_k *)
Lemma vjp_y_x_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o))
  = rsum O' (fun o => y_bar o * rsum H' (fun l => V o l * W l k * (1 - h l ^ 2))).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k' => V o k' * W k' k * (1 - h k' ^ 2))) _); [ | same ].
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 x k) (fun x' => h_of D' W x' b k'))) _).
  { apply (chain1 (at1 x k) H' (fun h' => y_of H' V h' c o) (fun x' => h_of D' W x' b)); [ dsm | premise ]. }
  rule (shared_3 o k).
Qed.

(* multiply out; a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_x_2_sum_factor :
  rsum O' (fun o => y_bar o * rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)))
  = rsum H' (fun l => rsum O' (fun m => - (V m l * W l k * h l ^ 2 * y_bar m) + V m l * W l k * y_bar m)).
Proof.
  apply (eq_eq _ (rsum O' (fun o => rsum H' (fun l => y_bar o * V o l * W l k * (1 - h l ^ 2)))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    symmetry.
    rule_same (sum_factor H' (y_bar o) (fun l => V o l * W l k * (1 - h l ^ 2)) (fun l => true)). }
  apply (eq_eq _ (rsum O' (fun o => rsum H' (fun l => - (V o l * W l k * h l ^ 2 * y_bar o) + V o l * W l k * y_bar o))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun m => rsum H' (fun l => - (V m l * W l k * h l ^ 2 * y_bar m) + V m l * W l k * y_bar m))) _); [ same | ].
  rule_same (sum_swap O' H' (fun o l => - (V o l * W l k * h l ^ 2 * y_bar o) + V o l * W l k * y_bar o)).
Qed.

(* factor *)
Lemma vjp_y_x_3_ring :
  rsum H' (fun l => rsum O' (fun m => - (V m l * W l k * h l ^ 2 * y_bar m) + V m l * W l k * y_bar m))
  = rsum H' (fun l => W l k * (1 - h l ^ 2) * rsum O' (fun m => V m l * y_bar m)).
Proof.
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k - rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum O' (fun m => - (V m l * W l k * h l ^ 2 * y_bar m)) + rsum O' (fun m => V m l * W l k * y_bar m)) _).
    { rule (sum_add O' (fun m => - (V m l * W l k * h l ^ 2 * y_bar m)) (fun m => V m l * W l k * y_bar m) (fun m => true)). }
    apply (eq_eq _ (- (W l k * h l ^ 2 * rsum O' (fun m => V m l * y_bar m)) + W l k * rsum O' (fun m => V m l * y_bar m)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum O' (fun m => - (W l k * h l ^ 2 * V m l * y_bar m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum O' (fun m => W l k * h l ^ 2 * V m l * y_bar m)) _).
        { rule (sum_neg O' (fun m => W l k * h l ^ 2 * V m l * y_bar m) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (W l k * h l ^ 2 * rsum O' (fun k' => V k' l * y_bar k')) _); [ | same ].
        rule_same (sum_factor O' (W l k * h l ^ 2) (fun m => V m l * y_bar m) (fun m => true)). }
      apply (eq_eq _ (rsum O' (fun m => W l k * V m l * y_bar m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (W l k * rsum O' (fun k' => V k' l * y_bar k')) _); [ | same ].
      rule_same (sum_factor O' (W l k) (fun m => V m l * y_bar m) (fun m => true)). }
    arith. }
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => V m l * W l k * y_bar m)) + (-1) * rsum H' (fun l => rsum O' (fun m => V m l * W l k * h l ^ 2 * y_bar m))) _).
  { rule (shared_7 k). }
  apply (eq_eq _ (- rsum H' (fun l => rsum O' (fun m => V m l * W l k * h l ^ 2 * y_bar m)) + rsum H' (fun l => rsum O' (fun m => V m l * W l k * y_bar m))) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => V m l * y_bar m) * W l k - rsum O' (fun m => V m l * y_bar m) * W l k * h l ^ 2)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun l => rsum O' (fun m => V m l * W l k * y_bar m)) + (-1) * rsum H' (fun l => rsum O' (fun m => V m l * W l k * h l ^ 2 * y_bar m))) _).
  { rule (shared_7 k). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x k) (fun x' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W x' b) c o))
  (rsum H' (fun l => W l k * (1 - h l ^ 2) * rsum O' (fun m => V m l * y_bar m))).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x k) (fun x' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W x' b) c o))
  (rsum H' (fun l => W l k * (1 - h l ^ 2) * rsum O' (fun m => V m l * y_bar m)))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i))))))) (Formula.C (c o))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂x_k *)
Lemma jvp_y_x_1_lemma :
  rsum D' (fun k => pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o) * x_dot k)
  = rsum D' (fun k => rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)) * x_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k' => V o k' * W k' k * (1 - h k' ^ 2))) _); [ | same ].
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 x k) (fun x' => h_of D' W x' b k'))) _).
  { apply (chain1 (at1 x k) H' (fun h' => y_of H' V h' c o) (fun x' => h_of D' W x' b)); [ dsm | premise ]. }
  rule (shared_3 o k).
Qed.

(* multiply out *)
Lemma jvp_y_x_2_ring :
  rsum D' (fun k => rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)) * x_dot k)
  = rsum D' (fun k => rsum H' (fun l => - (V o l * W l k * h l ^ 2 * x_dot k) + V o l * W l k * x_dot k)).
Proof.
  apply (eq_eq _ (rsum D' (fun k => x_dot k * rsum H' (fun l => V o l * W l k * (1 - h l ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => rsum H' (fun l => x_dot k * V o l * W l k * (1 - h l ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor H' (x_dot k) (fun l => V o l * W l k * (1 - h l ^ 2)) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

(* factor; a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_x_3_sum_factor :
  rsum D' (fun k => rsum H' (fun l => - (V o l * W l k * h l ^ 2 * x_dot k) + V o l * W l k * x_dot k))
  = rsum H' (fun l => V o l * (1 - h l ^ 2) * rsum D' (fun k => x_dot k * W l k)).
Proof.
  apply (eq_eq _ (rsum D' (fun k => - (rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k) + rsum H' (fun l => V o l * W l k) * x_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum H' (fun l => - (V o l * W l k * h l ^ 2 * x_dot k)) + rsum H' (fun l => V o l * W l k * x_dot k)) _).
    { rule (sum_add H' (fun l => - (V o l * W l k * h l ^ 2 * x_dot k)) (fun l => V o l * W l k * x_dot k) (fun l => true)). }
    apply (eq_eq _ (- (x_dot k * rsum H' (fun l => V o l * W l k * h l ^ 2)) + x_dot k * rsum H' (fun l => V o l * W l k)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum H' (fun l => - (x_dot k * V o l * W l k * h l ^ 2))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum H' (fun l => x_dot k * V o l * W l k * h l ^ 2)) _).
        { rule (sum_neg H' (fun l => x_dot k * V o l * W l k * h l ^ 2) (fun l => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor H' (x_dot k) (fun l => V o l * W l k * h l ^ 2) (fun l => true)). }
      apply (eq_eq _ (rsum H' (fun l => x_dot k * V o l * W l k)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_factor H' (x_dot k) (fun l => V o l * W l k) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum D' (fun k => - (rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k)) + rsum D' (fun k => rsum H' (fun l => V o l * W l k) * x_dot k)) _).
  { rule (sum_add D' (fun k => - (rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k)) (fun k => rsum H' (fun l => V o l * W l k) * x_dot k) (fun k => true)). }
  apply (eq_eq _ ((-1) * rsum D' (fun k => rsum H' (fun l => V o l * W l k * h l ^ 2 * x_dot k)) + rsum D' (fun k => rsum H' (fun l => V o l * W l k * x_dot k))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun k => (-1) * rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum D' (fun k => rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k)) _).
      { rule_same (sum_factor D' (-1) (fun k => rsum H' (fun l => V o l * W l k * h l ^ 2) * x_dot k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum D' (fun k => x_dot k * rsum H' (fun l => V o l * W l k * h l ^ 2))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun k => rsum H' (fun l => x_dot k * V o l * W l k * h l ^ 2))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        symmetry.
        rule_same (sum_factor H' (x_dot k) (fun l => V o l * W l k * h l ^ 2) (fun l => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k => x_dot k * rsum H' (fun l => V o l * W l k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k => rsum H' (fun l => x_dot k * V o l * W l k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      symmetry.
      rule_same (sum_factor H' (x_dot k) (fun l => V o l * W l k) (fun l => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (- rsum D' (fun k => rsum H' (fun l => V o l * W l k * h l ^ 2 * x_dot k)) + rsum D' (fun k => rsum H' (fun l => V o l * W l k * x_dot k))) _).
  { arith. }
  apply (eq_eq _ (- rsum D' (fun l => rsum H' (fun k => V o k * W k l * h k ^ 2 * x_dot l)) + rsum D' (fun l => rsum H' (fun k => V o k * W k l * x_dot l))) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum H' (fun l => rsum D' (fun k => W l k * x_dot k) * V o l - rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (V o l * (1 - h l ^ 2) * rsum D' (fun k => W l k * x_dot k)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k => rsum D' (fun m => W k m * x_dot m) * V o k - rsum D' (fun m => W k m * x_dot m) * V o k * h k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k => rsum D' (fun m => W k m * x_dot m) * V o k) + rsum H' (fun k => - (rsum D' (fun m => W k m * x_dot m) * V o k * h k ^ 2))) _).
  { rule (sum_add H' (fun l => rsum D' (fun k => W l k * x_dot k) * V o l) (fun l => - (rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2)) (fun l => true)). }
  apply (eq_eq _ (rsum H' (fun l => rsum D' (fun k => W l k * x_dot k) * V o l) + rsum H' (fun l => - (rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => rsum H' (fun k => V o k * W k l * x_dot l)) + (-1) * rsum D' (fun l => rsum H' (fun k => V o k * W k l * h k ^ 2 * x_dot l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun l => V o l * rsum D' (fun k => W l k * x_dot k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum H' (fun l => rsum D' (fun k => V o l * W l k * x_dot k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor D' (V o l) (fun k => W l k * x_dot k) (fun k => true)). }
      apply (eq_eq _ (rsum H' (fun k => rsum D' (fun l => V o k * W k l * x_dot l))) _); [ same | ].
      rule (sum_swap H' D' (fun l k => V o l * W l k * x_dot k)). }
    apply (eq_eq _ (rsum H' (fun l => (-1) * rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun k => (-1) * rsum D' (fun m => W k m * x_dot m) * V o k * h k ^ 2)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum H' (fun k => rsum D' (fun m => W k m * x_dot m) * V o k * h k ^ 2)) _).
    { rule_same (sum_factor H' (-1) (fun l => rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2) (fun l => true)). }
    apply (eq_eq _ ((-1) * rsum H' (fun l => rsum D' (fun k => W l k * x_dot k) * V o l * h l ^ 2)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum H' (fun l => V o l * h l ^ 2 * rsum D' (fun k => W l k * x_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun l => rsum D' (fun k => V o l * h l ^ 2 * W l k * x_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor D' (V o l * h l ^ 2) (fun k => W l k * x_dot k) (fun k => true)). }
    apply (eq_eq _ (rsum H' (fun l => rsum D' (fun k => V o l * W l k * h l ^ 2 * x_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun k => rsum D' (fun l => V o k * W k l * h k ^ 2 * x_dot l))) _); [ same | ].
    rule (sum_swap H' D' (fun l k => V o l * W l k * h l ^ 2 * x_dot k)). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of H' V (h_of D' W (line1 x x_dot t) b) c o)
  (rsum H' (fun l => V o l * (1 - h l ^ 2) * rsum D' (fun k => x_dot k * W l k))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun k => pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o) * x_dot k)) _).
  { apply (eq_eq _ (rsum D' (fun k => pd (at1 x k) (fun x' => y_of H' V (h_of D' W x' b) c o) * x_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => y_of H' V (h_of D' W x' b) c o) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_ring jvp_y_x_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of H' V (h_of D' W (line1 x x_dot t) b) c o)
  (rsum H' (fun l => V o l * (1 - h l ^ 2) * rsum D' (fun k => x_dot k * W l k)))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.Sum D' (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i))))))) (Formula.C (c o)))).
Defined.
End jvp_y_x.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (k o : nat).
Hypothesis k_in : (k < H')%nat.
Hypothesis o_in : (o < O')%nat.

(* chain rule through h_k *)
Lemma derivative_y_b_1_chain :
  pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o)
  = rsum H' (fun l => pd (at1 h l) (fun h' => y_of H' V h' c o) * pd (at1 b k) (fun b' => h_of D' W x b' l)).
Proof.
  apply (eq_eq _ (pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 b k) (fun b' => h_of D' W x b' k'))) _); [ | same ].
  apply (chain1 (at1 b k) H' (fun h' => y_of H' V h' c o) (fun b' => h_of D' W x b')); [ dsm | premise ].
Qed.

(* put in ∂y_o/∂h_k and ∂h_k/∂b_k *)
Lemma derivative_y_b_2_lemma :
  rsum H' (fun l => pd (at1 h l) (fun h' => y_of H' V h' c o) * pd (at1 b k) (fun b' => h_of D' W x b' l))
  = rsum H' (fun l => V o l * delta l k * (1 - h l ^ 2)).
Proof.
  rule (shared_8 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_b_3_sum_delta :
  rsum H' (fun l => V o l * delta l k * (1 - h l ^ 2))
  = V o k * (1 - h k ^ 2).
Proof.
  rule (shared_9 o k).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o)
  (V o k * (1 - h k ^ 2)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_chain (eq_eq _ _ _ derivative_y_b_2_lemma derivative_y_b_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o)
  (V o k * (1 - h k ^ 2))).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.C (rsum D' (fun j => W i j * x j))) (Formula.V (i))))))) (Formula.C (c o)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (k : nat).
Hypothesis k_in : (k < H')%nat.

(* put in ∂y_o/∂b_k *)
Lemma vjp_y_b_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o))
  = rsum O' (fun o => y_bar o * V o k * (1 - h k ^ 2)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (y_bar o * (V o k * (1 - h k ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 b k) (fun b' => h_of D' W x b' k'))) _).
  { apply (chain1 (at1 b k) H' (fun h' => y_of H' V h' c o) (fun b' => h_of D' W x b')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k' => V o k' * delta k' k * (1 - h k' ^ 2))) _).
  { rule (shared_8 o k). }
  rule (shared_9 o k).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_b_2_sum_factor :
  rsum O' (fun o => y_bar o * V o k * (1 - h k ^ 2))
  = (1 - h k ^ 2) * rsum O' (fun o => y_bar o * V o k).
Proof.
  apply (eq_eq _ (rsum O' (fun o => (1 - h k ^ 2) * y_bar o * V o k)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun l => (1 - h k ^ 2) * y_bar l * V l k)) _); [ same | ].
  apply (eq_eq _ ((1 - h k ^ 2) * rsum O' (fun l => y_bar l * V l k)) _); [ | same ].
  rule_same (sum_factor O' (1 - h k ^ 2) (fun o => y_bar o * V o k) (fun o => true)).
Qed.

Theorem vjp_y_b :
  is_pd (at1 b k) (fun b' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W x b') c o))
  ((1 - h k ^ 2) * rsum O' (fun o => y_bar o * V o k)).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b k) (fun b' => rsum O' (fun o => y_bar o * y_of H' V (h_of D' W x b') c o))
  ((1 - h k ^ 2) * rsum O' (fun o => y_bar o * V o k))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.C (rsum D' (fun j => W i j * x j))) (Formula.V (i))))))) (Formula.C (c o))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂b_k *)
Lemma jvp_y_b_1_lemma :
  rsum H' (fun k => pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o) * b_dot k)
  = rsum H' (fun k => V o k * (1 - h k ^ 2) * b_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((V o k * (1 - h k ^ 2)) * b_dot k) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 h k') (fun h' => y_of H' V h' c o) * pd (at1 b k) (fun b' => h_of D' W x b' k'))) _).
  { apply (chain1 (at1 b k) H' (fun h' => y_of H' V h' c o) (fun b' => h_of D' W x b')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k' => V o k' * delta k' k * (1 - h k' ^ 2))) _).
  { rule (shared_8 o k). }
  rule (shared_9 o k).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of H' V (h_of D' W x (line1 b b_dot t)) c o)
  (rsum H' (fun k => V o k * (1 - h k ^ 2) * b_dot k)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun k => pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o) * b_dot k)) _).
  { apply (eq_eq _ (rsum H' (fun k => pd (at1 b k) (fun b' => y_of H' V (h_of D' W x b') c o) * b_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) H' b (fun b' => y_of H' V (h_of D' W x b') c o) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_y_b_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of H' V (h_of D' W x (line1 b b_dot t)) c o)
  (rsum H' (fun k => V o k * (1 - h k ^ 2) * b_dot k))).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.C (V o i)) (Formula.Tanh (Formula.Add (Formula.C (rsum D' (fun j => W i j * x j))) (Formula.V (i))))))) (Formula.C (c o)))).
Defined.
End jvp_y_b.

(** * Derivative of y by V *)

Section derivative_y_V.
Variables (k l o : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis l_in : (l < H')%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_V_1_unfold :
  pd (at2 V k l) (fun V' => y_of H' V' h c o)
  = pd (at2 V k l) (fun V' => rsum H' (fun l' => V' o l' * h l') + c o).
Proof.
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun k' => V' o k' * h k') + c o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂V_ol/∂V_kl = δ_ok·δ_ll *)
Lemma derivative_y_V_2_diff_sum :
  pd (at2 V k l) (fun V' => rsum H' (fun l' => V' o l' * h l') + c o)
  = rsum H' (fun m => h m * delta o k * delta m l).
Proof.
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun l' => V' o l' * h l') + c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta o k * delta l' l)) _); [ | same ].
  rule (shared_10 o k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_V_3_sum_delta :
  rsum H' (fun m => h m * delta o k * delta m l)
  = h l * delta o k.
Proof.
  rule (shared_11 o k l).
Qed.

Theorem derivative_y_V :
  is_pd (at2 V k l) (fun V' => y_of H' V' h c o)
  (h l * delta o k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_V_1_unfold (eq_eq _ _ _ derivative_y_V_2_diff_sum derivative_y_V_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_V_outright : option (
  is_pd (at2 V k l) (fun V' => y_of H' V' h c o)
  (h l * delta o k)).
Proof.
  attempt "derivative_y_V" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.V (o, i)) (Formula.C (h i))))) (Formula.C (c o)))).
Defined.
End derivative_y_V.

(** * VJP of y for V *)

Section vjp_y_V.
Variables (k l : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis l_in : (l < H')%nat.

(* put in ∂y_o/∂V_kl *)
Lemma vjp_y_V_1_lemma :
  rsum O' (fun o => y_bar o * pd (at2 V k l) (fun V' => y_of H' V' h c o))
  = rsum O' (fun o => y_bar o * h l * delta o k).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (y_bar o * (h l * delta o k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun k' => V' o k' * h k') + c o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun l' => V' o l' * h l') + c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta o k * delta l' l)) _).
  { rule (shared_10 o k l). }
  rule (shared_11 o k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_V_2_sum_delta :
  rsum O' (fun o => y_bar o * h l * delta o k)
  = y_bar k * h l.
Proof.
  apply (eq_eq _ (rsum O' (fun o => delta o k * y_bar o * h l)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun m => delta m k * y_bar m * h l)) _); [ same | ].
  rule_same (sum_delta O' (fun o => y_bar o * h l) k).
Qed.

Theorem vjp_y_V :
  is_pd (at2 V k l) (fun V' => rsum O' (fun o => y_bar o * y_of H' V' h c o))
  (y_bar k * h l).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at2 V k l) (fun V' => y_of H' V' h c o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_V_1_lemma vjp_y_V_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_V_outright : option (
  is_pd (at2 V k l) (fun V' => rsum O' (fun o => y_bar o * y_of H' V' h c o))
  (y_bar k * h l)).
Proof.
  attempt "vjp_y_V" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.V (o, i)) (Formula.C (h i))))) (Formula.C (c o))))))).
Defined.
End vjp_y_V.

(** * JVP of y for V *)

Section jvp_y_V.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂V_kl *)
Lemma jvp_y_V_1_lemma :
  rsum O' (fun k => rsum H' (fun l => pd (at2 V k l) (fun V' => y_of H' V' h c o) * V_dot k l))
  = rsum O' (fun k => rsum H' (fun l => h l * delta o k * V_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((h l * delta o k) * V_dot k l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun k' => V' o k' * h k') + c o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 V k l) (fun V' => rsum H' (fun l' => V' o l' * h l') + c o)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta o k * delta l' l)) _).
  { rule (shared_10 o k l). }
  rule (shared_11 o k l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_V_2_sum_factor :
  rsum O' (fun k => rsum H' (fun l => h l * delta o k * V_dot k l))
  = rsum O' (fun k => delta o k * rsum H' (fun l => h l * V_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum H' (fun l => delta o k * h l * V_dot k l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor H' (delta o k) (fun l => h l * V_dot k l) (fun l => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_V_3_sum_delta :
  rsum O' (fun k => delta o k * rsum H' (fun l => h l * V_dot k l))
  = rsum H' (fun l => V_dot o l * h l).
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta o k * rsum H' (fun l => V_dot k l * h l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun k => delta k o * rsum H' (fun l => V_dot k l * h l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum H' (fun l => V_dot o l * h l)) _).
  { rule (sum_delta O' (fun k => rsum H' (fun l => V_dot k l * h l)) o). }
  reflexivity.
Qed.

Theorem jvp_y_V :
  is_pd (at0 0) (fun t => y_of H' (line2 V V_dot t) h c o)
  (rsum H' (fun l => V_dot o l * h l)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => rsum H' (fun l => pd (at2 V k l) (fun V' => y_of H' V' h c o) * V_dot k l))) _).
  { apply (eq_eq _ (rsum O' (fun k => rsum H' (fun l => pd (at2 V k l) (fun V' => y_of H' V' h c o) * V_dot k l))) _).
    { refine (eq_trans (chain2_at (at0 0) O' H' V (fun V' => y_of H' V' h c o) (fun t => (line2 V V_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_V_1_lemma (eq_eq _ _ _ jvp_y_V_2_sum_factor jvp_y_V_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_V_outright : option (
  is_pd (at0 0) (fun t => y_of H' (line2 V V_dot t) h c o)
  (rsum H' (fun l => V_dot o l * h l))).
Proof.
  attempt "jvp_y_V" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 V) (Formula.flat2 V_dot) (Formula.Add (Formula.Sum H' (fun i => (Formula.Mul (Formula.V (o, i)) (Formula.C (h i))))) (Formula.C (c o)))).
Defined.
End jvp_y_V.

(** * Derivative of y by c *)

Section derivative_y_c.
Variables (k o : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_c_1_unfold :
  pd (at1 c k) (fun c' => y_of H' V h c' o)
  = pd (at1 c k) (fun c' => rsum H' (fun k' => V o k' * h k') + c' o).
Proof.
  reflexivity.
Qed.

(* ∂c_o/∂c_k = δ_ok *)
Lemma derivative_y_c_2_variable :
  pd (at1 c k) (fun c' => rsum H' (fun k' => V o k' * h k') + c' o)
  = delta o k.
Proof.
  rule (shared_12 o k).
Qed.

Theorem derivative_y_c :
  is_pd (at1 c k) (fun c' => y_of H' V h c' o)
  (delta o k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_c_1_unfold derivative_y_c_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_c_outright : option (
  is_pd (at1 c k) (fun c' => y_of H' V h c' o)
  (delta o k)).
Proof.
  attempt "derivative_y_c" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (rsum H' (fun i => V o i * h i))) (Formula.V (o)))).
Defined.
End derivative_y_c.

(** * VJP of y for c *)

Section vjp_y_c.
Variables (k : nat).
Hypothesis k_in : (k < O')%nat.

(* put in ∂y_o/∂c_k *)
Lemma vjp_y_c_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 c k) (fun c' => y_of H' V h c' o))
  = rsum O' (fun o => y_bar o * delta o k).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun k' => V o k' * h k') + c' o)) _).
  { reflexivity. }
  rule (shared_12 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_c_2_sum_delta :
  rsum O' (fun o => y_bar o * delta o k)
  = y_bar k.
Proof.
  apply (eq_eq _ (rsum O' (fun o => delta o k * y_bar o)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun l => delta l k * y_bar l)) _); [ same | ].
  rule_same (sum_delta O' (fun o => y_bar o) k).
Qed.

Theorem vjp_y_c :
  is_pd (at1 c k) (fun c' => rsum O' (fun o => y_bar o * y_of H' V h c' o))
  (y_bar k).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 c k) (fun c' => y_of H' V h c' o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_c_1_lemma vjp_y_c_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_c_outright : option (
  is_pd (at1 c k) (fun c' => rsum O' (fun o => y_bar o * y_of H' V h c' o))
  (y_bar k)).
Proof.
  attempt "vjp_y_c" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.C (rsum H' (fun i => V o i * h i))) (Formula.V (o))))))).
Defined.
End vjp_y_c.

(** * JVP of y for c *)

Section jvp_y_c.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂c_k *)
Lemma jvp_y_c_1_lemma :
  rsum O' (fun k => pd (at1 c k) (fun c' => y_of H' V h c' o) * c_dot k)
  = rsum O' (fun k => delta o k * c_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun k' => V o k' * h k') + c' o)) _).
  { reflexivity. }
  rule (shared_12 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_c_2_sum_delta :
  rsum O' (fun k => delta o k * c_dot k)
  = c_dot o.
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta k o * c_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  rule (sum_delta O' (fun k => c_dot k) o).
Qed.

Theorem jvp_y_c :
  is_pd (at0 0) (fun t => y_of H' V h (line1 c c_dot t) o)
  (c_dot o).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => pd (at1 c k) (fun c' => y_of H' V h c' o) * c_dot k)) _).
  { apply (eq_eq _ (rsum O' (fun k => pd (at1 c k) (fun c' => y_of H' V h c' o) * c_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) O' c (fun c' => y_of H' V h c' o) (fun t => (line1 c c_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_c_1_lemma jvp_y_c_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_c_outright : option (
  is_pd (at0 0) (fun t => y_of H' V h (line1 c c_dot t) o)
  (c_dot o)).
Proof.
  attempt "jvp_y_c" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 c) (Formula.flat1 c_dot) (Formula.Add (Formula.C (rsum H' (fun i => V o i * h i))) (Formula.V (o)))).
Defined.
End jvp_y_c.
End mlp_theory.
