(* made by derive, do not edit *)
(* Max pooling

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (S' : nat) (x : nat -> nat -> R) (w : nat) : R :=
  largest S' (fun s => x w s).
#[local] Hint Unfold y_of : definitions.

Section max_pooling_theory.
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
  ((forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x i s')) -> x i s <> x i (argmax S' (fun s' => x i s'))))) ->
  pd (at2 x j k) (fun x' => largest S' (fun s => x' i s)) = rsum S' (fun m => delta m (argmax S' (fun l => x i l)) * delta i j * delta m k).
Proof.
  intros i j k ? ? ? ?.
  apply (eq_eq _ (pd (at2 x j k) (fun x' => largest S' (fun k' => x' i k'))) _); [ same | ].
  apply (eq_eq _ (rsum S' (fun m => delta m (argmax S' (fun l => x i l)) * pd (at2 x j k) (fun x' => x' i m))) _).
  { rule_same (diff_largest (at2 x j k) S' (fun k' x' => x' i k')). }
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (delta m (argmax S' (fun l => x i l)) * (delta i j * delta m k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

(** * At least every entry *)

Section upper_bound.
Variables (s w : nat).
Hypothesis s_in : (s < S')%nat.
Hypothesis w_in : (w < W)%nat.

(* by the signs of its parts *)
Lemma upper_bound_1_sign :
  x w s
  <= y w.
Proof.
  apply (le_eq _ (largest S' (fun k => x w k)) _).
  { rule (largest_bounds S' (fun k => x w k) s). }
  apply (eq_eq _ (largest S' (fun s' => x w s')) _); [ same | ].
  reflexivity.
Qed.

Theorem upper_bound :
  x w s
  <= y w.
Proof.
  exact upper_bound_1_sign.
Qed.
End upper_bound.

(** * Jacobian *)

Section jacobian.
Variables (s v w : nat).
Hypothesis s_in : (s < S')%nat.
Hypothesis v_in : (v < W)%nat.
Hypothesis w_in : (w < W)%nat.
Hypothesis given1 : (forall s', (s' < S')%nat -> ((s' <> argmax S' (fun s'' => x w s'')) -> x w s' <> x w (argmax S' (fun s'' => x w s'')))).

(* definition of y_w *)
Lemma jacobian_1_unfold :
  pd (at2 x v s) (fun x' => y_of S' x' w)
  = pd (at2 x v s) (fun x' => largest S' (fun k => x' w k)).
Proof.
  apply (eq_eq _ (pd (at2 x v s) (fun x' => largest S' (fun s' => x' w s'))) _); [ | same ].
  reflexivity.
Qed.

(* the largest one varies; ∂x_wk/∂x_vs = δ_wv·δ_ks *)
Lemma jacobian_2_diff_largest :
  pd (at2 x v s) (fun x' => largest S' (fun k => x' w k))
  = rsum S' (fun k => delta k (argmax S' (fun l => x w l)) * delta w v * delta k s).
Proof.
  apply (eq_eq _ (rsum S' (fun k => delta k (argmax S' (fun l => x w l)) * pd (at2 x v s) (fun x' => x' w k))) _).
  { rule (diff_largest (at2 x v s) S' (fun l x' => x' w l)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (delta k (argmax S' (fun l => x w l)) * (delta w v * delta k s)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum S' (fun k => delta k (argmax S' (fun l => x w l)) * delta w v * delta k s)
  = delta v w * delta s (argmax S' (fun t => x w t)).
Proof.
  apply (eq_eq _ (delta w v * delta (argmax S' (fun l => x w l)) s) _); [ | same ].
  rule_same (sum_delta S' (fun k => delta w v * delta k s) (argmax S' (fun l => x w l))).
Qed.

Theorem jacobian :
  is_pd (at2 x v s) (fun x' => y_of S' x' w)
  (delta v w * delta s (argmax S' (fun t => x w t))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_largest jacobian_3_sum_delta)).
Qed.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j w : nat).
Hypothesis i_in : (i < W)%nat.
Hypothesis j_in : (j < S')%nat.
Hypothesis w_in : (w < W)%nat.
Hypothesis given1 : (forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s')))).

(* definition of y_w *)
Lemma derivative_y_x_1_unfold :
  pd (at2 x i j) (fun x' => y_of S' x' w)
  = pd (at2 x i j) (fun x' => largest S' (fun s => x' w s)).
Proof.
  reflexivity.
Qed.

(* the largest one varies; ∂x_wm/∂x_ij = δ_wi·δ_mj *)
Lemma derivative_y_x_2_diff_largest :
  pd (at2 x i j) (fun x' => largest S' (fun s => x' w s))
  = rsum S' (fun m => delta m (argmax S' (fun l => x w l)) * delta w i * delta m j).
Proof.
  rule (shared_1 w i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum S' (fun l => delta l (argmax S' (fun l' => x w l')) * delta w i * delta l j)
  = delta w i * delta (argmax S' (fun l => x w l)) j.
Proof.
  rule_same (sum_delta S' (fun m => delta w i * delta m j) (argmax S' (fun l => x w l))).
Qed.

Theorem derivative_y_x :
  is_pd (at2 x i j) (fun x' => y_of S' x' w)
  (delta w i * delta (argmax S' (fun l => x w l)) j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_largest derivative_y_x_3_sum_delta)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < W)%nat.
Hypothesis j_in : (j < S')%nat.
Hypothesis given1 : (forall w, (w < W)%nat -> (forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s'))))).

(* put in ∂y_w/∂x_ij *)
Lemma vjp_y_x_1_lemma :
  rsum W (fun w => y_bar w * pd (at2 x i j) (fun x' => y_of S' x' w))
  = rsum W (fun w => y_bar w * delta w i * delta (argmax S' (fun l => x w l)) j).
Proof.
  apply rsum_ext; intros w ?; cbv beta.
  apply (eq_eq _ (y_bar w * (delta w i * delta (argmax S' (fun l => x w l)) j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 x i j) (fun x' => largest S' (fun s => x' w s))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum S' (fun m => delta m (argmax S' (fun l => x w l)) * delta w i * delta m j)) _).
  { rule (shared_1 w i j). }
  apply (eq_eq _ (rsum S' (fun l => delta l (argmax S' (fun l' => x w l')) * delta w i * delta l j)) _); [ same | ].
  rule_same (sum_delta S' (fun m => delta w i * delta m j) (argmax S' (fun l => x w l))).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_delta :
  rsum W (fun w => y_bar w * delta w i * delta (argmax S' (fun l => x w l)) j)
  = y_bar i * delta (argmax S' (fun l => x i l)) j.
Proof.
  apply (eq_eq _ (rsum W (fun w => delta w i * y_bar w * delta (argmax S' (fun l => x w l)) j)) _).
  { apply rsum_ext; intros w ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum W (fun k => delta k i * y_bar k * delta (argmax S' (fun l => x k l)) j)) _); [ same | ].
  rule_same (sum_delta W (fun w => y_bar w * delta (argmax S' (fun l => x w l)) j) i).
Qed.

Theorem vjp_y_x :
  is_pd (at2 x i j) (fun x' => rsum W (fun w => y_bar w * y_of S' x' w))
  (y_bar i * delta (argmax S' (fun l => x i l)) j).
Proof.
  apply (is_pd_eq _ _ (rsum W (fun w => y_bar w * pd (at2 x i j) (fun x' => y_of S' x' w))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_sum_delta).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (w : nat).
Hypothesis w_in : (w < W)%nat.
Hypothesis given1 : (forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s')))).

(* put in ∂y_w/∂x_ij *)
Lemma jvp_y_x_1_lemma :
  rsum W (fun i => rsum S' (fun j => pd (at2 x i j) (fun x' => y_of S' x' w) * x_dot i j))
  = rsum W (fun i => rsum S' (fun j => delta w i * delta (argmax S' (fun l => x w l)) j * x_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((delta w i * delta (argmax S' (fun l => x w l)) j) * x_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 x i j) (fun x' => largest S' (fun s => x' w s))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum S' (fun m => delta m (argmax S' (fun l => x w l)) * delta w i * delta m j)) _).
  { rule (shared_1 w i j). }
  apply (eq_eq _ (rsum S' (fun l => delta l (argmax S' (fun l' => x w l')) * delta w i * delta l j)) _); [ same | ].
  rule_same (sum_delta S' (fun m => delta w i * delta m j) (argmax S' (fun l => x w l))).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_delta :
  rsum W (fun i => rsum S' (fun j => delta w i * delta (argmax S' (fun l => x w l)) j * x_dot i j))
  = x_dot w (argmax S' (fun l => x w l)).
Proof.
  apply (eq_eq _ (rsum W (fun i => delta w i * x_dot i (argmax S' (fun l => x w l)))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum S' (fun j => delta j (argmax S' (fun l => x w l)) * delta w i * x_dot i j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum S' (fun k => delta k (argmax S' (fun l => x w l)) * delta w i * x_dot i k)) _); [ same | ].
    rule_same (sum_delta S' (fun j => delta w i * x_dot i j) (argmax S' (fun l => x w l))). }
  apply (eq_eq _ (rsum W (fun i => delta i w * x_dot i (argmax S' (fun l => x w l)))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum W (fun k => delta k w * x_dot k (argmax S' (fun l => x w l)))) _); [ same | ].
  rule (sum_delta W (fun i => x_dot i (argmax S' (fun l => x w l))) w).
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of S' (line2 x x_dot t) w)
  (x_dot w (argmax S' (fun l => x w l))).
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
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_sum_delta).
Qed.
End jvp_y_x.
End max_pooling_theory.

(* the hypotheses of jacobian can be met *)
Lemma jacobian_possible :
  exists (S' : nat) (W : nat) (x : nat -> nat -> R) (w : nat),
  (2 <= S')%nat /\ (2 <= W)%nat /\ (w < W)%nat /\ ((forall s', (s' < S')%nat -> ((s' <> argmax S' (fun s'' => x w s'')) -> x w s' <> x w (argmax S' (fun s'' => x w s''))))).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => delta i1 0), 0%nat.
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (S' : nat) (W : nat) (x : nat -> nat -> R) (w : nat),
  (2 <= S')%nat /\ (2 <= W)%nat /\ (w < W)%nat /\ ((forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s'))))).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => delta i1 0), 0%nat.
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (S' : nat) (W : nat) (x : nat -> nat -> R),
  (2 <= S')%nat /\ (2 <= W)%nat /\ ((forall w, (w < W)%nat -> (forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s')))))).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => delta i1 0).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (S' : nat) (W : nat) (x : nat -> nat -> R) (w : nat),
  (2 <= S')%nat /\ (2 <= W)%nat /\ (w < W)%nat /\ ((forall s, (s < S')%nat -> ((s <> argmax S' (fun s' => x w s')) -> x w s <> x w (argmax S' (fun s' => x w s'))))).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => delta i1 0), 0%nat.
  witness.
Qed.
