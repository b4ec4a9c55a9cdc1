(* made by derive, do not edit *)
(* Sigmoid

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (x : R) : R :=
  1 + exp (- x).
#[local] Hint Unfold u_of : definitions.
Definition sigma_of (u : R) : R :=
  1 / u.
#[local] Hint Unfold sigma_of : definitions.

Section sigmoid_theory.
Variables (x x_dot sigma_bar : R).
Local Notation u := (u_of x).
Local Notation sigma := (sigma_of u).

(** * What several lines rest on *)

Lemma shared_1 :
  (exp x <> 0) ->
  (1 + 1 / exp x <> 0) ->
  (1 + exp x <> 0) ->
  sigma = exp x / (1 + exp x).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 / u) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp x)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (1 + exp (- x)) _).
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    rule (exp_neg x). }
  cancel.
Qed.

Lemma shared_2 :
  pd (at0 x) (fun x' => 1 + exp (- x')) = 0 + exp (- x) * (-1).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp (- x'))) _).
  { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp (- x'))). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (exp (- x) * pd (at0 x) (fun x' => - x')) _).
  { rule (diff_exp (at0 x) (fun x' => - x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- pd (at0 x) (fun x' => x')) _).
  { rule (diff_neg (at0 x) (fun x' => x')). }
  apply (eq_eq _ (- 1) _); [ | same ].
  refine (f_equal Ropp _).
  apply variable0.
Qed.

Lemma shared_3 :
  0 + exp (- x) * (-1) = - exp (- x).
Proof.
  apply (eq_eq _ (0 - exp (- x)) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_4 :
  (u <> 0) ->
  pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x') = - (1 / u ^ 2 * (- exp (- x))).
Proof.
  intros ?.
  apply (eq_eq _ ((- (1 / u ^ 2)) * (- exp (- x))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 u) (fun u' => 1 / u')) _).
    { reflexivity. }
    apply (eq_eq _ (- (pd (at0 u) (fun u' => u') / u ^ 2)) _).
    { assert (u <> 0).
      { sgn. }
      apply (eq_eq _ (- (1 / u ^ 2 * pd (at0 u) (fun u' => u'))) _).
      { assert (pd (at0 u) (fun u' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at0 u) (fun u' => 1) (fun u' => u')). }
      refine (f_equal Ropp _).
      fractions. }
    refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply variable0. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 + exp (- x'))) _).
  { reflexivity. }
  apply (eq_eq _ (0 + exp (- x) * (-1)) _).
  { rule shared_2. }
  rule shared_3.
Qed.

Lemma shared_5 :
  sigma - sigma ^ 2 = sigma * (1 - sigma).
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  - (1 / u ^ 2 * (- exp (- x))) = sigma - sigma ^ 2.
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ (- (1 / (1 + exp (- x)) ^ 2 * (- exp (- x)))) _).
  { reflexivity. }
  apply (eq_eq _ (exp (- x) / (1 + exp (- x)) ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- x)) - (1 / (1 + exp (- x))) ^ 2) _).
  { reflexivity. }
  cancel.
Qed.

Lemma shared_7 :
  pd (at0 x) (fun x' => sigma_of (u_of x')) = sigma * (1 - sigma).
Proof.
  apply (eq_eq _ (pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x')) _).
  { assert (u <> 0).
    { sgn. }
    apply (chain0 (at0 x) (fun u' => sigma_of u') (fun x' => u_of x')); [ dex | premise ]. }
  apply (eq_eq _ (- (1 / u ^ 2 * (- exp (- x)))) _).
  { assert (u <> 0).
    { sgn. }
    rule shared_4. }
  apply (eq_eq _ (sigma - sigma ^ 2) _).
  { rule shared_6. }
  rule shared_5.
Qed.

(** * positive *)

Section positive.

(* by the signs of its parts *)
Lemma positive_1_sign :
  0
  < sigma.
Proof.
  sgn.
Qed.

Theorem positive :
  0
  < sigma.
Proof.
  exact positive_1_sign.
Qed.
End positive.

(** * below-one *)

Section below_one.

(* the difference is 1/(1 + exp(x)) *)
Lemma below_one_1_difference :
  sigma
  < 1.
Proof.
  apply (difference_lt _ _ (1 / (1 + exp x))).
  { assert (1 + exp x <> 0).
    { sgn. }
    assert (1 + 1 / exp x <> 0).
    { sgn. }
    assert (exp x <> 0).
    { sgn. }
    apply (eq_eq _ (1 - exp x / (1 + exp x)) _).
    { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
      rule shared_1. }
    apply (eq_eq _ (1 / (1 + exp x)) _).
    { cancel. }
    reflexivity. }
  sgn.
Qed.

Theorem below_one :
  sigma
  < 1.
Proof.
  exact below_one_1_difference.
Qed.
End below_one.

(** * Derivative *)

Section derivative.

(* chain rule through u *)
Lemma derivative_1_chain :
  pd (at0 x) (fun x' => sigma_of (u_of x'))
  = pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x').
Proof.
  assert (u <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / u_of x')) _).
  { reflexivity. }
  apply (eq_eq _ (- (1 / u ^ 2 * pd (at0 x) (fun x' => u_of x'))) _).
  { assert (pd (at0 x) (fun x' => 1) = 0).
    { apply constant. }
    rule (diff_inverse (at0 x) (fun x' => 1) (fun x' => u_of x')). }
  apply (eq_eq _ (- (1 / u ^ 2 * (0 + exp (- x) * (-1)))) _).
  { refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 + exp (- x'))) _).
    { reflexivity. }
    rule shared_2. }
  apply (eq_eq _ (- (- (exp (- x) / u ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (1 / u ^ 2 * (- exp (- x))) _).
    { refine (f_equal2 Rmult eq_refl _).
      rule shared_3. }
    fractions. }
  apply (eq_eq _ (exp (- x) / u ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (1 / u ^ 2 * (- exp (- x)))) _).
  { rule shared_4. }
  fractions.
Qed.

(* put in ∂σ/∂u and ∂u/∂x *)
Lemma derivative_2_lemma :
  pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x')
  = (-1) / u ^ 2 * (- exp (- x)).
Proof.
  assert (u <> 0).
  { sgn. }
  apply (eq_eq _ (- (1 / u ^ 2 * (- exp (- x)))) _).
  { rule shared_4. }
  apply (eq_eq _ (exp (- x) / u ^ 2) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* definition of u *)
Lemma derivative_3_unfold :
  (-1) / u ^ 2 * (- exp (- x))
  = exp (- x) / (1 + exp (- x)) ^ 2.
Proof.
  apply (eq_eq _ ((-1) / (1 + exp (- x)) ^ 2 * (- exp (- x))) _).
  { reflexivity. }
  apply (eq_eq _ (exp (- x) / (1 + exp (- x)) ^ 2) _).
  { fractions. }
  reflexivity.
Qed.

(* add and subtract 1 *)
Lemma derivative_4_ring :
  exp (- x) / (1 + exp (- x)) ^ 2
  = (1 + exp (- x) + (-1)) / (1 + exp (- x)) ^ 2.
Proof.
  symmetry.
  fractions.
Qed.

(* definition of σ *)
Lemma derivative_5_unfold :
  (1 + exp (- x) + (-1)) / (1 + exp (- x)) ^ 2
  = sigma - sigma ^ 2.
Proof.
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  apply (eq_eq _ ((1 + 1 / exp x + (-1)) / (1 + 1 / exp x) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus eq_refl _) eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
    { rule (exp_neg x). }
    rule (exp_neg x). }
  apply (eq_eq _ (exp x / (1 + exp x) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp x / (1 + exp x) - (exp x / (1 + exp x)) ^ 2) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp (f_equal (fun x => x ^ 2) _))).
    { rule shared_1. }
    rule shared_1. }
  cancel.
Qed.

(* factor out σ *)
Lemma derivative_6_ring :
  sigma - sigma ^ 2
  = sigma * (1 - sigma).
Proof.
  rule shared_5.
Qed.

Lemma derivative_needs_1 :
  u <> 0.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => sigma_of (u_of x'))
  (sigma * (1 - sigma)).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_chain (eq_eq _ _ _ derivative_2_lemma (eq_eq _ _ _ derivative_3_unfold (eq_eq _ _ _ derivative_4_ring (eq_eq _ _ _ derivative_5_unfold derivative_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => sigma_of (u_of x'))
  (sigma * (1 - sigma))).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End derivative.

(** * Derivative of sigma by x *)

Section derivative_sigma_x.

(* chain rule through u *)
Lemma derivative_sigma_x_1_chain :
  pd (at0 x) (fun x' => sigma_of (u_of x'))
  = pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x').
Proof.
  assert (u <> 0).
  { sgn. }
  apply (chain0 (at0 x) (fun u' => sigma_of u') (fun x' => u_of x')); [ dex | premise ].
Qed.

(* put in ∂σ/∂u and ∂u/∂x *)
Lemma derivative_sigma_x_2_lemma :
  pd (at0 u) (fun u' => sigma_of u') * pd (at0 x) (fun x' => u_of x')
  = - (1 / u ^ 2 * (- exp (- x))).
Proof.
  assert (u <> 0).
  { sgn. }
  rule shared_4.
Qed.

(* definition of σ *)
Lemma derivative_sigma_x_3_unfold :
  - (1 / u ^ 2 * (- exp (- x)))
  = sigma - sigma ^ 2.
Proof.
  rule shared_6.
Qed.

(* factor out σ *)
Lemma derivative_sigma_x_4_ring :
  sigma - sigma ^ 2
  = sigma * (1 - sigma).
Proof.
  rule shared_5.
Qed.

Lemma derivative_sigma_x_needs_1 :
  u <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_sigma_x :
  is_pd (at0 x) (fun x' => sigma_of (u_of x'))
  (sigma * (1 - sigma)).
Proof.
  pose proof derivative_sigma_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_sigma_x_1_chain (eq_eq _ _ _ derivative_sigma_x_2_lemma (eq_eq _ _ _ derivative_sigma_x_3_unfold derivative_sigma_x_4_ring))).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_sigma_x_outright : option (
  is_pd (at0 x) (fun x' => sigma_of (u_of x'))
  (sigma * (1 - sigma))).
Proof.
  attempt "derivative_sigma_x" as (derivative_outright) or Formula.outright (Formula.by_number (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End derivative_sigma_x.

(** * VJP of sigma for x *)

Section vjp_sigma_x.

(* put in ∂σ/∂x *)
Lemma vjp_sigma_x_1_lemma :
  sigma_bar * pd (at0 x) (fun x' => sigma_of (u_of x'))
  = sigma_bar * sigma * (1 - sigma).
Proof.
  assert (u <> 0).
  { sgn. }
  apply (eq_eq _ (sigma_bar * (sigma * (1 - sigma))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule shared_7.
Qed.

Lemma vjp_sigma_x_needs_1 :
  u <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_sigma_x :
  is_pd (at0 x) (fun x' => sigma_bar * sigma_of (u_of x'))
  (sigma_bar * sigma * (1 - sigma)).
Proof.
  pose proof vjp_sigma_x_needs_1.
  apply (is_pd_eq _ _ (sigma_bar * pd (at0 x) (fun x' => sigma_of (u_of x'))) _).
  { weighted. }
  exact vjp_sigma_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_sigma_x_outright : option (
  is_pd (at0 x) (fun x' => sigma_bar * sigma_of (u_of x'))
  (sigma_bar * sigma * (1 - sigma))).
Proof.
  attempt "vjp_sigma_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (sigma_bar)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End vjp_sigma_x.

(** * JVP of sigma for x *)

Section jvp_sigma_x.

(* put in ∂σ/∂x *)
Lemma jvp_sigma_x_1_lemma :
  pd (at0 x) (fun x' => sigma_of (u_of x')) * x_dot
  = sigma * (1 - sigma) * x_dot.
Proof.
  assert (u <> 0).
  { sgn. }
  apply (eq_eq _ ((sigma * (1 - sigma)) * x_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_7.
Qed.

Lemma jvp_sigma_x_needs_1 :
  u <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_sigma_x :
  is_pd (at0 0) (fun t => sigma_of (u_of (line0 x x_dot t)))
  (sigma * (1 - sigma) * x_dot).
Proof.
  pose proof jvp_sigma_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => sigma_of (u_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => sigma_of (u_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => sigma_of (u_of x')) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_sigma_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_sigma_x_outright : option (
  is_pd (at0 0) (fun t => sigma_of (u_of (line0 x x_dot t)))
  (sigma * (1 - sigma) * x_dot)).
Proof.
  attempt "jvp_sigma_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End jvp_sigma_x.
End sigmoid_theory.
