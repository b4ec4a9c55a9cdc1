(* made by derive, do not edit *)
(* Embedding

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (V : nat) (token : nat -> R) (E : nat -> nat -> R) (d : nat) : R :=
  rsum V (fun v => token v * E v d).
#[local] Hint Unfold y_of : definitions.

Section embedding_theory.
Variables (V D' : nat).
Variables (token y_bar : nat -> R).
Variables (E E_dot : nat -> nat -> R).
Hypothesis V_positive : (0 < V)%nat.
Hypothesis D'_positive : (0 < D')%nat.
Local Notation y := (y_of V token E).

(** * What several lines rest on *)

Lemma shared_1 :
  forall d i j : nat,
  (d < D')%nat ->
  (i < V)%nat ->
  (j < D')%nat ->
  pd (at2 E i j) (fun E' => rsum V (fun v => token v * E' v d)) = rsum V (fun k => token k * delta k i * delta d j).
Proof.
  intros d i j ? ? ?.
  apply (eq_eq _ (pd (at2 E i j) (fun E' => rsum V (fun k => token k * E' k d))) _); [ same | ].
  apply (eq_eq _ (rsum V (fun k => pd (at2 E i j) (fun E' => token k * E' k d))) _).
  { rule (diff_sum (at2 E i j) V (fun k E' => token k * E' k d) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at2 E i j) (fun E' => token k * E' k d)) _).
  { reflexivity. }
  apply (eq_eq _ (token k * pd (at2 E i j) (fun E' => E' k d)) _).
  { assert (pd (at2 E i j) (fun E' => token k) = 0).
    { apply constant. }
    rule (diff_scale (at2 E i j) (fun E' => token k) (fun E' => E' k d)). }
  apply (eq_eq _ (token k * (delta k i * delta d j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

Lemma shared_2 :
  forall i d j : nat,
  (i < V)%nat ->
  (d < D')%nat ->
  (j < D')%nat ->
  rsum V (fun k => token k * delta k i * delta d j) = token i * delta d j.
Proof.
  intros i d j ? ? ?.
  apply (eq_eq _ (rsum V (fun k => delta k i * token k * delta d j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta V (fun k => token k * delta d j) i).
Qed.

(** * Derivative by the table *)

Section jacobian.
Variables (d f v : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis f_in : (f < D')%nat.
Hypothesis v_in : (v < V)%nat.

(* definition of y_d *)
Lemma jacobian_1_unfold :
  pd (at2 E v f) (fun E' => y_of V token E' d)
  = pd (at2 E v f) (fun E' => rsum V (fun k => token k * E' k d)).
Proof.
  apply (eq_eq _ (pd (at2 E v f) (fun E' => rsum V (fun v' => token v' * E' v' d))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂E_kd/∂E_vf = δ_kv·δ_df *)
Lemma jacobian_2_diff_sum :
  pd (at2 E v f) (fun E' => rsum V (fun k => token k * E' k d))
  = rsum V (fun k => token k * delta k v * delta d f).
Proof.
  rule_same (shared_1 d v f).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum V (fun k => token k * delta k v * delta d f)
  = token v * delta d f.
Proof.
  rule (shared_2 v d f).
Qed.

Theorem jacobian :
  is_pd (at2 E v f) (fun E' => y_of V token E' d)
  (token v * delta d f).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_sum jacobian_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at2 E v f) (fun E' => y_of V token E' d)
  (token v * delta d f)).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_matrix (Formula.Sum V (fun v' => (Formula.Mul (Formula.C (token v')) (Formula.V (v', d)))))).
Defined.
End jacobian.

(** * Derivative of y by E *)

Section derivative_y_E.
Variables (d i j : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis i_in : (i < V)%nat.
Hypothesis j_in : (j < D')%nat.

(* definition of y_d *)
Lemma derivative_y_E_1_unfold :
  pd (at2 E i j) (fun E' => y_of V token E' d)
  = pd (at2 E i j) (fun E' => rsum V (fun v => token v * E' v d)).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂E_kd/∂E_ij = δ_ki·δ_dj *)
Lemma derivative_y_E_2_diff_sum :
  pd (at2 E i j) (fun E' => rsum V (fun v => token v * E' v d))
  = rsum V (fun k => token k * delta k i * delta d j).
Proof.
  rule (shared_1 d i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_E_3_sum_delta :
  rsum V (fun k => token k * delta k i * delta d j)
  = token i * delta d j.
Proof.
  rule (shared_2 i d j).
Qed.

Theorem derivative_y_E :
  is_pd (at2 E i j) (fun E' => y_of V token E' d)
  (token i * delta d j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_E_1_unfold (eq_eq _ _ _ derivative_y_E_2_diff_sum derivative_y_E_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_E_outright : option (
  is_pd (at2 E i j) (fun E' => y_of V token E' d)
  (token i * delta d j)).
Proof.
  attempt "derivative_y_E" as (jacobian_outright d j i) or Formula.outright (Formula.by_matrix (Formula.Sum V (fun v => (Formula.Mul (Formula.C (token v)) (Formula.V (v, d)))))).
Defined.
End derivative_y_E.

(** * VJP of y for E *)

Section vjp_y_E.
Variables (i j : nat).
Hypothesis i_in : (i < V)%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_d/∂E_ij *)
Lemma vjp_y_E_1_lemma :
  rsum D' (fun d => y_bar d * pd (at2 E i j) (fun E' => y_of V token E' d))
  = rsum D' (fun d => y_bar d * token i * delta d j).
Proof.
  apply rsum_ext; intros d ?; cbv beta.
  apply (eq_eq _ (y_bar d * (token i * delta d j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 E i j) (fun E' => rsum V (fun v => token v * E' v d))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum V (fun k => token k * delta k i * delta d j)) _).
  { rule (shared_1 d i j). }
  rule (shared_2 i d j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_E_2_sum_delta :
  rsum D' (fun d => y_bar d * token i * delta d j)
  = y_bar j * token i.
Proof.
  apply (eq_eq _ (rsum D' (fun d => delta d j * y_bar d * token i)) _).
  { apply rsum_ext; intros d ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k j * y_bar k * token i)) _); [ same | ].
  rule_same (sum_delta D' (fun d => y_bar d * token i) j).
Qed.

Theorem vjp_y_E :
  is_pd (at2 E i j) (fun E' => rsum D' (fun d => y_bar d * y_of V token E' d))
  (y_bar j * token i).
Proof.
  apply (is_pd_eq _ _ (rsum D' (fun d => y_bar d * pd (at2 E i j) (fun E' => y_of V token E' d))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_E_1_lemma vjp_y_E_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_E_outright : option (
  is_pd (at2 E i j) (fun E' => rsum D' (fun d => y_bar d * y_of V token E' d))
  (y_bar j * token i)).
Proof.
  attempt "vjp_y_E" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (y_bar d)) (Formula.Sum V (fun v => (Formula.Mul (Formula.C (token v)) (Formula.V (v, d))))))))).
Defined.
End vjp_y_E.

(** * JVP of y for E *)

Section jvp_y_E.
Variables (d : nat).
Hypothesis d_in : (d < D')%nat.

(* put in ∂y_d/∂E_ij *)
Lemma jvp_y_E_1_lemma :
  rsum V (fun i => rsum D' (fun j => pd (at2 E i j) (fun E' => y_of V token E' d) * E_dot i j))
  = rsum V (fun i => rsum D' (fun j => token i * delta d j * E_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((token i * delta d j) * E_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 E i j) (fun E' => rsum V (fun v => token v * E' v d))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum V (fun k => token k * delta k i * delta d j)) _).
  { rule (shared_1 d i j). }
  rule (shared_2 i d j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_E_2_sum_delta :
  rsum V (fun i => rsum D' (fun j => token i * delta d j * E_dot i j))
  = rsum V (fun i => token i * E_dot i d).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum D' (fun j => delta j d * token i * E_dot i j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k d * token i * E_dot i k)) _); [ same | ].
  rule_same (sum_delta D' (fun j => token i * E_dot i j) d).
Qed.

Theorem jvp_y_E :
  is_pd (at0 0) (fun t => y_of V token (line2 E E_dot t) d)
  (rsum V (fun i => token i * E_dot i d)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum V (fun i => rsum D' (fun j => pd (at2 E i j) (fun E' => y_of V token E' d) * E_dot i j))) _).
  { apply (eq_eq _ (rsum V (fun i => rsum D' (fun j => pd (at2 E i j) (fun E' => y_of V token E' d) * E_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) V D' E (fun E' => y_of V token E' d) (fun t => (line2 E E_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_E_1_lemma jvp_y_E_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_E_outright : option (
  is_pd (at0 0) (fun t => y_of V token (line2 E E_dot t) d)
  (rsum V (fun i => token i * E_dot i d))).
Proof.
  attempt "jvp_y_E" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 E) (Formula.flat2 E_dot) (Formula.Sum V (fun v => (Formula.Mul (Formula.C (token v)) (Formula.V (v, d)))))).
Defined.
End jvp_y_E.
End embedding_theory.
