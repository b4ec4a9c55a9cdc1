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
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma first_2_diff_sum :
  pd (at1 x i) (fun x' => rsum M (fun k => rsum N (fun j => x' k * A o k j * z j)) + b o)
  = rsum M (fun k => rsum N (fun l => A o k l * z l * delta k i)).
Proof.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum M (fun k => rsum N (fun j => x' k * A o k j * z j))) + pd (at1 x i) (fun x' => b o)) _).
  { rule (diff_add (at1 x i) (fun x' => rsum M (fun k => rsum N (fun j => x' k * A o k j * z j))) (fun x' => b o)). }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * z l * delta k i)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k => pd (at1 x i) (fun x' => rsum N (fun j => x' k * A o k j * z j)))) _).
      { rule (diff_sum (at1 x i) M (fun l x' => rsum N (fun j => x' l * A o l j * z j)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun l => x' k * A o k l * z l))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun l => pd (at1 x i) (fun x' => x' k * A o k l * z l))) _).
      { rule (diff_sum (at1 x i) N (fun l x' => x' k * A o k l * z l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => A o k l * z l * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (A o k l * z l * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => A o k l * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x i) (fun x' => A o k l * z l) (fun x' => x' k)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma first_3_sum_factor :
  rsum M (fun k => rsum N (fun l => A o k l * z l * delta k i))
  = rsum M (fun k => delta k i * rsum N (fun l => A o k l * z l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta k i * A o k l * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (delta k i) (fun l => A o k l * z l) (fun l => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma first_4_sum_delta :
  rsum M (fun k => delta k i * rsum N (fun l => A o k l * z l))
  = rsum N (fun j => A o i j * z j).
Proof.
  apply (eq_eq _ (rsum N (fun l => A o i l * z l)) _).
  { rule (sum_delta M (fun k => rsum N (fun l => A o k l * z l)) i). }
  apply (eq_eq _ (rsum N (fun l => A o i l * z l)) _); [ | same ].
  symmetry.
  same.
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
  attempt "first" by Formula.outright Formula.by_vector (Formula.Add (Formula.Sum M (fun i' => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i')) (Formula.C (A o i' j))) (Formula.C (z j))))))) (Formula.C (b o))).
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
  apply pd_ext.
  intros A'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂A_okl/∂A_pij = δ_op·δ_ki·δ_lj *)
Lemma weights_2_diff_sum :
  pd (at3 A p i j) (fun A' => rsum M (fun k => rsum N (fun l => x k * A' o k l * z l)) + b o)
  = rsum M (fun k => rsum N (fun l => x k * z l * delta o p * delta k i * delta l j)).
Proof.
  apply (eq_eq _ (pd (at3 A p i j) (fun A' => rsum M (fun k => rsum N (fun l => x k * A' o k l * z l))) + pd (at3 A p i j) (fun A' => b o)) _).
  { rule (diff_add (at3 A p i j) (fun A' => rsum M (fun k => rsum N (fun l => x k * A' o k l * z l))) (fun A' => b o)). }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => x k * z l * delta o p * delta k i * delta l j)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k => pd (at3 A p i j) (fun A' => rsum N (fun l => x k * A' o k l * z l)))) _).
      { rule (diff_sum (at3 A p i j) M (fun m A' => rsum N (fun l => x m * A' o m l * z l)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at3 A p i j) (fun A' => x k * A' o k l * z l))) _).
      { rule (diff_sum (at3 A p i j) N (fun m A' => x k * A' o k m * z m) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at3 A p i j) (fun A' => x k * z l * A' o k l)) _).
      { apply pd_ext.
        intros A'; cbv beta.
        arith. }
      apply (eq_eq _ (x k * z l * pd (at3 A p i j) (fun A' => A' o k l)) _).
      { assert (pd (at3 A p i j) (fun A' => x k * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 A p i j) (fun A' => x k * z l) (fun A' => A' o k l)). }
      apply (eq_eq _ (x k * z l * (delta o p * delta k i * delta l j)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable3. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum M (fun k => rsum N (fun l => x k * z l * delta o p * delta k i * delta l j))
  = x i * z j * delta o p.
Proof.
  apply (eq_eq _ (rsum M (fun k => x k * z j * delta o p * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum N (fun l => delta l j * x k * z l * delta o p * delta k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun l => x k * z l * delta o p * delta k i) j). }
  apply (eq_eq _ (rsum M (fun k => delta k i * x k * z j * delta o p)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun k => x k * z j * delta o p) i).
Qed.

(* rearrange *)
Lemma weights_4_ring :
  x i * z j * delta o p
  = delta o p * x i * z j.
Proof.
  apply (eq_eq _ (delta o p * x i * z j) _).
  { arith. }
  symmetry.
  same.
Qed.

Theorem weights :
  is_pd (at3 A p i j) (fun A' => y_of M N x A' z b o)
  (delta o p * x i * z j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_unfold (eq_eq _ _ _ weights_2_diff_sum (eq_eq _ _ _ weights_3_sum_delta weights_4_ring))).
Qed.
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
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_k = δ_kk *)
Lemma derivative_y_x_2_diff_sum :
  pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)
  = rsum M (fun m => rsum N (fun l => A o m l * z l * delta m k)).
Proof.
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k))) _); [ | same ].
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) + pd (at1 x k) (fun x' => b o)) _).
  { rule (diff_add (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) (fun x' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 x k) (fun x' => rsum N (fun l => x' k' * A o k' l * z l)))) _).
      { rule (diff_sum (at1 x k) M (fun m x' => rsum N (fun l => x' m * A o m l * z l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 x k) (fun x' => x' k' * A o k' l * z l))) _).
      { rule (diff_sum (at1 x k) N (fun m x' => x' k' * A o k' m * z m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x k) (fun x' => A o k' l * z l * x' k')) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (A o k' l * z l * pd (at1 x k) (fun x' => x' k')) _).
      { assert (pd (at1 x k) (fun x' => A o k' l * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x k) (fun x' => A o k' l * z l) (fun x' => x' k')). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_y_x_3_sum_factor :
  rsum M (fun m => rsum N (fun l => A o m l * z l * delta m k))
  = rsum M (fun m => delta m k * rsum N (fun l => A o m l * z l)).
Proof.
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => delta k' k * rsum N (fun l => A o k' l * z l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta k' k * A o k' l * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (delta k' k) (fun l => A o k' l * z l) (fun l => true)).
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
  symmetry.
  same.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x k) (fun x' => y_of M N x' A z b o)
  (rsum N (fun l => A o k l * z l)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_sum (eq_eq _ _ _ derivative_y_x_3_sum_factor derivative_y_x_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x k) (fun x' => y_of M N x' A z b o)
  (rsum N (fun l => A o k l * z l))).
Proof.
  attempt "derivative_y_x" by Formula.outright Formula.by_vector (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.V (i)) (Formula.C (A o i j))) (Formula.C (z j))))))) (Formula.C (b o))).
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
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun j => x' k' * A o k' j * z j)) + b o)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) + pd (at1 x k) (fun x' => b o)) _).
  { rule (diff_add (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) (fun x' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 x k) (fun x' => rsum N (fun l => x' k' * A o k' l * z l)))) _).
      { rule (diff_sum (at1 x k) M (fun m x' => rsum N (fun l => x' m * A o m l * z l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 x k) (fun x' => x' k' * A o k' l * z l))) _).
      { rule (diff_sum (at1 x k) N (fun m x' => x' k' * A o k' m * z m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x k) (fun x' => A o k' l * z l * x' k')) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (A o k' l * z l * pd (at1 x k) (fun x' => x' k')) _).
      { assert (pd (at1 x k) (fun x' => A o k' l * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x k) (fun x' => A o k' l * z l) (fun x' => x' k')). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k))) _).
  { arith. }
  apply (eq_eq _ (rsum M (fun k' => delta k' k * rsum N (fun l => A o k' l * z l))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ (rsum N (fun l => delta k' k * A o k' l * z l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_factor N (delta k' k) (fun l => A o k' l * z l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun l => A o k l * z l)) _).
  { rule (sum_delta M (fun k' => rsum N (fun l => A o k' l * z l)) k). }
  symmetry.
  same.
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
  apply (eq_eq _ (rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => z l * A m k l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor O' (z l) (fun m => A m k l * y_bar m) (fun m => true)). }
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => A m k l * y_bar m * z l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun m => A m k l * y_bar m) * z l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
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

Theorem vjp_y_x :
  rsum O' (fun o => y_bar o * pd (at1 x k) (fun x' => y_of M N x' A z b o))
  = rsum N (fun l => z l * rsum O' (fun m => A m k l * y_bar m)).
Proof.
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_sum_factor)).
Qed.
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
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun j => x' k' * A o k' j * z j)) + b o)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) + pd (at1 x k) (fun x' => b o)) _).
  { rule (diff_add (at1 x k) (fun x' => rsum M (fun k' => rsum N (fun l => x' k' * A o k' l * z l))) (fun x' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 x k) (fun x' => rsum N (fun l => x' k' * A o k' l * z l)))) _).
      { rule (diff_sum (at1 x k) M (fun m x' => rsum N (fun l => x' m * A o m l * z l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 x k) (fun x' => x' k' * A o k' l * z l))) _).
      { rule (diff_sum (at1 x k) N (fun m x' => x' k' * A o k' m * z m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x k) (fun x' => A o k' l * z l * x' k')) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (A o k' l * z l * pd (at1 x k) (fun x' => x' k')) _).
      { assert (pd (at1 x k) (fun x' => A o k' l * z l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x k) (fun x' => A o k' l * z l) (fun x' => x' k')). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => A o k' l * z l * delta k' k))) _).
  { arith. }
  apply (eq_eq _ (rsum M (fun k' => delta k' k * rsum N (fun l => A o k' l * z l))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ (rsum N (fun l => delta k' k * A o k' l * z l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_factor N (delta k' k) (fun l => A o k' l * z l) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun l => A o k l * z l)) _).
  { rule (sum_delta M (fun k' => rsum N (fun l => A o k' l * z l)) k). }
  symmetry.
  same.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k)
  = rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l)).
Proof.
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
  apply (eq_eq _ (rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => x_dot k * A o k l * z l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x_dot k) (fun l => A o k l * z l) (fun l => true)). }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * x_dot k * z l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => A o k l * z l) * x_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
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

Theorem jvp_y_x :
  rsum M (fun k => pd (at1 x k) (fun x' => y_of M N x' A z b o) * x_dot k)
  = rsum M (fun k => x_dot k * rsum N (fun l => A o k l * z l)).
Proof.
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_sum_factor)).
Qed.
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
  apply pd_ext.
  intros A'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂A_omn/∂A_klm = δ_ok·δ_ml·δ_nm *)
Lemma derivative_y_A_2_diff_sum :
  pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)
  = rsum M (fun p => rsum N (fun n => x p * z n * delta o k * delta p l * delta n m)).
Proof.
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _); [ | same ].
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) + pd (at3 A k l m) (fun A' => b o)) _).
  { rule (diff_add (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) (fun A' => b o)). }
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun n => x k' * A' o k' n * z n)))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at3 A k l m) (fun A' => rsum N (fun n => x m' * A' o m' n * z n)))) _).
      { rule_same (diff_sum (at3 A k l m) M (fun k' A' => rsum N (fun n => x k' * A' o k' n * z n)) (fun k' => true)). }
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum N (fun k' => x m' * A' o m' k' * z k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun n => pd (at3 A k l m) (fun A' => x m' * A' o m' n * z n))) _).
      { rule_same (diff_sum (at3 A k l m) N (fun k' A' => x m' * A' o m' k' * z k') (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => x m' * z n * A' o m' n)) _).
      { apply pd_ext.
        intros A'; cbv beta.
        arith. }
      apply (eq_eq _ (x m' * z n * pd (at3 A k l m) (fun A' => A' o m' n)) _).
      { assert (pd (at3 A k l m) (fun A' => x m' * z n) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 A k l m) (fun A' => x m' * z n) (fun A' => A' o m' n)). }
      apply (eq_eq _ (x m' * z n * (delta o k * delta m' l * delta n m)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable3. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_A_3_sum_delta :
  rsum M (fun p => rsum N (fun n => x p * z n * delta o k * delta p l * delta n m))
  = x l * z m * delta o k.
Proof.
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _); [ same | ].
  apply (eq_eq _ (x l * z m * delta o k) _); [ | same ].
  apply (eq_eq _ (rsum M (fun m' => x m' * z m * delta o k * delta m' l)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n m * x m' * z n * delta o k * delta m' l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun n => x m' * z n * delta o k * delta m' l) m). }
  apply (eq_eq _ (rsum M (fun m' => delta m' l * x m' * z m * delta o k)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m' => x m' * z m * delta o k) l).
Qed.

Theorem derivative_y_A :
  is_pd (at3 A k l m) (fun A' => y_of M N x A' z b o)
  (x l * z m * delta o k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_A_1_unfold (eq_eq _ _ _ derivative_y_A_2_diff_sum derivative_y_A_3_sum_delta)).
Qed.
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
  { apply pd_ext.
    intros A'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) + pd (at3 A k l m) (fun A' => b o)) _).
  { rule (diff_add (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) (fun A' => b o)). }
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun n => x k' * A' o k' n * z n)))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at3 A k l m) (fun A' => rsum N (fun n => x m' * A' o m' n * z n)))) _).
      { rule_same (diff_sum (at3 A k l m) M (fun k' A' => rsum N (fun n => x k' * A' o k' n * z n)) (fun k' => true)). }
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum N (fun k' => x m' * A' o m' k' * z k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun n => pd (at3 A k l m) (fun A' => x m' * A' o m' n * z n))) _).
      { rule_same (diff_sum (at3 A k l m) N (fun k' A' => x m' * A' o m' k' * z k') (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => x m' * z n * A' o m' n)) _).
      { apply pd_ext.
        intros A'; cbv beta.
        arith. }
      apply (eq_eq _ (x m' * z n * pd (at3 A k l m) (fun A' => A' o m' n)) _).
      { assert (pd (at3 A k l m) (fun A' => x m' * z n) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 A k l m) (fun A' => x m' * z n) (fun A' => A' o m' n)). }
      apply (eq_eq _ (x m' * z n * (delta o k * delta m' l * delta n m)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable3. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _).
  { arith. }
  apply (eq_eq _ (rsum M (fun m' => x m' * z m * delta o k * delta m' l)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n m * x m' * z n * delta o k * delta m' l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun n => x m' * z n * delta o k * delta m' l) m). }
  apply (eq_eq _ (rsum M (fun m' => delta m' l * x m' * z m * delta o k)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m' => x m' * z m * delta o k) l).
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
  rsum O' (fun o => y_bar o * pd (at3 A k l m) (fun A' => y_of M N x A' z b o))
  = y_bar k * x l * z m.
Proof.
  exact (eq_eq _ _ _ vjp_y_A_1_lemma vjp_y_A_2_sum_delta).
Qed.
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
  { apply pd_ext.
    intros A'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) + pd (at3 A k l m) (fun A' => b o)) _).
  { rule (diff_add (at3 A k l m) (fun A' => rsum M (fun m' => rsum N (fun n => x m' * A' o m' n * z n))) (fun A' => b o)). }
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum M (fun k' => rsum N (fun n => x k' * A' o k' n * z n)))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at3 A k l m) (fun A' => rsum N (fun n => x m' * A' o m' n * z n)))) _).
      { rule_same (diff_sum (at3 A k l m) M (fun k' A' => rsum N (fun n => x k' * A' o k' n * z n)) (fun k' => true)). }
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => rsum N (fun k' => x m' * A' o m' k' * z k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun n => pd (at3 A k l m) (fun A' => x m' * A' o m' n * z n))) _).
      { rule_same (diff_sum (at3 A k l m) N (fun k' A' => x m' * A' o m' k' * z k') (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at3 A k l m) (fun A' => x m' * z n * A' o m' n)) _).
      { apply pd_ext.
        intros A'; cbv beta.
        arith. }
      apply (eq_eq _ (x m' * z n * pd (at3 A k l m) (fun A' => A' o m' n)) _).
      { assert (pd (at3 A k l m) (fun A' => x m' * z n) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 A k l m) (fun A' => x m' * z n) (fun A' => A' o m' n)). }
      apply (eq_eq _ (x m' * z n * (delta o k * delta m' l * delta n m)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable3. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun m' => rsum N (fun n => x m' * z n * delta o k * delta m' l * delta n m))) _).
  { arith. }
  apply (eq_eq _ (rsum M (fun m' => x m' * z m * delta o k * delta m' l)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n m * x m' * z n * delta o k * delta m' l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun n => x m' * z n * delta o k * delta m' l) m). }
  apply (eq_eq _ (rsum M (fun m' => delta m' l * x m' * z m * delta o k)) _).
  { apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m' => x m' * z m * delta o k) l).
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
    apply (eq_eq _ (rsum M (fun l => x l * rsum N (fun m => A_dot k l m * z m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun l => rsum N (fun m => x l * A_dot k l m * z m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (x l) (fun m => A_dot k l m * z m) (fun m => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
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

Theorem jvp_y_A :
  rsum O' (fun k => rsum M (fun l => rsum N (fun m => pd (at3 A k l m) (fun A' => y_of M N x A' z b o) * A_dot k l m)))
  = rsum M (fun l => x l * rsum N (fun m => A_dot o l m * z m)).
Proof.
  exact (eq_eq _ _ _ jvp_y_A_1_lemma jvp_y_A_2_sum_factor).
Qed.
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
  apply pd_ext.
  intros z'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂z_l/∂z_k = δ_lk *)
Lemma derivative_y_z_2_diff_sum :
  pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)
  = rsum M (fun m => rsum N (fun l => x m * A o m l * delta l k)).
Proof.
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _); [ | same ].
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) + pd (at1 z k) (fun z' => b o)) _).
  { rule (diff_add (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) (fun z' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 z k) (fun z' => rsum N (fun l => x k' * A o k' l * z' l)))) _).
      { rule (diff_sum (at1 z k) M (fun m z' => rsum N (fun l => x m * A o m l * z' l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 z k) (fun z' => x k' * A o k' l * z' l))) _).
      { rule (diff_sum (at1 z k) N (fun m z' => x k' * A o k' m * z' m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 z k) (fun z' => x k' * A o k' l * z' l)) _).
      { apply pd_ext.
        intros z'; cbv beta.
        same. }
      apply (eq_eq _ (x k' * A o k' l * pd (at1 z k) (fun z' => z' l)) _).
      { assert (pd (at1 z k) (fun z' => x k' * A o k' l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 z k) (fun z' => x k' * A o k' l) (fun z' => z' l)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_z_3_sum_delta :
  rsum M (fun m => rsum N (fun l => x m * A o m l * delta l k))
  = rsum M (fun l => x l * A o l k).
Proof.
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => x k' * A o k' k)) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta l k * x k' * A o k' l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun l => x k' * A o k' l) k).
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
  attempt "derivative_y_z" by Formula.outright Formula.by_vector (Formula.Add (Formula.Sum M (fun i => (Formula.Sum N (fun j => (Formula.Mul (Formula.Mul (Formula.C (x i)) (Formula.C (A o i j))) (Formula.V (j))))))) (Formula.C (b o))).
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
  { apply pd_ext.
    intros z'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) + pd (at1 z k) (fun z' => b o)) _).
  { rule (diff_add (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) (fun z' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 z k) (fun z' => rsum N (fun l => x k' * A o k' l * z' l)))) _).
      { rule (diff_sum (at1 z k) M (fun m z' => rsum N (fun l => x m * A o m l * z' l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 z k) (fun z' => x k' * A o k' l * z' l))) _).
      { rule (diff_sum (at1 z k) N (fun m z' => x k' * A o k' m * z' m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 z k) (fun z' => x k' * A o k' l * z' l)) _).
      { apply pd_ext.
        intros z'; cbv beta.
        same. }
      apply (eq_eq _ (x k' * A o k' l * pd (at1 z k) (fun z' => z' l)) _).
      { assert (pd (at1 z k) (fun z' => x k' * A o k' l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 z k) (fun z' => x k' * A o k' l) (fun z' => z' l)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _).
  { arith. }
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta l k * x k' * A o k' l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun l => x k' * A o k' l) k).
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
  apply (eq_eq _ (rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => x l * A m l k * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor O' (x l) (fun m => A m l k * y_bar m) (fun m => true)). }
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => A m l k * x l * y_bar m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum M (fun l => rsum O' (fun m => A m l k * y_bar m) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
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

Theorem vjp_y_z :
  rsum O' (fun o => y_bar o * pd (at1 z k) (fun z' => y_of M N x A z' b o))
  = rsum M (fun l => x l * rsum O' (fun m => A m l k * y_bar m)).
Proof.
  exact (eq_eq _ _ _ vjp_y_z_1_lemma (eq_eq _ _ _ vjp_y_z_2_sum_factor vjp_y_z_3_sum_factor)).
Qed.
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
  { apply pd_ext.
    intros z'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l)) + b o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) + pd (at1 z k) (fun z' => b o)) _).
  { rule (diff_add (at1 z k) (fun z' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z' l))) (fun z' => b o)). }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun k' => pd (at1 z k) (fun z' => rsum N (fun l => x k' * A o k' l * z' l)))) _).
      { rule (diff_sum (at1 z k) M (fun m z' => rsum N (fun l => x m * A o m l * z' l)) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (rsum N (fun l => pd (at1 z k) (fun z' => x k' * A o k' l * z' l))) _).
      { rule (diff_sum (at1 z k) N (fun m z' => x k' * A o k' m * z' m) (fun k'' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 z k) (fun z' => x k' * A o k' l * z' l)) _).
      { apply pd_ext.
        intros z'; cbv beta.
        same. }
      apply (eq_eq _ (x k' * A o k' l * pd (at1 z k) (fun z' => z' l)) _).
      { assert (pd (at1 z k) (fun z' => x k' * A o k' l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 z k) (fun z' => x k' * A o k' l) (fun z' => z' l)). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum M (fun k' => rsum N (fun l => x k' * A o k' l * delta l k))) _).
  { arith. }
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta l k * x k' * A o k' l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun l => x k' * A o k' l) k).
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
  apply (eq_eq _ (rsum M (fun l => x l * rsum N (fun k => A o l k * z_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => x l * A o l k * z_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (x l) (fun k => A o l k * z_dot k) (fun k => true)). }
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A o l k * x l * z_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum M (fun l => rsum N (fun k => A o l k * z_dot k) * x l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (x l * rsum N (fun k => A o l k * z_dot k)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    arith. }
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

Theorem jvp_y_z :
  rsum N (fun k => pd (at1 z k) (fun z' => y_of M N x A z' b o) * z_dot k)
  = rsum M (fun l => x l * rsum N (fun k => z_dot k * A o l k)).
Proof.
  exact (eq_eq _ _ _ jvp_y_z_1_lemma (eq_eq _ _ _ jvp_y_z_2_sum_factor jvp_y_z_3_sum_factor)).
Qed.
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
  apply pd_ext.
  intros b'; cbv beta.
  reflexivity.
Qed.

(* ∂b_o/∂b_k = δ_ok *)
Lemma derivative_y_b_2_variable :
  pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)
  = delta o k.
Proof.
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) + pd (at1 b k) (fun b' => b' o)) _).
  { rule (diff_add (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
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
  attempt "derivative_y_b" by Formula.outright Formula.by_vector (Formula.Add (Formula.C (rsum M (fun i => rsum N (fun j => x i * A o i j * z j)))) (Formula.V (o))).
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
  { apply pd_ext.
    intros b'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) + pd (at1 b k) (fun b' => b' o)) _).
  { rule (diff_add (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
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
  rsum O' (fun o => y_bar o * pd (at1 b k) (fun b' => y_of M N x A z b' o))
  = y_bar k.
Proof.
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.
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
  { apply pd_ext.
    intros b'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l)) + b' o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) + pd (at1 b k) (fun b' => b' o)) _).
  { rule (diff_add (at1 b k) (fun b' => rsum M (fun k' => rsum N (fun l => x k' * A o k' l * z l))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
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
  rsum O' (fun k => pd (at1 b k) (fun b' => y_of M N x A z b' o) * b_dot k)
  = b_dot o.
Proof.
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.
End jvp_y_b.
End bilinear_theory.
