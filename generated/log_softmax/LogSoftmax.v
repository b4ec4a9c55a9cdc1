(* made by derive, do not edit *)
(* Log-softmax

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition l_of (y : nat -> R) (i : nat) : R :=
  ln (y i).
#[local] Hint Unfold l_of : definitions.

Section log_softmax_theory.
Variable (K : nat).
Variables (a a_dot l_bar : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation l := (l_of y).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < K)%nat ->
  (0 < exp (a i)) ->
  (0 < rsum K (fun k => exp (a k))) ->
  ln (y i) = - ln (rsum K (fun k => exp (a k))) + a i.
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (ln (exp (a i) / rsum K (fun k => exp (a k)))) _).
  { reflexivity. }
  apply (eq_eq _ (ln (exp (a i)) - ln (rsum K (fun k => exp (a k)))) _).
  { rule (log_div (exp (a i)) (rsum K (fun k => exp (a k)))). }
  apply (eq_eq _ (a i - ln (rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_exp (a i)). }
  arith.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k)) = rsum K (fun k => delta i k / y i * y k * (delta k j - y j)).
Proof.
  intros i j ? ?.
  assert (rsum K (fun l' => exp (a l')) <> 0).
  { sgn. }
  assert (0 < y i).
  { sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (delta i k / y i * (y k * (delta k j - y j))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 y k) (fun y' => ln (y' i))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 y k) (fun y' => y' i) / y i) _).
    { assert (0 < y i).
      { sgn. }
      apply (eq_eq _ (1 / y i * pd (at1 y k) (fun y' => y' i)) _).
      { rule (diff_log (at1 y k) (fun y' => y' i)). }
      fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply variable1. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' k) / rsum K (fun k' => exp (a' k')))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' k)) * rsum K (fun k' => exp (a k')) - exp (a k) * pd (at1 a j) (fun a' => rsum K (fun k' => exp (a' k')))) / rsum K (fun k' => exp (a k')) ^ 2) _).
  { assert (rsum K (fun k' => exp (a k')) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (a' k)) (fun a' => rsum K (fun k' => exp (a' k')))). }
  apply (eq_eq _ ((exp (a k) * delta k j * rsum K (fun k' => exp (a k')) - exp (a k) * rsum K (fun k' => exp (a k') * delta k' j)) / rsum K (fun k' => exp (a k')) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a k) * delta k j) * rsum K (fun k' => exp (a k'))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (a k) * pd (at1 a j) (fun a' => a' k)) _).
      { rule (diff_exp (at1 a j) (fun a' => a' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum K (fun k' => pd (at1 a j) (fun a' => exp (a' k')))) _).
    { rule (diff_sum (at1 a j) K (fun l' a' => exp (a' l')) (fun k' => true)). }
    apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ (exp (a k') * pd (at1 a j) (fun a' => a' k')) _).
    { rule (diff_exp (at1 a j) (fun a' => a' k')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((exp (a k) * delta k j * rsum K (fun k' => exp (a k')) - exp (a k) * exp (a j)) / rsum K (fun k' => exp (a k')) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply (eq_eq _ (rsum K (fun k' => delta k' j * exp (a k'))) _).
    { apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    rule (sum_delta K (fun k' => exp (a k')) j). }
  apply (eq_eq _ (exp (a k) * delta k j * rsum K (fun k' => exp (a k')) / rsum K (fun k' => exp (a k')) ^ 2 - exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y k * delta k j - y k * y j) _).
  { assert (rsum K (fun k' => exp (a k')) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * exp (a k) / rsum K (fun k' => exp (a k')) - exp (a k) * exp (a j) / rsum K (fun k' => exp (a k')) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (exp (a k) / rsum K (fun k' => exp (a k')) * delta k j - exp (a k) / rsum K (fun k' => exp (a k')) * (exp (a j) / rsum K (fun k' => exp (a k')))) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (delta k j * y k - y k * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => delta i k / y i * y k * (delta k j - y j)) = y i * (delta i j - y j) / y i.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * (y k * (delta k j - y j) / y i))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => y k * (delta k j - y j) / y i) i).
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  y i * (delta i j - y j) / y i = delta i j - y j.
Proof.
  intros i j ? ?.
  assert (y i <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j - y j) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => l_of (y_of K a') i) = delta i j - y j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k))) _).
  { assert (0 < y i).
    { sgn. }
    assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (chain1 (at1 a j) K (fun y' => l_of y' i) (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => delta i k / y i * y k * (delta k j - y j))) _).
  { rule (shared_2 i j). }
  apply (eq_eq _ (y i * (delta i j - y j) / y i) _).
  { rule (shared_3 i j). }
  rule (shared_4 i j).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun i => l_bar i * (delta i j - y j)) = l_bar j - y j * rsum K (fun i => l_bar i).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun i => delta i j * l_bar i - l_bar i * y j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * l_bar k - l_bar k * y j)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * l_bar k) + rsum K (fun k => - (l_bar k * y j))) _).
  { rule (sum_add K (fun i => delta i j * l_bar i) (fun i => - (l_bar i * y j)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * l_bar i) + rsum K (fun i => - (l_bar i * y j))) _); [ same | ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum K (fun k => delta k j * l_bar k)) _); [ same | ].
    rule (sum_delta K (fun i => l_bar i) j). }
  apply (eq_eq _ (rsum K (fun i => - (y j * l_bar i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (y j * l_bar k))) _); [ same | ].
  apply (eq_eq _ (- rsum K (fun k => y j * l_bar k)) _).
  { rule (sum_neg K (fun i => y j * l_bar i) (fun i => true)). }
  apply (eq_eq _ (- rsum K (fun i => y j * l_bar i)) _); [ same | ].
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => y j * l_bar k)) _); [ same | ].
  apply (eq_eq _ (y j * rsum K (fun k => l_bar k)) _); [ | same ].
  rule (sum_factor K (y j) (fun i => l_bar i) (fun i => true)).
Qed.

(** * As a difference *)

Section difference.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* definition of l_i *)
Lemma difference_1_unfold :
  l i
  = ln (y i).
Proof.
  reflexivity.
Qed.

(* the logarithm of a quotient is a difference; the logarithm undoes the exponential *)
Lemma difference_2_log_div :
  ln (y i)
  = a i - ln (rsum K (fun k => exp (a k))).
Proof.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  assert (0 < exp (a i)).
  { sgn. }
  apply (eq_eq _ (- ln (rsum K (fun k => exp (a k))) + a i) _).
  { rule (shared_1 i). }
  symmetry.
  arith.
Qed.

Theorem difference :
  l i
  = a i - ln (rsum K (fun k => exp (a k))).
Proof.
  exact (eq_eq _ _ _ difference_1_unfold difference_2_log_div).
Qed.
End difference.

(** * nonpositive *)

Section nonpositive.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* by the signs of its parts, as Σ_k exp(a_k) > 0 and exp(a_i) > 0 *)
Lemma nonpositive_1_sign :
  l i
  <= 0.
Proof.
  apply (eq_le _ (- ln (1 + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => exp (a k)) / exp (a i))) _).
  { assert (exp (a i) <> 0).
    { sgn. }
    assert (0 < rsum K (fun k => exp (a k))).
    { sgn. }
    assert (0 < exp (a i)).
    { sgn. }
    apply (eq_eq _ (ln (y i)) _).
    { reflexivity. }
    apply (eq_eq _ (- ln (rsum K (fun k => exp (a k))) + a i) _).
    { rule (shared_1 i). }
    symmetry.
    apply (eq_eq _ (- (ln (rsum K (fun k => exp (a k))) - a i)) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (ln (rsum K (fun k => exp (a k)) / exp (a i))) _).
      { refine (f_equal ln _).
        apply (eq_eq _ (1 + ((-1) * exp (a i) + rsum K (fun k => exp (a k))) / exp (a i)) _).
        { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv _ eq_refl)).
          apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then exp (a k) else 0))) _).
          { rule (sum_guard K (fun k => exp (a k)) (fun k => negb (Nat.eqb k i))). }
          apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k)) + exp (a k))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ ((1 - delta k i) * exp (a k) + delta k i * 0) _).
            { rule (if_apart (exp (a k)) 0 k i). }
            arith. }
          apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k))) + rsum K (fun k => exp (a k))) _).
          { rule (sum_add K (fun k => - (delta k i * exp (a k))) (fun k => exp (a k)) (fun k => true)). }
          refine (f_equal2 Rplus _ eq_refl).
          apply (eq_eq _ (rsum K (fun k => (-1) * delta k i * exp (a k))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          apply (eq_eq _ ((-1) * rsum K (fun k => delta k i * exp (a k))) _).
          { rule_same (sum_factor K (-1) (fun k => delta k i * exp (a k)) (fun k => true)). }
          refine (f_equal2 Rmult eq_refl _).
          rule (sum_delta K (fun k => exp (a k)) i). }
        cancel. }
      apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) - ln (exp (a i))) _).
      { rule (log_div (rsum K (fun k => exp (a k))) (exp (a i))). }
      refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
      rule (log_exp (a i)). }
    arith. }
  sgn.
Qed.

Theorem nonpositive :
  l i
  <= 0.
Proof.
  exact nonpositive_1_sign.
Qed.
End nonpositive.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through y_k *)
Lemma jacobian_1_chain :
  pd (at1 a j) (fun a' => l_of (y_of K a') i)
  = rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k)).
Proof.
  assert (0 < y i).
  { sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => l_of y' i) (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂l_i/∂y_k and ∂y_k/∂a_j *)
Lemma jacobian_2_lemma :
  rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k))
  = rsum K (fun k => delta i k / y i * y k * (delta k j - y j)).
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum K (fun k => delta i k / y i * y k * (delta k j - y j))
  = y i * (delta i j - y j) / y i.
Proof.
  rule (shared_3 i j).
Qed.

(* cancel y_i *)
Lemma jacobian_4_ring :
  y i * (delta i j - y j) / y i
  = delta i j - y j.
Proof.
  rule (shared_4 i j).
Qed.

Lemma jacobian_needs_1 :
  rsum K (fun l' => exp (a l')) <> 0.
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  0 < y i.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 a j) (fun a' => l_of (y_of K a') i)
  (delta i j - y j).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma (eq_eq _ _ _ jacobian_3_sum_delta jacobian_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 a j) (fun a' => l_of (y_of K a') i)
  (delta i j - y j)).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))).
Defined.
End jacobian.

(** * Derivative of l by a *)

Section derivative_l_a.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through y_k *)
Lemma derivative_l_a_1_chain :
  pd (at1 a j) (fun a' => l_of (y_of K a') i)
  = rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k)).
Proof.
  assert (0 < y i).
  { sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply (chain1 (at1 a j) K (fun y' => l_of y' i) (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂l_i/∂y_k and ∂y_k/∂a_j *)
Lemma derivative_l_a_2_lemma :
  rsum K (fun k => pd (at1 y k) (fun y' => l_of y' i) * pd (at1 a j) (fun a' => y_of K a' k))
  = rsum K (fun k => delta i k / y i * y k * (delta k j - y j)).
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_l_a_3_sum_delta :
  rsum K (fun k => delta i k / y i * y k * (delta k j - y j))
  = y i * (delta i j - y j) / y i.
Proof.
  rule (shared_3 i j).
Qed.

(* cancel y_i *)
Lemma derivative_l_a_4_ring :
  y i * (delta i j - y j) / y i
  = delta i j - y j.
Proof.
  rule (shared_4 i j).
Qed.

Lemma derivative_l_a_needs_1 :
  rsum K (fun l' => exp (a l')) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_l_a_needs_2 :
  0 < y i.
Proof.
  sgn.
Qed.

Theorem derivative_l_a :
  is_pd (at1 a j) (fun a' => l_of (y_of K a') i)
  (delta i j - y j).
Proof.
  pose proof derivative_l_a_needs_1.
  pose proof derivative_l_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_l_a_1_chain (eq_eq _ _ _ derivative_l_a_2_lemma (eq_eq _ _ _ derivative_l_a_3_sum_delta derivative_l_a_4_ring))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_l_a_outright : option (
  is_pd (at1 a j) (fun a' => l_of (y_of K a') i)
  (delta i j - y j)).
Proof.
  attempt "derivative_l_a" as (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))).
Defined.
End derivative_l_a.

(** * VJP of l for a *)

Section vjp_l_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂l_i/∂a_j *)
Lemma vjp_l_a_1_lemma :
  rsum K (fun i => l_bar i * pd (at1 a j) (fun a' => l_of (y_of K a') i))
  = rsum K (fun i => l_bar i * (delta i j - y j)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < y i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 i j).
Qed.

(* multiply out; the delta keeps one term of the sum; a constant factor goes in front of the sum *)
Lemma vjp_l_a_2_sum_delta :
  rsum K (fun i => l_bar i * (delta i j - y j))
  = l_bar j - y j * rsum K (fun i => l_bar i).
Proof.
  rule (shared_6 j).
Qed.

Lemma vjp_l_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_l_a_needs_2 :
  (forall i, (i < K)%nat -> 0 < y i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_l_a :
  is_pd (at1 a j) (fun a' => rsum K (fun i => l_bar i * l_of (y_of K a') i))
  (l_bar j - y j * rsum K (fun i => l_bar i)).
Proof.
  pose proof vjp_l_a_needs_1.
  pose proof vjp_l_a_needs_2.
  apply (is_pd_eq _ _ (rsum K (fun i => l_bar i * pd (at1 a j) (fun a' => l_of (y_of K a') i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_l_a_1_lemma vjp_l_a_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_l_a_outright : option (
  is_pd (at1 a j) (fun a' => rsum K (fun i => l_bar i * l_of (y_of K a') i))
  (l_bar j - y j * rsum K (fun i => l_bar i))).
Proof.
  attempt "vjp_l_a" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (l_bar i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))))))).
Defined.
End vjp_l_a.

(** * JVP of l for a *)

Section jvp_l_a.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂l_i/∂a_j *)
Lemma jvp_l_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => l_of (y_of K a') i) * a_dot j)
  = rsum K (fun j => (delta i j - y j) * a_dot j).
Proof.
  assert (0 < y i).
  { sgn. }
  assert (rsum K (fun k => exp (a k)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 i j).
Qed.

(* multiply out; the delta keeps one term of the sum; a constant factor goes in front of the sum *)
Lemma jvp_l_a_2_sum_delta :
  rsum K (fun j => (delta i j - y j) * a_dot j)
  = a_dot i - rsum K (fun j => a_dot j * y j).
Proof.
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j - a_dot j * y j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k - a_dot k * y k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k) + rsum K (fun k => - (a_dot k * y k))) _).
  { rule (sum_add K (fun j => delta i j * a_dot j) (fun j => - (a_dot j * y j)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j) + rsum K (fun j => - (a_dot j * y j))) _); [ same | ].
  apply (eq_eq _ (a_dot i + (-1) * rsum K (fun j => a_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => delta j i * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * a_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => a_dot j) i). }
    apply (eq_eq _ (rsum K (fun j => (-1) * a_dot j * y j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => (-1) * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K (-1) (fun j => a_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (- rsum K (fun j => a_dot j * y j) + a_dot i) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma jvp_l_a_needs_1 :
  rsum K (fun k => exp (a k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_l_a_needs_2 :
  0 < y i.
Proof.
  sgn.
Qed.

Theorem jvp_l_a :
  is_pd (at0 0) (fun t => l_of (y_of K (line1 a a_dot t)) i)
  (a_dot i - rsum K (fun j => a_dot j * y j)).
Proof.
  pose proof jvp_l_a_needs_1.
  pose proof jvp_l_a_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => l_of (y_of K a') i) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => l_of (y_of K a') i) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => l_of (y_of K a') i) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_l_a_1_lemma jvp_l_a_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_l_a_outright : option (
  is_pd (at0 0) (fun t => l_of (y_of K (line1 a a_dot t)) i)
  (a_dot i - rsum K (fun j => a_dot j * y j))).
Proof.
  attempt "jvp_l_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))).
Defined.
End jvp_l_a.
End log_softmax_theory.
