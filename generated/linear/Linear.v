(* made by derive, do not edit *)
(* Linear layer

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (N : nat) (W : nat -> nat -> R) (x : nat -> R) (b : nat -> R) (i : nat) : R :=
  rsum N (fun j => W i j * x j) + b i.
#[local] Hint Unfold y_of : definitions.

Section linear_theory.
Variables (M N : nat).
Variables (b x b_dot y_bar x_dot c : nat -> R).
Variables (W W_dot : nat -> nat -> R).
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation y := (y_of N W x b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i k : nat,
  (i < M)%nat ->
  (k < N)%nat ->
  pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j) + b i) = rsum N (fun l => W i l * delta l k).
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j)) + pd (at1 x k) (fun x' => b i)) _).
  { rule (diff_add (at1 x k) (fun x' => rsum N (fun j => W i j * x' j)) (fun x' => b i)). }
  apply (eq_eq _ (rsum N (fun l => W i l * delta l k) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun k' => W i k' * x' k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun l => pd (at1 x k) (fun x' => W i l * x' l))) _).
      { rule_same (diff_sum (at1 x k) N (fun k' x' => W i k' * x' k') (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x k) (fun x' => W i l * x' l)) _).
      { reflexivity. }
      apply (eq_eq _ (W i l * pd (at1 x k) (fun x' => x' l)) _).
      { assert (pd (at1 x k) (fun x' => W i l) = 0).
        { apply constant. }
        rule (diff_scale (at1 x k) (fun x' => W i l) (fun x' => x' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_2 :
  forall i k : nat,
  (i < M)%nat ->
  (k < N)%nat ->
  rsum N (fun l => W i l * delta l k) = W i k.
Proof.
  intros i k ? ?.
  apply (eq_eq _ (rsum N (fun l => delta l k * W i l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun l => W i l) k).
Qed.

Lemma shared_3 :
  forall i k l : nat,
  (i < M)%nat ->
  (k < M)%nat ->
  (l < N)%nat ->
  pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i) = rsum N (fun m => x m * delta i k * delta m l).
Proof.
  intros i k l ? ? ?.
  apply (eq_eq _ (pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j)) + pd (at2 W k l) (fun W' => b i)) _).
  { rule (diff_add (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j)) (fun W' => b i)). }
  apply (eq_eq _ (rsum N (fun m => x m * delta i k * delta m l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W k l) (fun W' => rsum N (fun k' => W' i k' * x k'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun m => pd (at2 W k l) (fun W' => W' i m * x m))) _).
      { rule_same (diff_sum (at2 W k l) N (fun k' W' => W' i k' * x k') (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at2 W k l) (fun W' => x m * W' i m)) _).
      { apply pd_ext.
        intros W'; cbv beta.
        arith. }
      apply (eq_eq _ (x m * pd (at2 W k l) (fun W' => W' i m)) _).
      { assert (pd (at2 W k l) (fun W' => x m) = 0).
        { apply constant. }
        rule (diff_scale (at2 W k l) (fun W' => x m) (fun W' => W' i m)). }
      apply (eq_eq _ (x m * (delta i k * delta m l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  arith.
Qed.

Lemma shared_4 :
  forall i k l : nat,
  (i < M)%nat ->
  (k < M)%nat ->
  (l < N)%nat ->
  rsum N (fun m => x m * delta i k * delta m l) = x l * delta i k.
Proof.
  intros i k l ? ? ?.
  apply (eq_eq _ (rsum N (fun m => delta m l * x m * delta i k)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun m => x m * delta i k) l).
Qed.

Lemma shared_5 :
  forall i k : nat,
  (i < M)%nat ->
  (k < M)%nat ->
  pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j) + b' i) = delta i k.
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j)) + pd (at1 b k) (fun b' => b' i)) _).
  { rule (diff_add (at1 b k) (fun b' => rsum N (fun j => W i j * x j)) (fun b' => b' i)). }
  apply (eq_eq _ (0 + delta i k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * Derivative by the inputs *)

Section inputs.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < N)%nat.

(* definition of y_i *)
Lemma inputs_1_unfold :
  pd (at1 x j) (fun x' => y_of N W x' b i)
  = pd (at1 x j) (fun x' => rsum N (fun k => W i k * x' k) + b i).
Proof.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun j' => W i j' * x' j') + b i)) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_j = δ_kj *)
Lemma inputs_2_diff_sum :
  pd (at1 x j) (fun x' => rsum N (fun k => W i k * x' k) + b i)
  = rsum N (fun k => W i k * delta k j).
Proof.
  rule_same (shared_1 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_3_sum_delta :
  rsum N (fun k => W i k * delta k j)
  = W i j.
Proof.
  rule_same (shared_2 i j).
Qed.

Theorem inputs :
  is_pd (at1 x j) (fun x' => y_of N W x' b i)
  (W i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_unfold (eq_eq _ _ _ inputs_2_diff_sum inputs_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 x j) (fun x' => y_of N W x' b i)
  (W i j)).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum N (fun j' => (Formula.Mul (Formula.C (W i j')) (Formula.V (j'))))) (Formula.C (b i)))).
Defined.
End inputs.

(** * Derivative by the weights *)

Section weights.
Variables (i k l : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis k_in : (k < M)%nat.
Hypothesis l_in : (l < N)%nat.

(* definition of y_i *)
Lemma weights_1_unfold :
  pd (at2 W k l) (fun W' => y_of N W' x b i)
  = pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂W_im/∂W_kl = δ_ik·δ_ml *)
Lemma weights_2_diff_sum :
  pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i)
  = rsum N (fun m => x m * delta i k * delta m l).
Proof.
  rule (shared_3 i k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum N (fun m => x m * delta i k * delta m l)
  = x l * delta i k.
Proof.
  rule (shared_4 i k l).
Qed.

(* rearrange *)
Lemma weights_4_ring :
  x l * delta i k
  = delta i k * x l.
Proof.
  apply (eq_eq _ (delta i k * x l) _).
  { arith. }
  reflexivity.
Qed.

Theorem weights :
  is_pd (at2 W k l) (fun W' => y_of N W' x b i)
  (delta i k * x l).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_unfold (eq_eq _ _ _ weights_2_diff_sum (eq_eq _ _ _ weights_3_sum_delta weights_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at2 W k l) (fun W' => y_of N W' x b i)
  (delta i k * x l)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i)))).
Defined.
End weights.

(** * Gradient for the weights from a cotangent *)

Section outer_product.
Variables (k l : nat).
Hypothesis k_in : (k < M)%nat.
Hypothesis l_in : (l < N)%nat.

(* put in ∂y_i/∂W_kl *)
Lemma outer_product_1_lemma :
  rsum M (fun i => c i * pd (at2 W k l) (fun W' => y_of N W' x b i))
  = rsum M (fun i => c i * x l * delta i k).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (c i * (x l * delta i k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun m => x m * delta i k * delta m l)) _).
  { rule (shared_3 i k l). }
  rule (shared_4 i k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma outer_product_2_sum_delta :
  rsum M (fun i => c i * x l * delta i k)
  = c k * x l.
Proof.
  apply (eq_eq _ (rsum M (fun i => delta i k * c i * x l)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun m => delta m k * c m * x l)) _); [ same | ].
  rule_same (sum_delta M (fun i => c i * x l) k).
Qed.

Theorem outer_product :
  rsum M (fun i => c i * pd (at2 W k l) (fun W' => y_of N W' x b i))
  = c k * x l.
Proof.
  exact (eq_eq _ _ _ outer_product_1_lemma outer_product_2_sum_delta).
Qed.
End outer_product.

(** * Derivative of y by W *)

Section derivative_y_W.
Variables (i k l : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis k_in : (k < M)%nat.
Hypothesis l_in : (l < N)%nat.

(* definition of y_i *)
Lemma derivative_y_W_1_unfold :
  pd (at2 W k l) (fun W' => y_of N W' x b i)
  = pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂W_im/∂W_kl = δ_ik·δ_ml *)
Lemma derivative_y_W_2_diff_sum :
  pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i)
  = rsum N (fun m => x m * delta i k * delta m l).
Proof.
  rule (shared_3 i k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_W_3_sum_delta :
  rsum N (fun m => x m * delta i k * delta m l)
  = x l * delta i k.
Proof.
  rule (shared_4 i k l).
Qed.

Theorem derivative_y_W :
  is_pd (at2 W k l) (fun W' => y_of N W' x b i)
  (x l * delta i k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_W_1_unfold (eq_eq _ _ _ derivative_y_W_2_diff_sum derivative_y_W_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_W_outright : option (
  is_pd (at2 W k l) (fun W' => y_of N W' x b i)
  (x l * delta i k)).
Proof.
  attempt "derivative_y_W" from (weights_outright i k l) or Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i)))).
Defined.
End derivative_y_W.

(** * VJP of y for W *)

Section vjp_y_W.
Variables (k l : nat).
Hypothesis k_in : (k < M)%nat.
Hypothesis l_in : (l < N)%nat.

(* put in ∂y_i/∂W_kl *)
Lemma vjp_y_W_1_lemma :
  rsum M (fun i => y_bar i * pd (at2 W k l) (fun W' => y_of N W' x b i))
  = rsum M (fun i => y_bar i * x l * delta i k).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (x l * delta i k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun m => x m * delta i k * delta m l)) _).
  { rule (shared_3 i k l). }
  rule (shared_4 i k l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_W_2_sum_delta :
  rsum M (fun i => y_bar i * x l * delta i k)
  = y_bar k * x l.
Proof.
  apply (eq_eq _ (rsum M (fun i => delta i k * y_bar i * x l)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun m => delta m k * y_bar m * x l)) _); [ same | ].
  rule_same (sum_delta M (fun i => y_bar i * x l) k).
Qed.

Theorem vjp_y_W :
  is_pd (at2 W k l) (fun W' => rsum M (fun i => y_bar i * y_of N W' x b i))
  (y_bar k * x l).
Proof.
  apply (is_pd_eq _ _ (rsum M (fun i => y_bar i * pd (at2 W k l) (fun W' => y_of N W' x b i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_W_1_lemma vjp_y_W_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_W_outright : option (
  is_pd (at2 W k l) (fun W' => rsum M (fun i => y_bar i * y_of N W' x b i))
  (y_bar k * x l)).
Proof.
  attempt "vjp_y_W" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum M (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i))))))).
Defined.
End vjp_y_W.

(** * JVP of y for W *)

Section jvp_y_W.
Variables (i : nat).
Hypothesis i_in : (i < M)%nat.

(* put in ∂y_i/∂W_kl *)
Lemma jvp_y_W_1_lemma :
  rsum M (fun k => rsum N (fun l => pd (at2 W k l) (fun W' => y_of N W' x b i) * W_dot k l))
  = rsum M (fun k => rsum N (fun l => x l * delta i k * W_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((x l * delta i k) * W_dot k l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 W k l) (fun W' => rsum N (fun j => W' i j * x j) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun m => x m * delta i k * delta m l)) _).
  { rule (shared_3 i k l). }
  rule (shared_4 i k l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_W_2_sum_factor :
  rsum M (fun k => rsum N (fun l => x l * delta i k * W_dot k l))
  = rsum M (fun k => delta i k * rsum N (fun l => x l * W_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum N (fun l => delta i k * x l * W_dot k l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor N (delta i k) (fun l => x l * W_dot k l) (fun l => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_W_3_sum_delta :
  rsum M (fun k => delta i k * rsum N (fun l => x l * W_dot k l))
  = rsum N (fun l => W_dot i l * x l).
Proof.
  apply (eq_eq _ (rsum M (fun k => delta i k * rsum N (fun l => W_dot k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun k => delta k i * rsum N (fun l => W_dot k l * x l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum N (fun l => W_dot i l * x l)) _).
  { rule (sum_delta M (fun k => rsum N (fun l => W_dot k l * x l)) i). }
  reflexivity.
Qed.

Theorem jvp_y_W :
  is_pd (at0 0) (fun t => y_of N (line2 W W_dot t) x b i)
  (rsum N (fun l => W_dot i l * x l)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k => rsum N (fun l => pd (at2 W k l) (fun W' => y_of N W' x b i) * W_dot k l))) _).
  { apply (eq_eq _ (rsum M (fun k => rsum N (fun l => pd (at2 W k l) (fun W' => y_of N W' x b i) * W_dot k l))) _).
    { refine (eq_trans (chain2_at (at0 0) M N W (fun W' => y_of N W' x b i) (fun t => (line2 W W_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_W_1_lemma (eq_eq _ _ _ jvp_y_W_2_sum_factor jvp_y_W_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_W_outright : option (
  is_pd (at0 0) (fun t => y_of N (line2 W W_dot t) x b i)
  (rsum N (fun l => W_dot i l * x l))).
Proof.
  attempt "jvp_y_W" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 W) (Formula.flat2 W_dot) (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (x j))))) (Formula.C (b i)))).
Defined.
End jvp_y_W.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i k : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis k_in : (k < N)%nat.

(* definition of y_i *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x k) (fun x' => y_of N W x' b i)
  = pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j) + b i).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_l/∂x_k = δ_lk *)
Lemma derivative_y_x_2_diff_sum :
  pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j) + b i)
  = rsum N (fun l => W i l * delta l k).
Proof.
  rule (shared_1 i k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum N (fun l => W i l * delta l k)
  = W i k.
Proof.
  rule (shared_2 i k).
Qed.

Theorem derivative_y_x :
  is_pd (at1 x k) (fun x' => y_of N W x' b i)
  (W i k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_sum derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x k) (fun x' => y_of N W x' b i)
  (W i k)).
Proof.
  attempt "derivative_y_x" as (inputs_outright i k) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (k : nat).
Hypothesis k_in : (k < N)%nat.

(* put in ∂y_i/∂x_k *)
Lemma vjp_y_x_1_lemma :
  rsum M (fun i => y_bar i * pd (at1 x k) (fun x' => y_of N W x' b i))
  = rsum M (fun i => y_bar i * W i k).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun l => W i l * delta l k)) _).
  { rule (shared_1 i k). }
  rule (shared_2 i k).
Qed.

Theorem vjp_y_x :
  is_pd (at1 x k) (fun x' => rsum M (fun i => y_bar i * y_of N W x' b i))
  (rsum M (fun i => y_bar i * W i k)).
Proof.
  apply (is_pd_eq _ _ (rsum M (fun i => y_bar i * pd (at1 x k) (fun x' => y_of N W x' b i))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x k) (fun x' => rsum M (fun i => y_bar i * y_of N W x' b i))
  (rsum M (fun i => y_bar i * W i k))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum M (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < M)%nat.

(* put in ∂y_i/∂x_k *)
Lemma jvp_y_x_1_lemma :
  rsum N (fun k => pd (at1 x k) (fun x' => y_of N W x' b i) * x_dot k)
  = rsum N (fun k => W i k * x_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 x k) (fun x' => rsum N (fun j => W i j * x' j) + b i)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum N (fun l => W i l * delta l k)) _).
  { rule (shared_1 i k). }
  rule (shared_2 i k).
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of N W (line1 x x_dot t) b i)
  (rsum N (fun k => W i k * x_dot k)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k => pd (at1 x k) (fun x' => y_of N W x' b i) * x_dot k)) _).
  { apply (eq_eq _ (rsum N (fun k => pd (at1 x k) (fun x' => y_of N W x' b i) * x_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => y_of N W x' b i) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of N W (line1 x x_dot t) b i)
  (rsum N (fun k => W i k * x_dot k))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i)))).
Defined.
End jvp_y_x.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i k : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis k_in : (k < M)%nat.

(* definition of y_i *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b k) (fun b' => y_of N W x b' i)
  = pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j) + b' i).
Proof.
  reflexivity.
Qed.

(* ∂b_i/∂b_k = δ_ik *)
Lemma derivative_y_b_2_variable :
  pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j) + b' i)
  = delta i k.
Proof.
  rule (shared_5 i k).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b k) (fun b' => y_of N W x b' i)
  (delta i k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b k) (fun b' => y_of N W x b' i)
  (delta i k)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (rsum N (fun j => W i j * x j))) (Formula.V (i)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (k : nat).
Hypothesis k_in : (k < M)%nat.

(* put in ∂y_i/∂b_k *)
Lemma vjp_y_b_1_lemma :
  rsum M (fun i => y_bar i * pd (at1 b k) (fun b' => y_of N W x b' i))
  = rsum M (fun i => y_bar i * delta i k).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j) + b' i)) _).
  { reflexivity. }
  rule (shared_5 i k).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_2_sum_delta :
  rsum M (fun i => y_bar i * delta i k)
  = y_bar k.
Proof.
  apply (eq_eq _ (rsum M (fun i => delta i k * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun l => delta l k * y_bar l)) _); [ same | ].
  rule_same (sum_delta M (fun i => y_bar i) k).
Qed.

Theorem vjp_y_b :
  is_pd (at1 b k) (fun b' => rsum M (fun i => y_bar i * y_of N W x b' i))
  (y_bar k).
Proof.
  apply (is_pd_eq _ _ (rsum M (fun i => y_bar i * pd (at1 b k) (fun b' => y_of N W x b' i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b k) (fun b' => rsum M (fun i => y_bar i * y_of N W x b' i))
  (y_bar k)).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum M (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.C (rsum N (fun j => W i j * x j))) (Formula.V (i))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < M)%nat.

(* put in ∂y_i/∂b_k *)
Lemma jvp_y_b_1_lemma :
  rsum M (fun k => pd (at1 b k) (fun b' => y_of N W x b' i) * b_dot k)
  = rsum M (fun k => delta i k * b_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum N (fun j => W i j * x j) + b' i)) _).
  { reflexivity. }
  rule (shared_5 i k).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum M (fun k => delta i k * b_dot k)
  = b_dot i.
Proof.
  apply (eq_eq _ (rsum M (fun k => delta k i * b_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  rule (sum_delta M (fun k => b_dot k) i).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of N W x (line1 b b_dot t) i)
  (b_dot i).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k => pd (at1 b k) (fun b' => y_of N W x b' i) * b_dot k)) _).
  { apply (eq_eq _ (rsum M (fun k => pd (at1 b k) (fun b' => y_of N W x b' i) * b_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) M b (fun b' => y_of N W x b' i) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of N W x (line1 b b_dot t) i)
  (b_dot i)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (rsum N (fun j => W i j * x j))) (Formula.V (i)))).
Defined.
End jvp_y_b.
End linear_theory.
