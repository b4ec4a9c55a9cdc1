(* made by derive, do not edit *)
(* Cross-entropy

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (K : nat) (label : nat -> R) (y : nat -> R) : R :=
  - rsum K (fun i => label i * ln (y i)).
#[local] Hint Unfold L_of : definitions.

Section cross_entropy_theory.
Variable (K : nat).
Variable (L_bar : R).
Variables (y label y_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation L := (L_of K label y).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < K)%nat ->
  ((forall i, (i < K)%nat -> 0 < y i)) ->
  pd (at1 y j) (fun y' => - rsum K (fun i => label i * ln (y' i))) = - rsum K (fun k => label k * delta k j / y k).
Proof.
  intros j ? ?.
  apply (eq_eq _ (- pd (at1 y j) (fun y' => rsum K (fun i => label i * ln (y' i)))) _).
  { rule (diff_neg (at1 y j) (fun y' => rsum K (fun i => label i * ln (y' i)))). }
  apply (eq_eq _ (- rsum K (fun k => label k * (1 / y k) * delta k j)) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 y j) (fun y' => rsum K (fun k => label k * ln (y' k)))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => pd (at1 y j) (fun y' => label k * ln (y' k)))) _).
    { rule (diff_sum (at1 y j) K (fun k y' => label k * ln (y' k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 y j) (fun y' => label k * ln (y' k))) _).
    { reflexivity. }
    apply (eq_eq _ (label k * pd (at1 y j) (fun y' => ln (y' k))) _).
    { assert (pd (at1 y j) (fun y' => label k) = 0).
      { apply constant. }
      rule (diff_scale (at1 y j) (fun y' => label k) (fun y' => ln (y' k))). }
    apply (eq_eq _ (label k * (1 / y k * delta k j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / y k * pd (at1 y j) (fun y' => y' k)) _).
    { rule (diff_log (at1 y j) (fun y' => y' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal Ropp _).
  apply rsum_ext; intros k ?; cbv beta.
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < K)%nat ->
  - rsum K (fun k => label k * delta k j / y k) = - (label j / y j).
Proof.
  intros j ?.
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => delta k j * (label k / y k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => label k / y k) j).
Qed.

(** * Gradient *)

Section gradient.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < y i).

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 y k) (fun y' => L_of K label y')
  = pd (at1 y k) (fun y' => - rsum K (fun i => label i * ln (y' i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of log, chain rule; ∂y_l/∂y_k = δ_lk *)
Lemma gradient_2_diff_sum :
  pd (at1 y k) (fun y' => - rsum K (fun i => label i * ln (y' i)))
  = - rsum K (fun l => label l * delta l k / y l).
Proof.
  rule (shared_1 k).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  - rsum K (fun l => label l * delta l k / y l)
  = - (label k / y k).
Proof.
  rule (shared_2 k).
Qed.

Theorem gradient :
  is_pd (at1 y k) (fun y' => L_of K label y')
  (- (label k / y k)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_sum gradient_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 y k) (fun y' => L_of K label y')
  (- (label k / y k))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.V (i)))))))).
Defined.
End gradient.

(** * Derivative of L by y *)

Section derivative_L_y.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < y i).

(* definition of ℒ *)
Lemma derivative_L_y_1_unfold :
  pd (at1 y j) (fun y' => L_of K label y')
  = pd (at1 y j) (fun y' => - rsum K (fun i => label i * ln (y' i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of log, chain rule; ∂y_k/∂y_j = δ_kj *)
Lemma derivative_L_y_2_diff_sum :
  pd (at1 y j) (fun y' => - rsum K (fun i => label i * ln (y' i)))
  = - rsum K (fun k => label k * delta k j / y k).
Proof.
  rule (shared_1 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_y_3_sum_delta :
  - rsum K (fun k => label k * delta k j / y k)
  = - (label j / y j).
Proof.
  rule (shared_2 j).
Qed.

Theorem derivative_L_y :
  is_pd (at1 y j) (fun y' => L_of K label y')
  (- (label j / y j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_y_1_unfold (eq_eq _ _ _ derivative_L_y_2_diff_sum derivative_L_y_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_y_outright : option (
  is_pd (at1 y j) (fun y' => L_of K label y')
  (- (label j / y j))).
Proof.
  attempt "derivative_L_y" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.V (i)))))))).
Defined.
End derivative_L_y.

(** * VJP of L for y *)

Section vjp_L_y.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < y i).

(* put in ∂ℒ/∂y_j *)
Lemma vjp_L_y_1_lemma :
  L_bar * pd (at1 y j) (fun y' => L_of K label y')
  = L_bar * (- (label j / y j)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 y j) (fun y' => - rsum K (fun i => label i * ln (y' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun k => label k * delta k j / y k)) _).
  { rule (shared_1 j). }
  rule (shared_2 j).
Qed.

(* rearrange *)
Lemma vjp_L_y_2_ring :
  L_bar * (- (label j / y j))
  = - (L_bar * label j / y j).
Proof.
  apply (eq_eq _ (- (L_bar * label j / y j)) _).
  { fractions. }
  reflexivity.
Qed.

Theorem vjp_L_y :
  is_pd (at1 y j) (fun y' => L_bar * L_of K label y')
  (- (L_bar * label j / y j)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 y j) (fun y' => L_of K label y')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_y_1_lemma vjp_L_y_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_y_outright : option (
  is_pd (at1 y j) (fun y' => L_bar * L_of K label y')
  (- (L_bar * label j / y j))).
Proof.
  attempt "vjp_L_y" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.V (i))))))))).
Defined.
End vjp_L_y.

(** * JVP of L for y *)

Section jvp_L_y.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < y i).

(* put in ∂ℒ/∂y_j *)
Lemma jvp_L_y_1_lemma :
  rsum K (fun j => pd (at1 y j) (fun y' => L_of K label y') * y_dot j)
  = rsum K (fun j => - (label j / y j * y_dot j)).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- (label j / y j)) * y_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 y j) (fun y' => - rsum K (fun i => label i * ln (y' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun k => label k * delta k j / y k)) _).
  { rule (shared_1 j). }
  rule (shared_2 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_y_2_sum_factor :
  rsum K (fun j => - (label j / y j * y_dot j))
  = - rsum K (fun j => label j * y_dot j / y j).
Proof.
  apply (eq_eq _ (rsum K (fun j => (-1) * (label j / y j) * y_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => (-1) * (label k / y k) * y_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => label k / y k * y_dot k)) _).
  { rule_same (sum_factor K (-1) (fun j => label j / y j * y_dot j) (fun j => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun j => label j / y j * y_dot j)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun j => label j * y_dot j / y j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  arith.
Qed.

Theorem jvp_L_y :
  is_pd (at0 0) (fun t => L_of K label (line1 y y_dot t))
  (- rsum K (fun j => label j * y_dot j / y j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 y j) (fun y' => L_of K label y') * y_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 y j) (fun y' => L_of K label y') * y_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K y (fun y' => L_of K label y') (fun t => (line1 y y_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_y_1_lemma jvp_L_y_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_y_outright : option (
  is_pd (at0 0) (fun t => L_of K label (line1 y y_dot t))
  (- rsum K (fun j => label j * y_dot j / y j))).
Proof.
  attempt "jvp_L_y" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 y) (Formula.flat1 y_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label i)) (Formula.Ln (Formula.V (i)))))))).
Defined.
End jvp_L_y.
End cross_entropy_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (K : nat) (y : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < y i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_y can be met *)
Lemma derivative_L_y_possible :
  exists (K : nat) (y : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < y i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_y can be met *)
Lemma vjp_L_y_possible :
  exists (K : nat) (y : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < y i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_y can be met *)
Lemma jvp_L_y_possible :
  exists (K : nat) (y : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < y i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.
