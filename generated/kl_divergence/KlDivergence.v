(* made by derive, do not edit *)
(* Kullback–Leibler divergence

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition D'_of (K : nat) (t : nat -> R) (l : nat -> R) : R :=
  rsum K (fun i => t i * (ln (t i) - l i)).
#[local] Hint Unfold D'_of : definitions.

Section kl_divergence_theory.
Variable (K : nat).
Variable (D_bar : R).
Variables (l t l_dot t_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation D' := (D'_of K t l).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 l j) (fun l' => rsum K (fun i => t i * (ln (t i) - l' i))) = rsum K (fun k => - (t k * delta k j)).
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 l j) (fun l' => rsum K (fun k => t k * (ln (t k) - l' k)))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => pd (at1 l j) (fun l' => t k * (ln (t k) - l' k)))) _).
  { rule (diff_sum (at1 l j) K (fun k l' => t k * (ln (t k) - l' k)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => t k * (0 - delta k j))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 l j) (fun l' => t k * (ln (t k) - l' k))) _).
    { reflexivity. }
    apply (eq_eq _ (t k * pd (at1 l j) (fun l' => ln (t k) - l' k)) _).
    { assert (pd (at1 l j) (fun l' => t k) = 0).
      { apply constant. }
      rule (diff_scale (at1 l j) (fun l' => t k) (fun l' => ln (t k) - l' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 l j) (fun l' => ln (t k)) + pd (at1 l j) (fun l' => - l' k)) _).
    { rule (diff_add (at1 l j) (fun l' => ln (t k)) (fun l' => - l' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 l j) (fun l' => l' k)) _).
    { rule (diff_neg (at1 l j) (fun l' => l' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (t k * (- delta k j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => - (t k * delta k j)) = - t j.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * (- t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => - t k) j).
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < K)%nat ->
  ((forall i, (i < K)%nat -> 0 < t i)) ->
  pd (at1 t j) (fun t' => rsum K (fun i => t' i * (ln (t' i) - l i))) = rsum K (fun k => delta k j * (ln (t k) - l k) + t k * delta k j / t k).
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum K (fun k => t' k * (ln (t' k) - l k)))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => pd (at1 t j) (fun t' => t' k * (ln (t' k) - l k)))) _).
  { rule (diff_sum (at1 t j) K (fun k t' => t' k * (ln (t' k) - l k)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => delta k j * (ln (t k) - l k) + t k * (1 / t k * delta k j + 0))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 t j) (fun t' => t' k) * (ln (t k) - l k) + t k * pd (at1 t j) (fun t' => ln (t' k) - l k)) _).
    { rule (diff_mul (at1 t j) (fun t' => t' k) (fun t' => ln (t' k) - l k)). }
    refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply variable1. }
    apply (eq_eq _ (pd (at1 t j) (fun t' => ln (t' k)) + pd (at1 t j) (fun t' => - l k)) _).
    { rule (diff_add (at1 t j) (fun t' => ln (t' k)) (fun t' => - l k)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (1 / t k * pd (at1 t j) (fun t' => t' k)) _).
      { rule (diff_log (at1 t j) (fun t' => t' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (t k * (delta k j / t k)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (delta k j / t k + 0) _).
    { refine (f_equal2 Rplus _ eq_refl).
      fractions. }
    fractions. }
  fractions.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => delta k j * (ln (t k) - l k) + t k * delta k j / t k) = ln (t j) - l j + t j / t j.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * (ln (t k) - l k + t k / t k) * 1)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ ((ln (t j) - l j + t j / t j) * 1) _).
  { rule_same (sum_delta K (fun k => (ln (t k) - l k + t k / t k) * 1) j). }
  fractions.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < K)%nat ->
  (t j <> 0) ->
  ln (t j) - l j + t j / t j = 1 + ln (t j) - l j.
Proof.
  intros j ? ?.
  apply (eq_eq _ (1 + ln (t j) - l j) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  ((forall i, (i < K)%nat -> 0 < t i)) ->
  pd (at1 t j) (fun t' => D'_of K t' l) = 1 + ln (t j) - l j.
Proof.
  intros j ? ?.
  assert (t j <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum K (fun i => t' i * (ln (t' i) - l i)))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum K (fun k => delta k j * (ln (t k) - l k) + t k * delta k j / t k)) _).
  { rule (shared_3 j). }
  apply (eq_eq _ (ln (t j) - l j + t j / t j) _).
  { rule (shared_4 j). }
  rule (shared_5 j).
Qed.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* definition of D *)
Lemma gradient_1_unfold :
  pd (at1 l i) (fun l' => D'_of K t l')
  = pd (at1 l i) (fun l' => rsum K (fun k => t k * (ln (t k) - l' k))).
Proof.
  apply (eq_eq _ (pd (at1 l i) (fun l' => rsum K (fun i' => t i' * (ln (t i') - l' i')))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂l_k/∂l_i = δ_ki *)
Lemma gradient_2_diff_sum :
  pd (at1 l i) (fun l' => rsum K (fun k => t k * (ln (t k) - l' k)))
  = rsum K (fun k => - (t k * delta k i)).
Proof.
  rule_same (shared_1 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  rsum K (fun k => - (t k * delta k i))
  = - t i.
Proof.
  rule (shared_2 i).
Qed.

Theorem gradient :
  is_pd (at1 l i) (fun l' => D'_of K t l')
  (- t i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_sum gradient_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 l i) (fun l' => D'_of K t l')
  (- t i)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (t i')) (Formula.Sub (Formula.C (ln (t i'))) (Formula.V (i'))))))).
Defined.
End gradient.

(** * Derivative by the target *)

Section target.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall i', (i' < K)%nat -> 0 < t i').

(* definition of D *)
Lemma target_1_unfold :
  pd (at1 t i) (fun t' => D'_of K t' l)
  = pd (at1 t i) (fun t' => rsum K (fun k => t' k * (ln (t' k) - l k))).
Proof.
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum K (fun i' => t' i' * (ln (t' i') - l i')))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; product rule; derivative of log, chain rule; ∂t_k/∂t_i = δ_ki *)
Lemma target_2_diff_sum :
  pd (at1 t i) (fun t' => rsum K (fun k => t' k * (ln (t' k) - l k)))
  = rsum K (fun k => delta k i * (ln (t k) - l k) + t k * delta k i / t k).
Proof.
  rule_same (shared_3 i).
Qed.

(* multiply out; the delta keeps one term of the sum *)
Lemma target_3_sum_delta :
  rsum K (fun k => delta k i * (ln (t k) - l k) + t k * delta k i / t k)
  = ln (t i) - l i + t i / t i.
Proof.
  rule (shared_4 i).
Qed.

Lemma target_needs_1 :
  t i <> 0.
Proof.
  sgn.
Qed.

(* cancel t_i *)
Lemma target_4_ring :
  ln (t i) - l i + t i / t i
  = 1 + ln (t i) - l i.
Proof.
  pose proof target_needs_1.
  rule (shared_5 i).
Qed.

(* multiply out *)
Lemma target_5_ring :
  1 + ln (t i) - l i
  = ln (t i) + 1 - l i.
Proof.
  symmetry.
  arith.
Qed.

Theorem target :
  is_pd (at1 t i) (fun t' => D'_of K t' l)
  (ln (t i) + 1 - l i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ target_1_unfold (eq_eq _ _ _ target_2_diff_sum (eq_eq _ _ _ target_3_sum_delta (eq_eq _ _ _ target_4_ring target_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition target_outright : option (
  is_pd (at1 t i) (fun t' => D'_of K t' l)
  (ln (t i) + 1 - l i)).
Proof.
  attempt "target" by Formula.outright (Formula.by_vector (Formula.Sum K (fun i' => (Formula.Mul (Formula.V (i')) (Formula.Sub (Formula.Ln (Formula.V (i'))) (Formula.C (l i'))))))).
Defined.
End target.

(** * Derivative of D by t *)

Section derivative_D_t.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < t i).

(* definition of D *)
Lemma derivative_D_t_1_unfold :
  pd (at1 t j) (fun t' => D'_of K t' l)
  = pd (at1 t j) (fun t' => rsum K (fun i => t' i * (ln (t' i) - l i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; product rule; derivative of log, chain rule; ∂t_k/∂t_j = δ_kj *)
Lemma derivative_D_t_2_diff_sum :
  pd (at1 t j) (fun t' => rsum K (fun i => t' i * (ln (t' i) - l i)))
  = rsum K (fun k => delta k j * (ln (t k) - l k) + t k * delta k j / t k).
Proof.
  rule (shared_3 j).
Qed.

(* multiply out; the delta keeps one term of the sum *)
Lemma derivative_D_t_3_sum_delta :
  rsum K (fun k => delta k j * (ln (t k) - l k) + t k * delta k j / t k)
  = ln (t j) - l j + t j / t j.
Proof.
  rule (shared_4 j).
Qed.

Lemma derivative_D_t_needs_1 :
  t j <> 0.
Proof.
  sgn.
Qed.

(* cancel t_j *)
Lemma derivative_D_t_4_ring :
  ln (t j) - l j + t j / t j
  = 1 + ln (t j) - l j.
Proof.
  pose proof derivative_D_t_needs_1.
  rule (shared_5 j).
Qed.

Theorem derivative_D_t :
  is_pd (at1 t j) (fun t' => D'_of K t' l)
  (1 + ln (t j) - l j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_D_t_1_unfold (eq_eq _ _ _ derivative_D_t_2_diff_sum (eq_eq _ _ _ derivative_D_t_3_sum_delta derivative_D_t_4_ring))).
Qed.

(* the same by the differentiator, by what it found for target or else anew *)
Definition derivative_D_t_outright : option (
  is_pd (at1 t j) (fun t' => D'_of K t' l)
  (1 + ln (t j) - l j)).
Proof.
  attempt "derivative_D_t" from (target_outright j) or Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.Sub (Formula.Ln (Formula.V (i))) (Formula.C (l i))))))).
Defined.
End derivative_D_t.

(** * VJP of D for t *)

Section vjp_D_t.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < t i).

(* put in ∂D/∂t_j *)
Lemma vjp_D_t_1_lemma :
  D_bar * pd (at1 t j) (fun t' => D'_of K t' l)
  = D_bar * (1 + ln (t j) - l j).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 j).
Qed.

Theorem vjp_D_t :
  is_pd (at1 t j) (fun t' => D_bar * D'_of K t' l)
  (D_bar * (1 + ln (t j) - l j)).
Proof.
  apply (is_pd_eq _ _ (D_bar * pd (at1 t j) (fun t' => D'_of K t' l)) _).
  { weighted. }
  exact vjp_D_t_1_lemma.
Qed.

(* the same by the differentiator, by what it found for target or else anew *)
Definition vjp_D_t_outright : option (
  is_pd (at1 t j) (fun t' => D_bar * D'_of K t' l)
  (D_bar * (1 + ln (t j) - l j))).
Proof.
  attempt "vjp_D_t" times (target_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (D_bar)) (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.Sub (Formula.Ln (Formula.V (i))) (Formula.C (l i)))))))).
Defined.
End vjp_D_t.

(** * JVP of D for t *)

Section jvp_D_t.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 < t i).

(* put in ∂D/∂t_j *)
Lemma jvp_D_t_1_lemma :
  rsum K (fun j => pd (at1 t j) (fun t' => D'_of K t' l) * t_dot j)
  = rsum K (fun j => (1 + ln (t j) - l j) * t_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 j).
Qed.

Theorem jvp_D_t :
  is_pd (at0 0) (fun t' => D'_of K (line1 t t_dot t') l)
  (rsum K (fun j => (1 + ln (t j) - l j) * t_dot j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 t j) (fun t' => D'_of K t' l) * t_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 t j) (fun t'' => D'_of K t'' l) * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K t (fun t'' => D'_of K t'' l) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_D_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_D_t_outright : option (
  is_pd (at0 0) (fun t' => D'_of K (line1 t t_dot t') l)
  (rsum K (fun j => (1 + ln (t j) - l j) * t_dot j))).
Proof.
  attempt "jvp_D_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Sum K (fun i => (Formula.Mul (Formula.V (i)) (Formula.Sub (Formula.Ln (Formula.V (i))) (Formula.C (l i))))))).
Defined.
End jvp_D_t.

(** * Derivative of D by l *)

Section derivative_D_l.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* definition of D *)
Lemma derivative_D_l_1_unfold :
  pd (at1 l j) (fun l' => D'_of K t l')
  = pd (at1 l j) (fun l' => rsum K (fun i => t i * (ln (t i) - l' i))).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂l_k/∂l_j = δ_kj *)
Lemma derivative_D_l_2_diff_sum :
  pd (at1 l j) (fun l' => rsum K (fun i => t i * (ln (t i) - l' i)))
  = rsum K (fun k => - (t k * delta k j)).
Proof.
  rule (shared_1 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_D_l_3_sum_delta :
  rsum K (fun k => - (t k * delta k j))
  = - t j.
Proof.
  rule (shared_2 j).
Qed.

Theorem derivative_D_l :
  is_pd (at1 l j) (fun l' => D'_of K t l')
  (- t j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_D_l_1_unfold (eq_eq _ _ _ derivative_D_l_2_diff_sum derivative_D_l_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_D_l_outright : option (
  is_pd (at1 l j) (fun l' => D'_of K t l')
  (- t j)).
Proof.
  attempt "derivative_D_l" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Sub (Formula.C (ln (t i))) (Formula.V (i))))))).
Defined.
End derivative_D_l.

(** * VJP of D for l *)

Section vjp_D_l.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂D/∂l_j *)
Lemma vjp_D_l_1_lemma :
  D_bar * pd (at1 l j) (fun l' => D'_of K t l')
  = D_bar * (- t j).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 l j) (fun l' => rsum K (fun i => t i * (ln (t i) - l' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum K (fun k => - (t k * delta k j))) _).
  { rule (shared_1 j). }
  rule (shared_2 j).
Qed.

(* rearrange *)
Lemma vjp_D_l_2_ring :
  D_bar * (- t j)
  = - (D_bar * t j).
Proof.
  apply (eq_eq _ (- (D_bar * t j)) _).
  { arith. }
  reflexivity.
Qed.

Theorem vjp_D_l :
  is_pd (at1 l j) (fun l' => D_bar * D'_of K t l')
  (- (D_bar * t j)).
Proof.
  apply (is_pd_eq _ _ (D_bar * pd (at1 l j) (fun l' => D'_of K t l')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_D_l_1_lemma vjp_D_l_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_D_l_outright : option (
  is_pd (at1 l j) (fun l' => D_bar * D'_of K t l')
  (- (D_bar * t j))).
Proof.
  attempt "vjp_D_l" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (D_bar)) (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Sub (Formula.C (ln (t i))) (Formula.V (i)))))))).
Defined.
End vjp_D_l.

(** * JVP of D for l *)

Section jvp_D_l.

(* put in ∂D/∂l_j *)
Lemma jvp_D_l_1_lemma :
  rsum K (fun j => pd (at1 l j) (fun l' => D'_of K t l') * l_dot j)
  = rsum K (fun j => - (t j * l_dot j)).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- t j) * l_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 l j) (fun l' => rsum K (fun i => t i * (ln (t i) - l' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum K (fun k => - (t k * delta k j))) _).
  { rule (shared_1 j). }
  rule (shared_2 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_D_l_2_sum_factor :
  rsum K (fun j => - (t j * l_dot j))
  = - rsum K (fun j => t j * l_dot j).
Proof.
  apply (eq_eq _ (rsum K (fun j => (-1) * t j * l_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => (-1) * t k * l_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => t k * l_dot k)) _).
  { rule_same (sum_factor K (-1) (fun j => t j * l_dot j) (fun j => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun j => t j * l_dot j)) _); [ same | ].
  arith.
Qed.

Theorem jvp_D_l :
  is_pd (at0 0) (fun t' => D'_of K t (line1 l l_dot t'))
  (- rsum K (fun j => t j * l_dot j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 l j) (fun l' => D'_of K t l') * l_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 l j) (fun l' => D'_of K t l') * l_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K l (fun l' => D'_of K t l') (fun t' => (line1 l l_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_D_l_1_lemma jvp_D_l_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_D_l_outright : option (
  is_pd (at0 0) (fun t' => D'_of K t (line1 l l_dot t'))
  (- rsum K (fun j => t j * l_dot j))).
Proof.
  attempt "jvp_D_l" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 l) (Formula.flat1 l_dot) (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Sub (Formula.C (ln (t i))) (Formula.V (i))))))).
Defined.
End jvp_D_l.
End kl_divergence_theory.

(* the hypotheses of target can be met *)
Lemma target_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ ((forall i', (i' < K)%nat -> 0 < t i')).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_D_t can be met *)
Lemma derivative_D_t_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < t i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_D_t can be met *)
Lemma vjp_D_t_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < t i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_D_t can be met *)
Lemma jvp_D_t_possible :
  exists (K : nat) (t : nat -> R),
  (2 <= K)%nat /\ ((forall i, (i < K)%nat -> 0 < t i)).
Proof.
  exists 2%nat, (fun i0 => 1).
  witness.
Qed.
