(* made by derive, do not edit *)
(* Gated linear unit

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (b : nat -> R) (i : nat) : R :=
  1 / (1 + exp (- b i)).
#[local] Hint Unfold sigma_of : definitions.
Definition y_of (a : nat -> R) (sigma : nat -> R) (i : nat) : R :=
  a i * sigma i.
#[local] Hint Unfold y_of : definitions.

Section glu_theory.
Variable (K : nat).
Variables (b a a_dot y_bar b_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation sigma := (sigma_of b).
Local Notation y := (y_of a sigma).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => a' i * sigma i) = sigma i * pd (at1 a j) (fun a' => a' i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => sigma i * a' i)) _).
  { apply pd_ext.
    intros a'; cbv beta.
    arith. }
  assert (pd (at1 a j) (fun a' => sigma i) = 0).
  { apply constant. }
  rule (diff_scale (at1 a j) (fun a' => sigma i) (fun a' => a' i)).
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 b j) (fun b' => 1 + exp (- b' i)) = 0 + exp (- b i) * (- delta i j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 b j) (fun b' => 1) + pd (at1 b j) (fun b' => exp (- b' i))) _).
  { rule (diff_add (at1 b j) (fun b' => 1) (fun b' => exp (- b' i))). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (exp (- b i) * pd (at1 b j) (fun b' => - b' i)) _).
  { rule (diff_exp (at1 b j) (fun b' => - b' i)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- pd (at1 b j) (fun b' => b' i)) _).
  { rule (diff_neg (at1 b j) (fun b' => b' i)). }
  refine (f_equal Ropp _).
  apply variable1.
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  0 + exp (- b i) * (- delta i j) = - (exp (- b i) * delta i j).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (0 - exp (- b i) * delta i j) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => pd (at1 sigma k) (fun sigma' => y_of a sigma' i) * pd (at1 b j) (fun b' => sigma_of b' k)) = rsum K (fun k => a i * delta i k * sigma k * delta k j * (1 - sigma k)).
Proof.
  intros i j ? ?.
  assert ((forall k, (k < K)%nat -> 1 + exp (- b k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((a i * delta i k) * (sigma k * delta k j * (1 - sigma k))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => a i * sigma' i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => a i * sigma' i)) _).
    { reflexivity. }
    apply (eq_eq _ (a i * pd (at1 sigma k) (fun sigma' => sigma' i)) _).
    { assert (pd (at1 sigma k) (fun sigma' => a i) = 0).
      { apply constant. }
      rule (diff_scale (at1 sigma k) (fun sigma' => a i) (fun sigma' => sigma' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => 1 / (1 + exp (- b' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 b j) (fun b' => 1 + exp (- b' k)) / (1 + exp (- b k)) ^ 2)) _).
  { assert (1 + exp (- b k) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- b k)) ^ 2 * pd (at1 b j) (fun b' => 1 + exp (- b' k)))) _).
    { assert (pd (at1 b j) (fun b' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 b j) (fun b' => 1) (fun b' => 1 + exp (- b' k))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- b k) * (- delta k j)) / (1 + exp (- b k)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    rule (shared_2 k j). }
  apply (eq_eq _ (- (- (exp (- b k) * delta k j / (1 + exp (- b k)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- b k) * delta k j)) / (1 + exp (- b k)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_3 k j). }
  apply (eq_eq _ (exp (- b k) * delta k j / (1 + exp (- b k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (sigma k * delta k j - sigma k ^ 2 * delta k j) _).
  { assert (1 + exp (- b k) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * exp (- b k) / (1 + exp (- b k)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- b k)) * delta k j - (1 / (1 + exp (- b k))) ^ 2 * delta k j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k j * sigma k - delta k j * sigma k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  rsum K (fun k => a i * delta i k * sigma k * delta k j * (1 - sigma k)) = a i * sigma i * delta i j * (1 - sigma i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * a i * sigma k * delta k j * (1 - sigma k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => a i * sigma k * delta k j * (1 - sigma k)) i).
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 b j) (fun b' => y_of a (sigma_of b') i) = a i * sigma i * delta i j * (1 - sigma i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 sigma k) (fun sigma' => y_of a sigma' i) * pd (at1 b j) (fun b' => sigma_of b' k))) _).
  { assert ((forall k, (k < K)%nat -> 1 + exp (- b k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- b i) <> 0).
    { sgn. }
    apply (chain1 (at1 b j) K (fun sigma' => y_of a sigma' i) (fun b' => sigma_of b')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => a i * delta i k * sigma k * delta k j * (1 - sigma k))) _).
  { rule (shared_4 i j). }
  rule (shared_5 i j).
Qed.

(** * Derivative by what passes *)

Section passed.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma passed_1_unfold :
  pd (at1 a j) (fun a' => y_of a' sigma i)
  = pd (at1 a j) (fun a' => a' i * sigma i).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma passed_2_diff_scale :
  pd (at1 a j) (fun a' => a' i * sigma i)
  = sigma i * pd (at1 a j) (fun a' => a' i).
Proof.
  rule (shared_1 i j).
Qed.

(* ∂a_i/∂a_j = δ_ij *)
Lemma passed_3_variable :
  sigma i * pd (at1 a j) (fun a' => a' i)
  = sigma i * delta i j.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Theorem passed :
  is_pd (at1 a j) (fun a' => y_of a' sigma i)
  (sigma i * delta i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ passed_1_unfold (eq_eq _ _ _ passed_2_diff_scale passed_3_variable)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition passed_outright : option (
  is_pd (at1 a j) (fun a' => y_of a' sigma i)
  (sigma i * delta i j)).
Proof.
  attempt "passed" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.V (i)) (Formula.C (sigma i)))).
Defined.
End passed.

(** * Derivative by the gate *)

Section gate.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* factor; a constant factor stays in front; derivative of a reciprocal *)
Lemma gate_1_diff_scale :
  pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  = a i * sigma i * (1 - sigma i) * delta i j.
Proof.
  assert (1 + exp (- b i) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => a i * sigma_of b' i)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => a i * sigma_of b' i)) _).
  { reflexivity. }
  apply (eq_eq _ (a i * pd (at1 b j) (fun b' => sigma_of b' i)) _).
  { assert (pd (at1 b j) (fun b' => a i) = 0).
    { apply constant. }
    rule (diff_scale (at1 b j) (fun b' => a i) (fun b' => sigma_of b' i)). }
  apply (eq_eq _ (a i * (- (1 / (1 + exp (- b i)) ^ 2 * (0 + exp (- b i) * (- delta i j))))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 b j) (fun b' => 1 / (1 + exp (- b' i)))) _).
    { reflexivity. }
    apply (eq_eq _ (- (1 / (1 + exp (- b i)) ^ 2 * pd (at1 b j) (fun b' => 1 + exp (- b' i)))) _).
    { assert (pd (at1 b j) (fun b' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 b j) (fun b' => 1) (fun b' => 1 + exp (- b' i))). }
    refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
    rule (shared_2 i j). }
  apply (eq_eq _ (a i * (exp (- b i) * delta i j / (1 + exp (- b i)) ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- (- (exp (- b i) * delta i j / (1 + exp (- b i)) ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / (1 + exp (- b i)) ^ 2 * (- (exp (- b i) * delta i j))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_3 i j). }
      fractions. }
    fractions. }
  apply (eq_eq _ (a i * exp (- b i) * delta i j / (1 + exp (- b i)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (delta i j * exp (- b i) * a i / (1 + exp (- b i)) ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (a i * (1 / (1 + exp (- b i))) * (1 - 1 / (1 + exp (- b i))) * delta i j) _).
  { reflexivity. }
  cancel.
Qed.

(* definition of y_i *)
Lemma gate_2_unfold :
  a i * sigma i * (1 - sigma i) * delta i j
  = y i * (1 - sigma i) * delta i j.
Proof.
  apply (eq_eq _ (delta i j * a i * sigma i - delta i j * a i * sigma i ^ 2) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (a i * sigma i * (1 - sigma i) * delta i j) _).
  { apply (eq_eq _ ((a i * sigma i) * (1 - sigma i) * delta i j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl). }
  arith.
Qed.

Lemma gate_needs_1 :
  1 + exp (- b i) <> 0.
Proof.
  sgn.
Qed.

Theorem gate :
  is_pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  (y i * (1 - sigma i) * delta i j).
Proof.
  pose proof gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gate_1_diff_scale gate_2_unfold).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gate_outright : option (
  is_pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  (y i * (1 - sigma i) * delta i j)).
Proof.
  attempt "gate" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (a i)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (i)))))))).
Defined.
End gate.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* chain rule through σ_k *)
Lemma derivative_y_b_1_chain :
  pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  = rsum K (fun k => pd (at1 sigma k) (fun sigma' => y_of a sigma' i) * pd (at1 b j) (fun b' => sigma_of b' k)).
Proof.
  assert ((forall k, (k < K)%nat -> 1 + exp (- b k) <> 0)).
  { intros k ?.
    sgn. }
  assert (1 + exp (- b i) <> 0).
  { sgn. }
  apply (chain1 (at1 b j) K (fun sigma' => y_of a sigma' i) (fun b' => sigma_of b')); [ dsm | premise ].
Qed.

(* put in ∂y_i/∂σ_k and ∂σ_k/∂b_j *)
Lemma derivative_y_b_2_lemma :
  rsum K (fun k => pd (at1 sigma k) (fun sigma' => y_of a sigma' i) * pd (at1 b j) (fun b' => sigma_of b' k))
  = rsum K (fun k => a i * delta i k * sigma k * delta k j * (1 - sigma k)).
Proof.
  rule (shared_4 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_b_3_sum_delta :
  rsum K (fun k => a i * delta i k * sigma k * delta k j * (1 - sigma k))
  = a i * sigma i * delta i j * (1 - sigma i).
Proof.
  rule (shared_5 i j).
Qed.

Lemma derivative_y_b_needs_1 :
  1 + exp (- b i) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_b :
  is_pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  (a i * sigma i * delta i j * (1 - sigma i)).
Proof.
  pose proof derivative_y_b_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_chain (eq_eq _ _ _ derivative_y_b_2_lemma derivative_y_b_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for gate or else anew *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b j) (fun b' => y_of a (sigma_of b') i)
  (a i * sigma i * delta i j * (1 - sigma i))).
Proof.
  attempt "derivative_y_b" from (gate_outright i j) or Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (a i)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (i)))))))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂b_j *)
Lemma vjp_y_b_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 b j) (fun b' => y_of a (sigma_of b') i))
  = rsum K (fun i => y_bar i * a i * sigma i * delta i j * (1 - sigma i)).
Proof.
  assert ((forall i, (i < K)%nat -> 1 + exp (- b i) <> 0)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (a i * sigma i * delta i j * (1 - sigma i))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_2_sum_delta :
  rsum K (fun i => y_bar i * a i * sigma i * delta i j * (1 - sigma i))
  = y_bar j * a j * sigma j * (1 - sigma j).
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i * a i * sigma i * (1 - sigma i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k * a k * sigma k * (1 - sigma k))) _); [ same | ].
  rule_same (sum_delta K (fun i => y_bar i * a i * sigma i * (1 - sigma i)) j).
Qed.

Lemma vjp_y_b_needs_1 :
  (forall i, (i < K)%nat -> 1 + exp (- b i) <> 0).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_y_b :
  is_pd (at1 b j) (fun b' => rsum K (fun i => y_bar i * y_of a (sigma_of b') i))
  (y_bar j * a j * sigma j * (1 - sigma j)).
Proof.
  pose proof vjp_y_b_needs_1.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 b j) (fun b' => y_of a (sigma_of b') i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b j) (fun b' => rsum K (fun i => y_bar i * y_of a (sigma_of b') i))
  (y_bar j * a j * sigma j * (1 - sigma j))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Mul (Formula.C (a i)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (i))))))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂b_j *)
Lemma jvp_y_b_1_lemma :
  rsum K (fun j => pd (at1 b j) (fun b' => y_of a (sigma_of b') i) * b_dot j)
  = rsum K (fun j => a i * sigma i * delta i j * (1 - sigma i) * b_dot j).
Proof.
  assert (1 + exp (- b i) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((a i * sigma i * delta i j * (1 - sigma i)) * b_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum K (fun j => a i * sigma i * delta i j * (1 - sigma i) * b_dot j)
  = a i * sigma i * (1 - sigma i) * b_dot i.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta j i * a i * sigma i * (1 - sigma i) * b_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k i * a i * sigma i * (1 - sigma i) * b_dot k)) _); [ same | ].
  rule_same (sum_delta K (fun j => a i * sigma i * (1 - sigma i) * b_dot j) i).
Qed.

Lemma jvp_y_b_needs_1 :
  1 + exp (- b i) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of a (sigma_of (line1 b b_dot t)) i)
  (a i * sigma i * (1 - sigma i) * b_dot i).
Proof.
  pose proof jvp_y_b_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 b j) (fun b' => y_of a (sigma_of b') i) * b_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 b j) (fun b' => y_of a (sigma_of b') i) * b_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K b (fun b' => y_of a (sigma_of b') i) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of a (sigma_of (line1 b b_dot t)) i)
  (a i * sigma i * (1 - sigma i) * b_dot i)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Mul (Formula.C (a i)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (i)))))))).
Defined.
End jvp_y_b.

(** * Derivative of y by a *)

Section derivative_y_a.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_a_1_unfold :
  pd (at1 a j) (fun a' => y_of a' sigma i)
  = pd (at1 a j) (fun a' => a' i * sigma i).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_a_2_diff_scale :
  pd (at1 a j) (fun a' => a' i * sigma i)
  = sigma i * pd (at1 a j) (fun a' => a' i).
Proof.
  rule (shared_1 i j).
Qed.

(* ∂a_i/∂a_j = δ_ij *)
Lemma derivative_y_a_3_variable :
  sigma i * pd (at1 a j) (fun a' => a' i)
  = sigma i * delta i j.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Theorem derivative_y_a :
  is_pd (at1 a j) (fun a' => y_of a' sigma i)
  (sigma i * delta i j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_a_1_unfold (eq_eq _ _ _ derivative_y_a_2_diff_scale derivative_y_a_3_variable)).
Qed.

(* the same by the differentiator, by what it found for passed or else anew *)
Definition derivative_y_a_outright : option (
  is_pd (at1 a j) (fun a' => y_of a' sigma i)
  (sigma i * delta i j)).
Proof.
  attempt "derivative_y_a" as (passed_outright i j) or Formula.outright (Formula.by_vector (Formula.Mul (Formula.V (i)) (Formula.C (sigma i)))).
Defined.
End derivative_y_a.

(** * VJP of y for a *)

Section vjp_y_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma vjp_y_a_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of a' sigma i))
  = rsum K (fun i => y_bar i * sigma i * delta i j).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar i * (sigma i * delta i j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 a j) (fun a' => a' i * sigma i)) _).
  { reflexivity. }
  apply (eq_eq _ (sigma i * pd (at1 a j) (fun a' => a' i)) _).
  { rule (shared_1 i j). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_a_2_sum_delta :
  rsum K (fun i => y_bar i * sigma i * delta i j)
  = y_bar j * sigma j.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y_bar i * sigma i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y_bar k * sigma k)) _); [ same | ].
  rule_same (sum_delta K (fun i => y_bar i * sigma i) j).
Qed.

Theorem vjp_y_a :
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of a' sigma i))
  (y_bar j * sigma j).
Proof.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of a' sigma i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_a_1_lemma vjp_y_a_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_a_outright : option (
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of a' sigma i))
  (y_bar j * sigma j)).
Proof.
  attempt "vjp_y_a" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Mul (Formula.V (i)) (Formula.C (sigma i))))))).
Defined.
End vjp_y_a.

(** * JVP of y for a *)

Section jvp_y_a.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma jvp_y_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => y_of a' sigma i) * a_dot j)
  = rsum K (fun j => sigma i * delta i j * a_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((sigma i * delta i j) * a_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 a j) (fun a' => a' i * sigma i)) _).
  { reflexivity. }
  apply (eq_eq _ (sigma i * pd (at1 a j) (fun a' => a' i)) _).
  { rule (shared_1 i j). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_a_2_sum_delta :
  rsum K (fun j => sigma i * delta i j * a_dot j)
  = sigma i * a_dot i.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta j i * sigma i * a_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k i * sigma i * a_dot k)) _); [ same | ].
  rule_same (sum_delta K (fun j => sigma i * a_dot j) i).
Qed.

Theorem jvp_y_a :
  is_pd (at0 0) (fun t => y_of (line1 a a_dot t) sigma i)
  (sigma i * a_dot i).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of a' sigma i) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of a' sigma i) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => y_of a' sigma i) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_a_1_lemma jvp_y_a_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_a_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 a a_dot t) sigma i)
  (sigma i * a_dot i)).
Proof.
  attempt "jvp_y_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Mul (Formula.V (i)) (Formula.C (sigma i)))).
Defined.
End jvp_y_a.
End glu_theory.
