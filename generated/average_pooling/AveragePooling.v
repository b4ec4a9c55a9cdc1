(* made by derive, do not edit *)
(* Average pooling

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (S' : nat) (x : nat -> nat -> R) (w : nat) : R :=
  rsum S' (fun s => x w s) / INR S'.
#[local] Hint Unfold y_of : definitions.

Section average_pooling_theory.
Variables (S' W : nat).
Variable (y_bar : nat -> R).
Variables (x x_dot : nat -> nat -> R).
Hypothesis S'_positive : (0 < S')%nat.
Hypothesis W_positive : (0 < W)%nat.
Local Notation y := (y_of S' x).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k : nat,
  (i < W)%nat ->
  (j < W)%nat ->
  (k < S')%nat ->
  pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s) / INR S') = pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s)) / INR S'.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => 1 / INR S' * rsum S' (fun s => x' i s))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at2 x j k) (fun x' => 1 / INR S' * rsum S' (fun s => x' i s))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR S' * pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s))) _).
  { assert (pd (at2 x j k) (fun x' => 1 / INR S') = 0).
    { apply constant. }
    rule (diff_scale (at2 x j k) (fun x' => 1 / INR S') (fun x' => rsum S' (fun s => x' i s))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i j k : nat,
  (i < W)%nat ->
  (j < W)%nat ->
  (k < S')%nat ->
  rsum S' (fun l => delta i j * delta l k) / INR S' = delta i j / INR S'.
Proof.
  intros i j k ? ? ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum S' (fun l => delta l k * delta i j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta S' (fun l => delta i j) k).
Qed.

Lemma shared_3 :
  forall i j k : nat,
  (i < W)%nat ->
  (j < W)%nat ->
  (k < S')%nat ->
  pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s)) / INR S' = rsum S' (fun l => delta i j * delta l k) / INR S'.
Proof.
  intros i j k ? ? ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at2 x j k) (fun x' => rsum S' (fun k' => x' i k'))) _); [ same | ].
  apply (eq_eq _ (rsum S' (fun l => pd (at2 x j k) (fun x' => x' i l))) _).
  { rule_same (diff_sum (at2 x j k) S' (fun k' x' => x' i k') (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply variable2.
Qed.

Lemma shared_4 :
  forall i j k : nat,
  (i < W)%nat ->
  (j < W)%nat ->
  (k < S')%nat ->
  pd (at2 x j k) (fun x' => y_of S' x' i) = delta i j / INR S'.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s) / INR S')) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 x j k) (fun x' => rsum S' (fun s => x' i s)) / INR S') _).
  { rule (shared_1 i j k). }
  apply (eq_eq _ (rsum S' (fun l => delta i j * delta l k) / INR S') _).
  { rule (shared_3 i j k). }
  rule (shared_2 i j k).
Qed.

(** * Jacobian *)

Section jacobian.
Variables (s v w : nat).
Hypothesis s_in : (s < S')%nat.
Hypothesis v_in : (v < W)%nat.
Hypothesis w_in : (w < W)%nat.

(* definition of y_w *)
Lemma jacobian_1_unfold :
  pd (at2 x v s) (fun x' => y_of S' x' w)
  = pd (at2 x v s) (fun x' => rsum S' (fun k => x' w k) / INR S').
Proof.
  apply (eq_eq _ (pd (at2 x v s) (fun x' => rsum S' (fun s' => x' w s') / INR S')) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma jacobian_2_diff_scale :
  pd (at2 x v s) (fun x' => rsum S' (fun k => x' w k) / INR S')
  = pd (at2 x v s) (fun x' => rsum S' (fun k => x' w k)) / INR S'.
Proof.
  rule_same (shared_1 w v s).
Qed.

(* differentiate under the sum; ∂x_wk/∂x_vs = δ_wv·δ_ks *)
Lemma jacobian_3_diff_sum :
  pd (at2 x v s) (fun x' => rsum S' (fun k => x' w k)) / INR S'
  = rsum S' (fun k => delta w v * delta k s) / INR S'.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum S' (fun k => pd (at2 x v s) (fun x' => x' w k))) _).
  { rule (diff_sum (at2 x v s) S' (fun l x' => x' w l) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_4_sum_delta :
  rsum S' (fun k => delta w v * delta k s) / INR S'
  = delta v w / INR S'.
Proof.
  rule_same (shared_2 w v s).
Qed.

Theorem jacobian :
  is_pd (at2 x v s) (fun x' => y_of S' x' w)
  (delta v w / INR S').
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_scale (eq_eq _ _ _ jacobian_3_diff_sum jacobian_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at2 x v s) (fun x' => y_of S' x' w)
  (delta v w / INR S')).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_matrix (Formula.Div (Formula.Sum S' (fun s' => (Formula.V (w, s')))) (Formula.C (INR S')))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j w : nat).
Hypothesis i_in : (i < W)%nat.
Hypothesis j_in : (j < S')%nat.
Hypothesis w_in : (w < W)%nat.

(* definition of y_w *)
Lemma derivative_y_x_1_unfold :
  pd (at2 x i j) (fun x' => y_of S' x' w)
  = pd (at2 x i j) (fun x' => rsum S' (fun s => x' w s) / INR S').
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_x_2_diff_scale :
  pd (at2 x i j) (fun x' => rsum S' (fun s => x' w s) / INR S')
  = pd (at2 x i j) (fun x' => rsum S' (fun s => x' w s)) / INR S'.
Proof.
  rule (shared_1 w i j).
Qed.

(* differentiate under the sum; ∂x_wl/∂x_ij = δ_wi·δ_lj *)
Lemma derivative_y_x_3_diff_sum :
  pd (at2 x i j) (fun x' => rsum S' (fun s => x' w s)) / INR S'
  = rsum S' (fun l => delta w i * delta l j) / INR S'.
Proof.
  rule (shared_3 w i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_4_sum_delta :
  rsum S' (fun l => delta w i * delta l j) / INR S'
  = delta w i / INR S'.
Proof.
  rule (shared_2 w i j).
Qed.

Theorem derivative_y_x :
  is_pd (at2 x i j) (fun x' => y_of S' x' w)
  (delta w i / INR S').
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_scale (eq_eq _ _ _ derivative_y_x_3_diff_sum derivative_y_x_4_sum_delta))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => y_of S' x' w)
  (delta w i / INR S')).
Proof.
  attempt "derivative_y_x" as (jacobian_outright j i w) or Formula.outright (Formula.by_matrix (Formula.Div (Formula.Sum S' (fun s => (Formula.V (w, s)))) (Formula.C (INR S')))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < W)%nat.
Hypothesis j_in : (j < S')%nat.

(* put in ∂y_w/∂x_ij *)
Lemma vjp_y_x_1_lemma :
  rsum W (fun w => y_bar w * pd (at2 x i j) (fun x' => y_of S' x' w))
  = rsum W (fun w => y_bar w * (delta w i / INR S')).
Proof.
  apply rsum_ext; intros w ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_4 w i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_delta :
  rsum W (fun w => y_bar w * (delta w i / INR S'))
  = y_bar i / INR S'.
Proof.
  apply (eq_eq _ (rsum W (fun w => delta w i * (y_bar w / INR S'))) _).
  { apply rsum_ext; intros w ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum W (fun k => delta k i * (y_bar k / INR S'))) _); [ same | ].
  rule (sum_delta W (fun w => y_bar w / INR S') i).
Qed.

Theorem vjp_y_x :
  is_pd (at2 x i j) (fun x' => rsum W (fun w => y_bar w * y_of S' x' w))
  (y_bar i / INR S').
Proof.
  apply (is_pd_eq _ _ (rsum W (fun w => y_bar w * pd (at2 x i j) (fun x' => y_of S' x' w))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => rsum W (fun w => y_bar w * y_of S' x' w))
  (y_bar i / INR S')).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum W (fun w => (Formula.Mul (Formula.C (y_bar w)) (Formula.Div (Formula.Sum S' (fun s => (Formula.V (w, s)))) (Formula.C (INR S'))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (w : nat).
Hypothesis w_in : (w < W)%nat.

(* put in ∂y_w/∂x_ij *)
Lemma jvp_y_x_1_lemma :
  rsum W (fun i => rsum S' (fun j => pd (at2 x i j) (fun x' => y_of S' x' w) * x_dot i j))
  = rsum W (fun i => rsum S' (fun j => delta w i / INR S' * x_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_4 w i j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum W (fun i => rsum S' (fun j => delta w i / INR S' * x_dot i j))
  = rsum W (fun i => delta w i * rsum S' (fun j => x_dot i j) / INR S').
Proof.
  apply (eq_eq _ (rsum W (fun i => delta w i / INR S' * rsum S' (fun j => x_dot i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum S' (fun k => delta w i / INR S' * x_dot i k)) _); [ same | ].
    apply (eq_eq _ (delta w i / INR S' * rsum S' (fun k => x_dot i k)) _); [ | same ].
    rule (sum_factor S' (delta w i / INR S') (fun j => x_dot i j) (fun j => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  fractions.
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_3_sum_factor :
  rsum W (fun i => delta w i * rsum S' (fun j => x_dot i j) / INR S')
  = rsum S' (fun j => x_dot w j) / INR S'.
Proof.
  apply (eq_eq _ (rsum W (fun i => 1 / INR S' * delta w i * rsum S' (fun j => x_dot i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum W (fun k => 1 / INR S' * delta w k * rsum S' (fun j => x_dot k j))) _); [ same | ].
  apply (eq_eq _ (1 / INR S' * rsum W (fun k => delta w k * rsum S' (fun j => x_dot k j))) _).
  { rule_same (sum_factor W (1 / INR S') (fun i => delta w i * rsum S' (fun j => x_dot i j)) (fun i => true)). }
  apply (eq_eq _ (1 / INR S' * rsum W (fun i => delta w i * rsum S' (fun j => x_dot i j))) _); [ same | ].
  apply (eq_eq _ (1 / INR S' * rsum S' (fun j => x_dot w j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum W (fun i => delta i w * rsum S' (fun j => x_dot i j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum W (fun k => delta k w * rsum S' (fun j => x_dot k j))) _); [ same | ].
    rule (sum_delta W (fun i => rsum S' (fun j => x_dot i j)) w). }
  apply (eq_eq _ (rsum S' (fun j => x_dot w j) / INR S') _).
  { fractions. }
  reflexivity.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of S' (line2 x x_dot t) w)
  (rsum S' (fun j => x_dot w j) / INR S').
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum W (fun i => rsum S' (fun j => pd (at2 x i j) (fun x' => y_of S' x' w) * x_dot i j))) _).
  { apply (eq_eq _ (rsum W (fun i => rsum S' (fun j => pd (at2 x i j) (fun x' => y_of S' x' w) * x_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) W S' x (fun x' => y_of S' x' w) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of S' (line2 x x_dot t) w)
  (rsum S' (fun j => x_dot w j) / INR S')).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Div (Formula.Sum S' (fun s => (Formula.V (w, s)))) (Formula.C (INR S')))).
Defined.
End jvp_y_x.
End average_pooling_theory.
