(* made by derive, do not edit *)
(* Bilinear layer

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (M N : nat) (x : nat -> R) (A : nat -> nat -> nat -> R) (z : nat -> R) (b : nat -> R) (o : nat) : R :=
  rsum M (fun i => rsum N (fun j => x i * A o i j * z j)) + b o.
#[local] Hint Unfold y_of : definitions.

Section bilinear_theory.
Variables (O' M N : nat).
Variables (b z x b_dot y_bar z_dot x_dot : nat -> R).
Variables (A A_dot : nat -> nat -> nat -> R).
Hypothesis O'_positive : (0 < O')%nat.
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation y := (y_of M N x A z b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j : nat,
  (i < O')%nat ->
  (j < M)%nat ->
  pd (at1 x j) (fun x' => rsum M (fun k => rsum N (fun l => x' k * A i k l * z l)) + b i) = rsum M (fun k => rsum N (fun l => A i k l * z l * delta k j)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum M (fun k => rsum N (fun l => x' k * A i k l * z l))) + pd (at1 x j) (fun x' => b i)) _).
  { rule (diff_add (at1 x j) (fun x' => rsum M (fun k => rsum N (fun l => x' k * A i k l * z l))) (fun x' => b i)). }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A i k l * z l * delta k j)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k => pd (at1 x j) (fun x' => rsum N (fun l => x' k * A i k l * z l)))) _).
      { rule (diff_sum (at1 x j) M (fun m x' => rsum N (fun l => x' m * A i m l * z l)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 x j) (fun x' => x' k * A i k l * z l))) _).
      { rule (diff_sum (at1 x j) N (fun m x' => x' k * A i k m * z m) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => A i k l * z l * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (A i k l * z l * pd (at1 x j) (fun x' => x' k)) _).
      { assert (pd (at1 x j) (fun x' => A i k l * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => A i k l * z l) (fun x' => x' k)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < O')%nat ->
  (j < M)%nat ->
  rsum M (fun k => rsum N (fun l => A i k l * z l * delta k j)) = rsum M (fun k => delta k j * rsum N (fun l => A i k l * z l)).
Proof.
  intros i j ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta k j * A i k l * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (delta k j) (fun l => A i k l * z l) (fun l => true)).
Qed.

Lemma shared_3 :
  forall i j k l : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  (k < M)%nat ->
  (l < N)%nat ->
  pd (at3 A j k l) (fun A' => rsum M (fun m => rsum N (fun n => x m * A' i m n * z n)) + b i) = rsum M (fun m => rsum N (fun n => x m * z n * delta i j * delta m k * delta n l)).
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ (pd (at3 A j k l) (fun A' => rsum M (fun m => rsum N (fun n => x m * A' i m n * z n))) + pd (at3 A j k l) (fun A' => b i)) _).
  { rule (diff_add (at3 A j k l) (fun A' => rsum M (fun m => rsum N (fun n => x m * A' i m n * z n))) (fun A' => b i)). }
  apply (eq_eq _ (rsum M (fun m => rsum N (fun n => x m * z n * delta i j * delta m k * delta n l)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 A j k l) (fun A' => rsum M (fun k' => rsum N (fun n => x k' * A' i k' n * z n)))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m => pd (at3 A j k l) (fun A' => rsum N (fun n => x m * A' i m n * z n)))) _).
      { rule_same (diff_sum (at3 A j k l) M (fun k' A' => rsum N (fun n => x k' * A' i k' n * z n)) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at3 A j k l) (fun A' => rsum N (fun k' => x m * A' i m k' * z k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun n => pd (at3 A j k l) (fun A' => x m * A' i m n * z n))) _).
      { rule_same (diff_sum (at3 A j k l) N (fun k' A' => x m * A' i m k' * z k') (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at3 A j k l) (fun A' => x m * z n * A' i m n)) _).
      { apply pd_ext.
        intros A'; cbv beta.
        arith. }
      apply (eq_eq _ (x m * z n * pd (at3 A j k l) (fun A' => A' i m n)) _).
      { assert (pd (at3 A j k l) (fun A' => x m * z n) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 A j k l) (fun A' => x m * z n) (fun A' => A' i m n)). }
      apply (eq_eq _ (x m * z n * (delta i j * delta m k * delta n l)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable3. }
    apply constant. }
  arith.
Qed.

Lemma shared_4 :
  forall i j k l : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  (k < M)%nat ->
  (l < N)%nat ->
  rsum M (fun m => rsum N (fun n => x m * z n * delta i j * delta m k * delta n l)) = x k * z l * delta i j.
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ (rsum M (fun m => x m * z l * delta i j * delta m k)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n l * x m * z n * delta i j * delta m k)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun n => x m * z n * delta i j * delta m k) l). }
  apply (eq_eq _ (rsum M (fun m => delta m k * x m * z l * delta i j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => x m * z l * delta i j) k).
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < O')%nat ->
  (j < M)%nat ->
  pd (at1 x j) (fun x' => y_of M N x' A z b i) = rsum N (fun l => A i j l * z l).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum M (fun k => rsum N (fun j' => x' k * A i k j' * z j')) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum M (fun k => rsum N (fun l => x' k * A i k l * z l)) + b i)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A i k l * z l * delta k j))) _).
  { rule (shared_1 i j). }
  apply (eq_eq _ (rsum M (fun k => delta k j * rsum N (fun l => A i k l * z l))) _).
  { rule (shared_2 i j). }
  apply (eq_eq _ (rsum N (fun l => A i j l * z l)) _).
  { rule (sum_delta M (fun k => rsum N (fun l => A i k l * z l)) j). }
  reflexivity.
Qed.

Lemma shared_6 :
  forall k : nat,
  (k < M)%nat ->
  rsum N (fun l => rsum O' (fun m => A m k l * y_bar m) * z l) = rsum N (fun l => rsum O' (fun m => A m k l * y_bar m * z l)).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => z l * A m k l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor O' (z l) (fun m => A m k l * y_bar m) (fun m => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  arith.
Qed.

Lemma shared_7 :
  forall o : nat,
  (o < O')%nat ->
  rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k) = rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l)).
Proof.
  intros o ?.
  apply (eq_eq _ (rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => x_dot k * A o k l * z l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => A o k l * z l) (fun l => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Lemma shared_8 :
  forall o : nat,
  (o < O')%nat ->
  rsum M (fun l => rsum N (fun m => A_dot o l m * z m) * x l) = rsum M (fun l => rsum N (fun k => A_dot o l k * x l * z k)).
Proof.
  intros o ?.
  apply (eq_eq _ (rsum M (fun l => x l * rsum N (fun m => A_dot o l m * z m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => x l * A_dot o l k * z k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (x l * rsum N (fun k => A_dot o l k * z k)) _); [ same | ].
    symmetry.
    rule_same (sum_factor N (x l) (fun m => A_dot o l m * z m) (fun m => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_9 :
  forall i j : nat,
  (i < O')%nat ->
  (j < N)%nat ->
  pd (at1 z j) (fun z' => rsum M (fun k => rsum N (fun l => x k * A i k l * z' l)) + b i) = rsum M (fun k => rsum N (fun l => x k * A i k l * delta l j)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 z j) (fun z' => rsum M (fun k => rsum N (fun l => x k * A i k l * z' l))) + pd (at1 z j) (fun z' => b i)) _).
  { rule (diff_add (at1 z j) (fun z' => rsum M (fun k => rsum N (fun l => x k * A i k l * z' l))) (fun z' => b i)). }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => x k * A i k l * delta l j)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k => pd (at1 z j) (fun z' => rsum N (fun l => x k * A i k l * z' l)))) _).
      { rule (diff_sum (at1 z j) M (fun m z' => rsum N (fun l => x m * A i m l * z' l)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 z j) (fun z' => x k * A i k l * z' l))) _).
      { rule (diff_sum (at1 z j) N (fun m z' => x k * A i k m * z' m) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 z j) (fun z' => x k * A i k l * z' l)) _).
      { reflexivity. }
      apply (eq_eq _ (x k * A i k l * pd (at1 z j) (fun z' => z' l)) _).
      { assert (pd (at1 z j) (fun z' => x k * A i k l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 z j) (fun z' => x k * A i k l) (fun z' => z' l)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_10 :
  forall i j : nat,
  (i < O')%nat ->
  (j < N)%nat ->
  rsum M (fun k => rsum N (fun l => x k * A i k l * delta l j)) = rsum M (fun k => x k * A i k j).
Proof.
  intros i j ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta l j * x k * A i k l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun l => x k * A i k l) j).
Qed.

Lemma shared_11 :
  forall k : nat,
  (k < N)%nat ->
  rsum M (fun l => rsum O' (fun m => A m l k * y_bar m) * x l) = rsum M (fun l => rsum O' (fun m => A m l k * x l * y_bar m)).
Proof.
  intros k ?.
  apply (eq_eq _ (rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => x l * A m l k * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor O' (x l) (fun m => A m l k * y_bar m) (fun m => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  arith.
Qed.

Lemma shared_12 :
  forall o : nat,
  (o < O')%nat ->
  rsum M (fun l => rsum N (fun k => A o l k * z_dot k) * x l) = rsum M (fun l => rsum N (fun k => A o l k * x l * z_dot k)).
Proof.
  intros o ?.
  apply (eq_eq _ (rsum M (fun l => x l * rsum N (fun k => A o l k * z_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => x l * A o l k * z_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x l) (fun k => A o l k * z_dot k) (fun k => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_13 :
  forall i j : nat,
  (i < O')%nat ->
  (j < O')%nat ->
  pd (at1 b j) (fun b' => rsum M (fun k => rsum N (fun l => x k * A i k l * z l)) + b' i) = delta i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun k => rsum N (fun l => x k * A i k l * z l))) + pd (at1 b j) (fun b' => b' i)) _).
  { rule (diff_add (at1 b j) (fun b' => rsum M (fun k => rsum N (fun l => x k * A i k l * z l))) (fun b' => b' i)). }
  apply (eq_eq _ (0 + delta i j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * Derivative by the first input *)

Section first.
Variables (i o : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma first_1_unfold :
  pd (at1 x i) (fun x' => y_of M N x' A z b o)
  = pd (at1 x i) (fun x' => rsum M (fun k => rsum N (fun j => x' k * A o k j * z j)) + b o).
Proof.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum M (fun i' => rsum N (fun j => x' i' * A o i' j * z j)) + b o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma first_2_diff_sum :
  pd (at1 x i) (fun x' => rsum M (fun k => rsum N (fun j => x' k * A o k j * z j)) + b o)
  = rsum M (fun k => rsum N (fun l => A o k l * z l * delta k i)).
Proof.
  rule_same (shared_1 o i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma first_3_sum_factor :
  rsum M (fun k => rsum N (fun l => A o k l * z l * delta k i))
  = rsum M (fun k => delta k i * rsum N (fun l => A o k l * z l)).
Proof.
  rule (shared_2 o i).
Qed.

(* the delta keeps one term of the sum *)
Lemma first_4_sum_delta :
  rsum M (fun k => delta k i * rsum N (fun l => A o k l * z l))
  = rsum N (fun j => A o i j * z j).
Proof.
  apply (eq_eq _ (rsum N (fun l => A o i l * z l)) _).
  { rule (sum_delta M (fun k => rsum N (fun l => A o k l * z l)) i). }
  apply (eq_eq _ (rsum N (fun l => A o i l * z l)) _); [ | same ].
  reflexivity.
Qed.

Theorem first :
  is_pd (at1 x i) (fun x' => y_of M N x' A z b o)
  (rsum N (fun j => A o i j * z j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ first_1_unfold (eq_eq _ _ _ first_2_diff_sum (eq_eq _ _ _ first_3_sum_factor first_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition first_outright : option (
  is_pd (at1 x i) (fun x' => y_of M N x' A z b o)
  (rsum N (fun j => A o i j * z j))).
Proof.
  attempt "first" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum M (fun i' => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i')) (Formula.C (A o i' j))) (Formula.C (z j))))))) (Formula.C (b o)))).
Defined.
End first.

(** * Derivative by the weights *)

Section weights.
Variables (i j o p : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < N)%nat.
Hypothesis o_in : (o < O')%nat.
Hypothesis p_in : (p < O')%nat.

(* definition of y_o *)
Lemma weights_1_unfold :
  pd (at3 A p i j) (fun A' => y_of M N x A' z b o)
  = pd (at3 A p i j) (fun A' => rsum M (fun k => rsum N (fun l => x k * A' o k l * z l)) + b o).
Proof.
  apply (eq_eq _ (pd (at3 A p i j) (fun A' => rsum M (fun i' => rsum N (fun j' => x i' * A' o i' j' * z j')) + b o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂A_okl/∂A_pij = δ_op·δ_ki·δ_lj *)
Lemma weights_2_diff_sum :
  pd (at3 A p i j) (fun A' => rsum M (fun k => rsum N (fun l => x k * A' o k l * z l)) + b o)
  = rsum M (fun k => rsum N (fun l => x k * z l * delta o p * delta k i * delta l j)).
Proof.
  rule_same (shared_3 o p i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum M (fun k => rsum N (fun l => x k * z l * delta o p * delta k i * delta l j))
  = x i * z j * delta o p.
Proof.
  rule_same (shared_4 o p i j).
Qed.

(* rearrange *)
Lemma weights_4_ring :
  x i * z j * delta o p
  = delta o p * x i * z j.
Proof.
  apply (eq_eq _ (delta o p * x i * z j) _).
  { arith. }
  reflexivity.
Qed.

Theorem weights :
  is_pd (at3 A p i j) (fun A' => y_of M N x A' z b o)
  (delta o p * x i * z j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_unfold (eq_eq _ _ _ weights_2_diff_sum (eq_eq _ _ _ weights_3_sum_delta weights_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at3 A p i j) (fun A' => y_of M N x A' z b o)
  (delta o p * x i * z j)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_cube (Formula.Add (Formula.Sum M (fun i' => (Formula.Sum N (fun j' => (Formula.Mul (Formula.Mul (Formula.C (x i')) (Formula.V (o, i', j'))) (Formula.C (z j'))))))) (Formula.C (b o)))).
Defined.
End weights.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (k o : nat).
Hypothesis k_in : (k < M)%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x k) (fun x' => y_of M N x' A z b o)
  = pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o).
Proof.
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun j => x' k' * A o k' j * z j)) + b o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_k = δ_kk *)
Lemma derivative_y_x_2_diff_sum :
  pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)
  = rsum M (fun m => rsum N (fun l => A o m l * z l * delta m k)).
Proof.
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k))) _); [ | same ].
  rule (shared_1 o k).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_y_x_3_sum_factor :
  rsum M (fun m => rsum N (fun l => A o m l * z l * delta m k))
  = rsum M (fun m => delta m k * rsum N (fun l => A o m l * z l)).
Proof.
  rule (shared_2 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_4_sum_delta :
  rsum M (fun m => delta m k * rsum N (fun l => A o m l * z l))
  = rsum N (fun l => A o k l * z l).
Proof.
  apply (eq_eq _ (rsum M (fun k' => delta k' k * rsum N (fun l => A o k' l * z l))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => A o k l * z l)) _); [ | same ].
  apply (eq_eq _ (rsum N (fun l => A o k l * z l)) _).
  { rule (sum_delta M (fun k' => rsum N (fun l => A o k' l * z l)) k). }
  reflexivity.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x k) (fun x' => y_of M N x' A z b o)
  (rsum N (fun l => A o k l * z l)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_sum (eq_eq _ _ _ derivative_y_x_3_sum_factor derivative_y_x_4_sum_delta))).
Qed.

(* the same by the differentiator, by what it found for first or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x k) (fun x' => y_of M N x' A z b o)
  (rsum N (fun l => A o k l * z l))).
Proof.
  attempt "derivative_y_x" as (first_outright k o) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i)) (Formula.C (A o i j))) (Formula.C (z j))))))) (Formula.C (b o)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (k : nat).
Hypothesis k_in : (k < M)%nat.

(* put in ∂y_o/∂x_k *)
Lemma vjp_y_x_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 x k) (fun x' => y_of M N x' A z b o))
  = rsum O' (fun o => y_bar o * rsum N (fun l => A o k l * z l)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 o k).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_x_2_sum_factor :
  rsum O' (fun o => y_bar o * rsum N (fun l => A o k l * z l))
  = rsum N (fun l => rsum O' (fun m => A m k l * y_bar m * z l)).
Proof.
  apply (eq_eq _ (rsum O' (fun o => rsum N (fun l => y_bar o * A o k l * z l))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (y_bar o) (fun l => A o k l * z l) (fun l => true)). }
  apply (eq_eq _ (rsum O' (fun o => rsum N (fun l => A o k l * y_bar o * z l))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun m => rsum N (fun l => A m k l * y_bar m * z l))) _); [ same | ].
  rule_same (sum_swap O' N (fun o l => A o k l * y_bar o * z l)).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_x_3_sum_factor :
  rsum N (fun l => rsum O' (fun m => A m k l * y_bar m * z l))
  = rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m)).
Proof.
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => A m k l * y_bar m) * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum O' (fun m => z l * A m k l * y_bar m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (z l * rsum O' (fun m => A m k l * y_bar m)) _).
    { rule_same (sum_factor O' (z l) (fun m => A m k l * y_bar m) (fun m => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => A m k l * y_bar m * z l))) _).
  { rule (shared_6 k). }
  symmetry.
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => A m k l * y_bar m) * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (shared_6 k).
Qed.

Theorem vjp_y_x :
  is_pd (at1 x k) (fun x' => rsum O' (fun o => y_bar o * y_of M N x' A z b o))
  (rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m))).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 x k) (fun x' => y_of M N x' A z b o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x k) (fun x' => rsum O' (fun o => y_bar o * y_of M N x' A z b o))
  (rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m)))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i)) (Formula.C (A o i j))) (Formula.C (z j))))))) (Formula.C (b o))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂x_k *)
Lemma jvp_y_x_1_lemma :
  rsum M (fun k => pd (at1 x k) (fun x' => y_of M N x' A z b o) * x_dot k)
  = rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 o k).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k)
  = rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l)).
Proof.
  rule (shared_7 o).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_x_3_sum_factor :
  rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l))
  = rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l)).
Proof.
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum N (fun l => x_dot k * A o k l * z l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (x_dot k * rsum N (fun l => A o k l * z l)) _).
    { rule_same (sum_factor N (x_dot k) (fun l => A o k l * z l) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l))) _).
  { rule (shared_7 o). }
  symmetry.
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (shared_7 o).
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of M N (line1 x x_dot t) A z b o)
  (rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k => pd (at1 x k) (fun x' => y_of M N x' A z b o) * x_dot k)) _).
  { apply (eq_eq _ (rsum M (fun k => pd (at1 x k) (fun x' => y_of M N x' A z b o) * x_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) M x (fun x' => y_of M N x' A z b o) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of M N (line1 x x_dot t) A z b o)
  (rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l)))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i)) (Formula.C (A o i j))) (Formula.C (z j))))))) (Formula.C (b o)))).
Defined.
End jvp_y_x.

(** * Derivative of y by A *)

Section derivative_y_A.
Variables (k l m o : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis l_in : (l < M)%nat.
Hypothesis m_in : (m < N)%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_A_1_unfold :
  pd (at3 A k l m) (fun A' => y_of M N x A' z b o)
  = pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o).
Proof.
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun j => x k' * A' o k' j * z j)) + b o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂A_omn/∂A_klm = δ_ok·δ_ml·δ_nm *)
Lemma derivative_y_A_2_diff_sum :
  pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)
  = rsum M (fun p => rsum N (fun n => x p * z n * delta o k * delta p l * delta n m)).
Proof.
  rule (shared_3 o k l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_A_3_sum_delta :
  rsum M (fun p => rsum N (fun n => x p * z n * delta o k * delta p l * delta n m))
  = x l * z m * delta o k.
Proof.
  rule (shared_4 o k l m).
Qed.

Theorem derivative_y_A :
  is_pd (at3 A k l m) (fun A' => y_of M N x A' z b o)
  (x l * z m * delta o k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_A_1_unfold (eq_eq _ _ _ derivative_y_A_2_diff_sum derivative_y_A_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_A_outright : option (
  is_pd (at3 A k l m) (fun A' => y_of M N x A' z b o)
  (x l * z m * delta o k)).
Proof.
  attempt "derivative_y_A" from (weights_outright l m o k) or Formula.outright (Formula.by_cube (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.V (o, i, j))) (Formula.C (z j))))))) (Formula.C (b o)))).
Defined.
End derivative_y_A.

(** * VJP of y for A *)

Section vjp_y_A.
Variables (k l m : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis l_in : (l < M)%nat.
Hypothesis m_in : (m < N)%nat.

(* put in ∂y_o/∂A_klm *)
Lemma vjp_y_A_1_lemma :
  rsum O' (fun o => y_bar o * pd (at3 A k l m) (fun A' => y_of M N x A' z b o))
  = rsum O' (fun o => y_bar o * x l * z m * delta o k).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (y_bar o * (x l * z m * delta o k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun j => x k' * A' o k' j * z j)) + b o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _).
  { rule (shared_3 o k l m). }
  rule (shared_4 o k l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_A_2_sum_delta :
  rsum O' (fun o => y_bar o * x l * z m * delta o k)
  = y_bar k * x l * z m.
Proof.
  apply (eq_eq _ (rsum O' (fun o => delta o k * y_bar o * x l * z m)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun n => delta n k * y_bar n * x l * z m)) _); [ same | ].
  rule_same (sum_delta O' (fun o => y_bar o * x l * z m) k).
Qed.

Theorem vjp_y_A :
  is_pd (at3 A k l m) (fun A' => rsum O' (fun o => y_bar o * y_of M N x A' z b o))
  (y_bar k * x l * z m).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at3 A k l m) (fun A' => y_of M N x A' z b o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_A_1_lemma vjp_y_A_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_A_outright : option (
  is_pd (at3 A k l m) (fun A' => rsum O' (fun o => y_bar o * y_of M N x A' z b o))
  (y_bar k * x l * z m)).
Proof.
  attempt "vjp_y_A" by timeout 3 Formula.outright (Formula.by_cube (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.V (o, i, j))) (Formula.C (z j))))))) (Formula.C (b o))))))).
Defined.
End vjp_y_A.

(** * JVP of y for A *)

Section jvp_y_A.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂A_klm *)
Lemma jvp_y_A_1_lemma :
  rsum O' (fun k => rsum M (fun l => rsum N (fun m => pd (at3 A k l m) (fun A' => y_of M N x A' z b o) * A_dot k l m)))
  = rsum O' (fun k => rsum M (fun l => rsum N (fun m => x l * z m * delta o k * A_dot k l m))).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((x l * z m * delta o k) * A_dot k l m) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun j => x k' * A' o k' j * z j)) + b o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _).
  { rule (shared_3 o k l m). }
  rule (shared_4 o k l m).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_A_2_sum_factor :
  rsum O' (fun k => rsum M (fun l => rsum N (fun m => x l * z m * delta o k * A_dot k l m)))
  = rsum M (fun l => x l * rsum N (fun m => A_dot o l m * z m)).
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta o k * rsum M (fun l => rsum N (fun m => A_dot k l m * x l * z m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum M (fun l => delta o k * rsum N (fun m => A_dot k l m * z m) * x l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun m => delta o k * A_dot k l m * x l * z m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun m => delta o k * x l * A_dot k l m * z m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta o k * x l * rsum N (fun m => A_dot k l m * z m)) _).
      { rule_same (sum_factor N (delta o k * x l) (fun m => A_dot k l m * z m) (fun m => true)). }
      arith. }
    apply (eq_eq _ (delta o k * rsum M (fun l => rsum N (fun m => A_dot k l m * z m) * x l)) _).
    { rule_same (sum_factor M (delta o k) (fun l => rsum N (fun m => A_dot k l m * z m) * x l) (fun l => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_8 k). }
  apply (eq_eq _ (rsum O' (fun k => delta k o * rsum M (fun l => rsum N (fun m => A_dot k l m * x l * z m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun m => A_dot o l m * x l * z m))) _).
  { rule (sum_delta O' (fun k => rsum M (fun l => rsum N (fun m => A_dot k l m * x l * z m))) o). }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A_dot o l k * x l * z k))) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum M (fun l => rsum N (fun m => A_dot o l m * z m) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (shared_8 o).
Qed.

Theorem jvp_y_A :
  is_pd (at0 0) (fun t => y_of M N x (line3 A A_dot t) z b o)
  (rsum M (fun l => x l * rsum N (fun m => A_dot o l m * z m))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => rsum M (fun l => rsum N (fun m => pd (at3 A k l m) (fun A' => y_of M N x A' z b o) * A_dot k l m)))) _).
  { apply (eq_eq _ (rsum O' (fun k => rsum M (fun l => rsum N (fun m => pd (at3 A k l m) (fun A' => y_of M N x A' z b o) * A_dot k l m)))) _).
    { refine (eq_trans (chain3_at (at0 0) O' M N A (fun A' => y_of M N x A' z b o) (fun t => (line3 A A_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity3. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_A_1_lemma jvp_y_A_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_A_outright : option (
  is_pd (at0 0) (fun t => y_of M N x (line3 A A_dot t) z b o)
  (rsum M (fun l => x l * rsum N (fun m => A_dot o l m * z m)))).
Proof.
  attempt "jvp_y_A" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat3 A) (Formula.flat3 A_dot) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.V (o, i, j))) (Formula.C (z j))))))) (Formula.C (b o)))).
Defined.
End jvp_y_A.

(** * Derivative of y by z *)

Section derivative_y_z.
Variables (k o : nat).
Hypothesis k_in : (k < N)%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_z_1_unfold :
  pd (at1 z k) (fun z' => y_of M N x A z' b o)
  = pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o).
Proof.
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z' j)) + b o)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂z_l/∂z_k = δ_lk *)
Lemma derivative_y_z_2_diff_sum :
  pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)
  = rsum M (fun m => rsum N (fun l => x m * A o m l * delta l k)).
Proof.
  rule (shared_9 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_z_3_sum_delta :
  rsum M (fun m => rsum N (fun l => x m * A o m l * delta l k))
  = rsum M (fun l => x l * A o l k).
Proof.
  rule (shared_10 o k).
Qed.

Theorem derivative_y_z :
  is_pd (at1 z k) (fun z' => y_of M N x A z' b o)
  (rsum M (fun l => x l * A o l k)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_z_1_unfold (eq_eq _ _ _ derivative_y_z_2_diff_sum derivative_y_z_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_z_outright : option (
  is_pd (at1 z k) (fun z' => y_of M N x A z' b o)
  (rsum M (fun l => x l * A o l k))).
Proof.
  attempt "derivative_y_z" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.C (A o i j))) (Formula.V (j))))))) (Formula.C (b o)))).
Defined.
End derivative_y_z.

(** * VJP of y for z *)

Section vjp_y_z.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.

(* put in ∂y_o/∂z_k *)
Lemma vjp_y_z_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 z k) (fun z' => y_of M N x A z' b o))
  = rsum O' (fun o => y_bar o * rsum M (fun l => x l * A o l k)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 z k) (fun z' => y_of M N x A z' b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => x k' * A o k' k)) _); [ | same ].
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z' j)) + b o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _).
  { rule (shared_9 o k). }
  rule (shared_10 o k).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_z_2_sum_factor :
  rsum O' (fun o => y_bar o * rsum M (fun l => x l * A o l k))
  = rsum M (fun l => rsum O' (fun m => A m l k * x l * y_bar m)).
Proof.
  apply (eq_eq _ (rsum O' (fun o => rsum M (fun l => y_bar o * x l * A o l k))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    symmetry.
    rule_same (sum_factor M (y_bar o) (fun l => x l * A o l k) (fun l => true)). }
  apply (eq_eq _ (rsum O' (fun o => rsum M (fun l => A o l k * x l * y_bar o))) _).
  { apply rsum_ext; intros o ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun m => rsum M (fun l => A m l k * x l * y_bar m))) _); [ same | ].
  rule_same (sum_swap O' M (fun o l => A o l k * x l * y_bar o)).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_z_3_sum_factor :
  rsum M (fun l => rsum O' (fun m => A m l k * x l * y_bar m))
  = rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m)).
Proof.
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => A m l k * y_bar m) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum O' (fun m => x l * A m l k * y_bar m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (x l * rsum O' (fun m => A m l k * y_bar m)) _).
    { rule_same (sum_factor O' (x l) (fun m => A m l k * y_bar m) (fun m => true)). }
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => A m l k * x l * y_bar m))) _).
  { rule (shared_11 k). }
  symmetry.
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => A m l k * y_bar m) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (shared_11 k).
Qed.

Theorem vjp_y_z :
  is_pd (at1 z k) (fun z' => rsum O' (fun o => y_bar o * y_of M N x A z' b o))
  (rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m))).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 z k) (fun z' => y_of M N x A z' b o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_z_1_lemma (eq_eq _ _ _ vjp_y_z_2_sum_factor vjp_y_z_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_z_outright : option (
  is_pd (at1 z k) (fun z' => rsum O' (fun o => y_bar o * y_of M N x A z' b o))
  (rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m)))).
Proof.
  attempt "vjp_y_z" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.C (A o i j))) (Formula.V (j))))))) (Formula.C (b o))))))).
Defined.
End vjp_y_z.

(** * JVP of y for z *)

Section jvp_y_z.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂z_k *)
Lemma jvp_y_z_1_lemma :
  rsum N (fun k => pd (at1 z k) (fun z' => y_of M N x A z' b o) * z_dot k)
  = rsum N (fun k => rsum M (fun l => x l * A o l k) * z_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 z k) (fun z' => y_of M N x A z' b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => x k' * A o k' k)) _); [ | same ].
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z' j)) + b o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _).
  { rule (shared_9 o k). }
  rule (shared_10 o k).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_z_2_sum_factor :
  rsum N (fun k => rsum M (fun l => x l * A o l k) * z_dot k)
  = rsum M (fun l => rsum N (fun k => A o l k * x l * z_dot k)).
Proof.
  apply (eq_eq _ (rsum N (fun k => z_dot k * rsum M (fun l => x l * A o l k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum M (fun l => z_dot k * x l * A o l k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor M (z_dot k) (fun l => x l * A o l k) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum M (fun l => A o l k * x l * z_dot k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_swap N M (fun k l => A o l k * x l * z_dot k)).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_z_3_sum_factor :
  rsum M (fun l => rsum N (fun k => A o l k * x l * z_dot k))
  = rsum M (fun l => x l * rsum N (fun k => z_dot k * A o l k)).
Proof.
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A o l k * z_dot k) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => x l * A o l k * z_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (x l * rsum N (fun k => A o l k * z_dot k)) _).
    { rule_same (sum_factor N (x l) (fun k => A o l k * z_dot k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A o l k * x l * z_dot k))) _).
  { rule (shared_12 o). }
  symmetry.
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A o l k * z_dot k) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (x l * rsum N (fun k => A o l k * z_dot k)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    arith. }
  rule (shared_12 o).
Qed.

Theorem jvp_y_z :
  is_pd (at0 0) (fun t => y_of M N x A (line1 z z_dot t) b o)
  (rsum M (fun l => x l * rsum N (fun k => z_dot k * A o l k))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k => pd (at1 z k) (fun z' => y_of M N x A z' b o) * z_dot k)) _).
  { apply (eq_eq _ (rsum N (fun k => pd (at1 z k) (fun z' => y_of M N x A z' b o) * z_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) N z (fun z' => y_of M N x A z' b o) (fun t => (line1 z z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_z_1_lemma (eq_eq _ _ _ jvp_y_z_2_sum_factor jvp_y_z_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_z_outright : option (
  is_pd (at0 0) (fun t => y_of M N x A (line1 z z_dot t) b o)
  (rsum M (fun l => x l * rsum N (fun k => z_dot k * A o l k)))).
Proof.
  attempt "jvp_y_z" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 z) (Formula.flat1 z_dot) (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.C (A o i j))) (Formula.V (j))))))) (Formula.C (b o)))).
Defined.
End jvp_y_z.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (k o : nat).
Hypothesis k_in : (k < O')%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_o *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b k) (fun b' => y_of M N x A z b' o)
  = pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o).
Proof.
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z j)) + b' o)) _); [ | same ].
  reflexivity.
Qed.

(* ∂b_o/∂b_k = δ_ok *)
Lemma derivative_y_b_2_variable :
  pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)
  = delta o k.
Proof.
  rule (shared_13 o k).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b k) (fun b' => y_of M N x A z b' o)
  (delta o k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b k) (fun b' => y_of M N x A z b' o)
  (delta o k)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (rsum M (fun i => rsum N (fun j => x i * A o i j * z j)))) (Formula.V (o)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (k : nat).
Hypothesis k_in : (k < O')%nat.

(* put in ∂y_o/∂b_k *)
Lemma vjp_y_b_1_lemma :
  rsum O' (fun o => y_bar o * pd (at1 b k) (fun b' => y_of M N x A z b' o))
  = rsum O' (fun o => y_bar o * delta o k).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z j)) + b' o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)) _); [ same | ].
  rule (shared_13 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_2_sum_delta :
  rsum O' (fun o => y_bar o * delta o k)
  = y_bar k.
Proof.
  apply (eq_eq _ (rsum O' (fun o => delta o k * y_bar o)) _).
  { apply rsum_ext; intros o ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum O' (fun l => delta l k * y_bar l)) _); [ same | ].
  rule_same (sum_delta O' (fun o => y_bar o) k).
Qed.

Theorem vjp_y_b :
  is_pd (at1 b k) (fun b' => rsum O' (fun o => y_bar o * y_of M N x A z b' o))
  (y_bar k).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => y_bar o * pd (at1 b k) (fun b' => y_of M N x A z b' o))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b k) (fun b' => rsum O' (fun o => y_bar o * y_of M N x A z b' o))
  (y_bar k)).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Mul (Formula.C (y_bar o)) (Formula.Add (Formula.C (rsum M (fun i => rsum N (fun j => x i * A o i j * z j)))) (Formula.V (o))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (o : nat).
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_o/∂b_k *)
Lemma jvp_y_b_1_lemma :
  rsum O' (fun k => pd (at1 b k) (fun b' => y_of M N x A z b' o) * b_dot k)
  = rsum O' (fun k => delta o k * b_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun j => x k' * A o k' j * z j)) + b' o)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)) _); [ same | ].
  rule (shared_13 o k).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum O' (fun k => delta o k * b_dot k)
  = b_dot o.
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta k o * b_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  rule (sum_delta O' (fun k => b_dot k) o).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of M N x A z (line1 b b_dot t) o)
  (b_dot o).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => pd (at1 b k) (fun b' => y_of M N x A z b' o) * b_dot k)) _).
  { apply (eq_eq _ (rsum O' (fun k => pd (at1 b k) (fun b' => y_of M N x A z b' o) * b_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) O' b (fun b' => y_of M N x A z b' o) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of M N x A z (line1 b b_dot t) o)
  (b_dot o)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (rsum M (fun i => rsum N (fun j => x i * A o i j * z j)))) (Formula.V (o)))).
Defined.
End jvp_y_b.
End bilinear_theory.
