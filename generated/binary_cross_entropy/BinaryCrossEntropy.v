(* made by derive, do not edit *)
(* Binary cross-entropy on a logit

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition L_of (t : R) (sigma : R) : R :=
  - (t * ln sigma + (1 - t) * ln (1 - sigma)).
#[local] Hint Unfold L_of : definitions.

Section binary_cross_entropy_theory.
Variables (x t t_dot L_bar x_dot : R).
Local Notation sigma := (sigma_of x).
Local Notation L := (L_of t sigma).

(** * What several lines rest on *)

Lemma shared_1 :
  1 - sigma = 1 / (1 + exp x).
Proof.
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  apply (eq_eq _ (1 - exp x / (1 + exp x)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    apply (eq_eq _ (1 / (1 + exp (- x))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + 1 / exp x)) _).
    { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (exp_neg x). }
    cancel. }
  apply (eq_eq _ (1 / (1 + exp x)) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_2 :
  pd (at0 sigma) (fun sigma' => - (t * ln sigma' + (1 - t) * ln (1 - sigma'))) = - (t / sigma - (1 - t) / (1 - sigma)).
Proof.
  assert (0 < 1 - sigma).
  { apply (lt_eq _ (1 / (1 + exp x)) _).
    { sgn. }
    symmetry.
    rule shared_1. }
  assert (0 < sigma).
  { sgn. }
  apply (eq_eq _ (- pd (at0 sigma) (fun sigma' => t * ln sigma' + (1 - t) * ln (1 - sigma'))) _).
  { rule (diff_neg (at0 sigma) (fun sigma' => t * ln sigma' + (1 - t) * ln (1 - sigma'))). }
  apply (eq_eq _ (- (t * (1 / sigma) * 1 + (1 - t) * (1 / (1 - sigma)) * (0 + (-1)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 sigma) (fun sigma' => t * ln sigma') + pd (at0 sigma) (fun sigma' => (1 - t) * ln (1 - sigma'))) _).
    { rule (diff_add (at0 sigma) (fun sigma' => t * ln sigma') (fun sigma' => (1 - t) * ln (1 - sigma'))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 sigma) (fun sigma' => t * ln sigma')) _).
      { reflexivity. }
      apply (eq_eq _ (t * pd (at0 sigma) (fun sigma' => ln sigma')) _).
      { assert (pd (at0 sigma) (fun sigma' => t) = 0).
        { apply constant. }
        rule (diff_scale (at0 sigma) (fun sigma' => t) (fun sigma' => ln sigma')). }
      apply (eq_eq _ (t * (1 / sigma * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (1 / sigma * pd (at0 sigma) (fun sigma' => sigma')) _).
      { rule (diff_log (at0 sigma) (fun sigma' => sigma')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 sigma) (fun sigma' => (1 - t) * ln (1 - sigma'))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t) * pd (at0 sigma) (fun sigma' => ln (1 - sigma'))) _).
    { assert (pd (at0 sigma) (fun sigma' => 1 - t) = 0).
      { apply constant. }
      rule (diff_scale (at0 sigma) (fun sigma' => 1 - t) (fun sigma' => ln (1 - sigma'))). }
    apply (eq_eq _ ((1 - t) * (1 / (1 - sigma) * (0 + (-1)))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / (1 - sigma) * pd (at0 sigma) (fun sigma' => 1 - sigma')) _).
    { rule (diff_log (at0 sigma) (fun sigma' => 1 - sigma')). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 sigma) (fun sigma' => 1) + pd (at0 sigma) (fun sigma' => - sigma')) _).
    { rule (diff_add (at0 sigma) (fun sigma' => 1) (fun sigma' => - sigma')). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at0 sigma) (fun sigma' => sigma')) _).
    { rule (diff_neg (at0 sigma) (fun sigma' => sigma')). }
    apply (eq_eq _ (- 1) _); [ | same ].
    refine (f_equal Ropp _).
    apply variable0. }
  refine (f_equal Ropp (f_equal2 Rplus _ _)).
  { fractions. }
  apply (eq_eq _ ((1 - t) * (1 / (1 - sigma)) * (-1)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    arith. }
  fractions.
Qed.

Lemma shared_3 :
  - (t / sigma - (1 - t) / (1 - sigma)) = (sigma - t) / (sigma * (1 - sigma)).
Proof.
  assert (1 - sigma <> 0).
  { apply (eq_ne _ (1 / (1 + exp x)) _).
    { rule shared_1. }
    sgn. }
  assert (sigma <> 0).
  { sgn. }
  apply (eq_eq _ ((- sigma + t) / (sigma * ((-1) + sigma))) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma shared_4 :
  pd (at0 x) (fun x' => L_of t (sigma_of x')) = pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  assert (0 < 1 - sigma).
  { apply (lt_eq _ (1 / (1 + exp x)) _).
    { sgn. }
    symmetry.
    rule shared_1. }
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (chain0 (at0 x) (fun sigma' => L_of t sigma') (fun x' => sigma_of x')); [ dex | premise ].
Qed.

Lemma shared_5 :
  pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x') = (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma).
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  assert (0 < 1 - sigma).
  { apply (lt_eq _ (1 / (1 + exp x)) _).
    { sgn. }
    symmetry.
    rule shared_1. }
  assert (0 < sigma).
  { sgn. }
  apply (eq_eq _ ((sigma - t) / (sigma * (1 - sigma)) * (sigma * (1 - sigma))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 sigma) (fun sigma' => - (t * ln sigma' + (1 - t) * ln (1 - sigma')))) _).
    { reflexivity. }
    apply (eq_eq _ (- (t / sigma - (1 - t) / (1 - sigma))) _).
    { rule shared_2. }
    rule shared_3. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / (1 + exp (- x')))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at0 x) (fun x' => 1 + exp (- x')) / (1 + exp (- x)) ^ 2)) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- x)) ^ 2 * pd (at0 x) (fun x' => 1 + exp (- x')))) _).
    { assert (pd (at0 x) (fun x' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at0 x) (fun x' => 1) (fun x' => 1 + exp (- x'))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- x) * (-1)) / (1 + exp (- x)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
    apply variable0. }
  apply (eq_eq _ (- (- (exp (- x) / (1 + exp (- x)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- exp (- x)) / (1 + exp (- x)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- x)) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- x) / (1 + exp (- x)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (sigma - sigma ^ 2) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- x)) - (1 / (1 + exp (- x))) ^ 2) _).
    { reflexivity. }
    cancel. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma) = sigma - t.
Proof.
  assert (1 - sigma <> 0).
  { apply (eq_ne _ (1 / (1 + exp x)) _).
    { rule shared_1. }
    sgn. }
  assert (sigma <> 0).
  { sgn. }
  apply (eq_eq _ (sigma - t) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_7 :
  pd (at0 t) (fun t' => - (t' * ln sigma + (1 - t') * ln (1 - sigma))) = - (ln sigma - ln (1 - sigma)).
Proof.
  apply (eq_eq _ (- pd (at0 t) (fun t' => t' * ln sigma + (1 - t') * ln (1 - sigma))) _).
  { rule (diff_neg (at0 t) (fun t' => t' * ln sigma + (1 - t') * ln (1 - sigma))). }
  apply (eq_eq _ (- (ln sigma * 1 + ln (1 - sigma) * (0 + (-1)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 t) (fun t' => t' * ln sigma) + pd (at0 t) (fun t' => (1 - t') * ln (1 - sigma))) _).
    { rule (diff_add (at0 t) (fun t' => t' * ln sigma) (fun t' => (1 - t') * ln (1 - sigma))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 t) (fun t' => ln sigma * t')) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (ln sigma * pd (at0 t) (fun t' => t')) _).
      { assert (pd (at0 t) (fun t' => ln sigma) = 0).
        { apply constant. }
        rule (diff_scale (at0 t) (fun t' => ln sigma) (fun t' => t')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 t) (fun t' => ln (1 - sigma) * (1 - t'))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      arith. }
    apply (eq_eq _ (ln (1 - sigma) * pd (at0 t) (fun t' => 1 - t')) _).
    { assert (pd (at0 t) (fun t' => ln (1 - sigma)) = 0).
      { apply constant. }
      rule (diff_scale (at0 t) (fun t' => ln (1 - sigma)) (fun t' => 1 - t')). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 t) (fun t' => 1) + pd (at0 t) (fun t' => - t')) _).
    { rule (diff_add (at0 t) (fun t' => 1) (fun t' => - t')). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at0 t) (fun t' => t')) _).
    { rule (diff_neg (at0 t) (fun t' => t')). }
    apply (eq_eq _ (- 1) _); [ | same ].
    refine (f_equal Ropp _).
    apply variable0. }
  refine (f_equal Ropp (f_equal2 Rplus _ _)).
  { arith. }
  apply (eq_eq _ (ln (1 - sigma) * (-1)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_8 :
  - (ln sigma - ln (1 - sigma)) = ln (1 - sigma) - ln sigma.
Proof.
  apply (eq_eq _ (ln (1 - sigma) - ln sigma) _).
  { arith. }
  reflexivity.
Qed.

(** * The outer derivative *)

Section outer.

(* definition of ℒ *)
Lemma outer_1_unfold :
  pd (at0 sigma) (fun sigma' => L_of t sigma')
  = pd (at0 sigma) (fun sigma' => - (t * ln sigma' + (1 - t) * ln (1 - sigma'))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; derivative of log, chain rule *)
Lemma outer_2_diff_scale :
  pd (at0 sigma) (fun sigma' => - (t * ln sigma' + (1 - t) * ln (1 - sigma')))
  = - (t / sigma - (1 - t) / (1 - sigma)).
Proof.
  rule shared_2.
Qed.

(* rearrange *)
Lemma outer_3_ring :
  - (t / sigma - (1 - t) / (1 - sigma))
  = (sigma - t) / (sigma * (1 - sigma)).
Proof.
  rule shared_3.
Qed.

(* split the fraction *)
Lemma outer_4_ring :
  (sigma - t) / (sigma * (1 - sigma))
  = (1 - t) / (1 - sigma) - t / sigma.
Proof.
  assert (1 - sigma <> 0).
  { apply (eq_ne _ (1 / (1 + exp x)) _).
    { rule shared_1. }
    sgn. }
  assert (sigma <> 0).
  { sgn. }
  apply (eq_eq _ ((- sigma + t) / (sigma * ((-1) + sigma))) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma outer_needs_1 :
  0 < sigma.
Proof.
  sgn.
Qed.

Lemma outer_needs_2 :
  0 < 1 - sigma.
Proof.
  apply (lt_eq _ (1 / (1 + exp x)) _).
  { sgn. }
  symmetry.
  rule shared_1.
Qed.

Theorem outer :
  is_pd (at0 sigma) (fun sigma' => L_of t sigma')
  ((1 - t) / (1 - sigma) - t / sigma).
Proof.
  pose proof outer_needs_1.
  pose proof outer_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ outer_1_unfold (eq_eq _ _ _ outer_2_diff_scale (eq_eq _ _ _ outer_3_ring outer_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition outer_outright : option (
  is_pd (at0 sigma) (fun sigma' => L_of t sigma')
  ((1 - t) / (1 - sigma) - t / sigma)).
Proof.
  attempt "outer" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.V tt))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.V tt))))))).
Defined.
End outer.

(** * Gradient *)

Section gradient.

(* chain rule through σ *)
Lemma gradient_1_chain :
  pd (at0 x) (fun x' => L_of t (sigma_of x'))
  = pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  rule shared_4.
Qed.

(* put in ∂ℒ/∂σ and ∂σ/∂x *)
Lemma gradient_2_lemma :
  pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x')
  = (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma).
Proof.
  rule shared_5.
Qed.

(* multiply out *)
Lemma gradient_3_ring :
  (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma)
  = sigma - t.
Proof.
  rule shared_6.
Qed.

Lemma gradient_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Lemma gradient_needs_3 :
  0 < 1 - sigma.
Proof.
  apply (lt_eq _ (1 / (1 + exp x)) _).
  { sgn. }
  symmetry.
  rule shared_1.
Qed.

Theorem gradient :
  is_pd (at0 x) (fun x' => L_of t (sigma_of x'))
  (sigma - t).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  pose proof gradient_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma gradient_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at0 x) (fun x' => L_of t (sigma_of x'))
  (sigma - t)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End gradient.

(** * Derivative of L by x *)

Section derivative_L_x.

(* chain rule through σ *)
Lemma derivative_L_x_1_chain :
  pd (at0 x) (fun x' => L_of t (sigma_of x'))
  = pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  rule shared_4.
Qed.

(* put in ∂ℒ/∂σ and ∂σ/∂x *)
Lemma derivative_L_x_2_lemma :
  pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x')
  = (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma).
Proof.
  rule shared_5.
Qed.

(* multiply out *)
Lemma derivative_L_x_3_ring :
  (sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma)
  = sigma - t.
Proof.
  rule shared_6.
Qed.

Lemma derivative_L_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Lemma derivative_L_x_needs_3 :
  0 < 1 - sigma.
Proof.
  apply (lt_eq _ (1 / (1 + exp x)) _).
  { sgn. }
  symmetry.
  rule shared_1.
Qed.

Theorem derivative_L_x :
  is_pd (at0 x) (fun x' => L_of t (sigma_of x'))
  (sigma - t).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  pose proof derivative_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain (eq_eq _ _ _ derivative_L_x_2_lemma derivative_L_x_3_ring)).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_x_outright : option (
  is_pd (at0 x) (fun x' => L_of t (sigma_of x'))
  (sigma - t)).
Proof.
  attempt "derivative_L_x" as (gradient_outright) or Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.

(* put in ∂ℒ/∂x *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at0 x) (fun x' => L_of t (sigma_of x'))
  = L_bar * (sigma - t).
Proof.
  assert (0 < 1 - sigma).
  { apply (lt_eq _ (1 / (1 + exp x)) _).
    { sgn. }
    symmetry.
    rule shared_1. }
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x')) _).
  { rule shared_4. }
  apply (eq_eq _ ((sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma)) _).
  { rule shared_5. }
  rule shared_6.
Qed.

Lemma vjp_L_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Lemma vjp_L_x_needs_3 :
  0 < 1 - sigma.
Proof.
  apply (lt_eq _ (1 / (1 + exp x)) _).
  { sgn. }
  symmetry.
  rule shared_1.
Qed.

Theorem vjp_L_x :
  is_pd (at0 x) (fun x' => L_bar * L_of t (sigma_of x'))
  (L_bar * (sigma - t)).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  pose proof vjp_L_x_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at0 x) (fun x' => L_of t (sigma_of x'))) _).
  { weighted. }
  exact vjp_L_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at0 x) (fun x' => L_bar * L_of t (sigma_of x'))
  (L_bar * (sigma - t))).
Proof.
  attempt "vjp_L_x" times (gradient_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))))))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x *)
Lemma jvp_L_x_1_lemma :
  pd (at0 x) (fun x' => L_of t (sigma_of x')) * x_dot
  = (sigma - t) * x_dot.
Proof.
  assert (0 < 1 - sigma).
  { apply (lt_eq _ (1 / (1 + exp x)) _).
    { sgn. }
    symmetry.
    rule shared_1. }
  assert (0 < sigma).
  { sgn. }
  assert (1 + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 sigma) (fun sigma' => L_of t sigma') * pd (at0 x) (fun x' => sigma_of x')) _).
  { rule shared_4. }
  apply (eq_eq _ ((sigma - t) / (sigma * (1 - sigma)) * sigma * (1 - sigma)) _).
  { rule shared_5. }
  rule shared_6.
Qed.

Lemma jvp_L_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_x_needs_2 :
  0 < sigma.
Proof.
  sgn.
Qed.

Lemma jvp_L_x_needs_3 :
  0 < 1 - sigma.
Proof.
  apply (lt_eq _ (1 / (1 + exp x)) _).
  { sgn. }
  symmetry.
  rule shared_1.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of t (sigma_of (line0 x x_dot t')))
  ((sigma - t) * x_dot).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  pose proof jvp_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => L_of t (sigma_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => L_of t (sigma_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => L_of t (sigma_of x')) (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t' => L_of t (sigma_of (line0 x x_dot t')))
  ((sigma - t) * x_dot)).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End jvp_L_x.

(** * Derivative of L by t *)

Section derivative_L_t.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at0 t) (fun t' => L_of t' sigma)
  = pd (at0 t) (fun t' => - (t' * ln sigma + (1 - t') * ln (1 - sigma))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at0 t) (fun t' => - (t' * ln sigma + (1 - t') * ln (1 - sigma)))
  = - (ln sigma - ln (1 - sigma)).
Proof.
  rule shared_7.
Qed.

(* multiply out *)
Lemma derivative_L_t_3_ring :
  - (ln sigma - ln (1 - sigma))
  = ln (1 - sigma) - ln sigma.
Proof.
  rule shared_8.
Qed.

Theorem derivative_L_t :
  is_pd (at0 t) (fun t' => L_of t' sigma)
  (ln (1 - sigma) - ln sigma).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale derivative_L_t_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_of t' sigma)
  (ln (1 - sigma) - ln sigma)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma))))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.

(* put in ∂ℒ/∂t *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at0 t) (fun t' => L_of t' sigma)
  = L_bar * (ln (1 - sigma) - ln sigma).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (t' * ln sigma + (1 - t') * ln (1 - sigma)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln sigma - ln (1 - sigma))) _).
  { rule shared_7. }
  rule shared_8.
Qed.

Theorem vjp_L_t :
  is_pd (at0 t) (fun t' => L_bar * L_of t' sigma)
  (L_bar * (ln (1 - sigma) - ln sigma)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 t) (fun t' => L_of t' sigma)) _).
  { weighted. }
  exact vjp_L_t_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_bar * L_of t' sigma)
  (L_bar * (ln (1 - sigma) - ln sigma))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma)))))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t *)
Lemma jvp_L_t_1_lemma :
  pd (at0 t) (fun t' => L_of t' sigma) * t_dot
  = (ln (1 - sigma) - ln sigma) * t_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (t' * ln sigma + (1 - t') * ln (1 - sigma)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln sigma - ln (1 - sigma))) _).
  { rule shared_7. }
  rule shared_8.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of (line0 t t_dot t') sigma)
  ((ln (1 - sigma) - ln sigma) * t_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 t) (fun t' => L_of t' sigma) * t_dot) _).
  { apply (eq_eq _ (pd (at0 t) (fun t'' => L_of t'' sigma) * t_dot) _).
    { refine (eq_trans (chain0_at (at0 0) t (fun t'' => L_of t'' sigma) (fun t' => (line0 t t_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of (line0 t t_dot t') sigma)
  ((ln (1 - sigma) - ln sigma) * t_dot)).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 t) (Formula.flat0 t_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma))))))).
Defined.
End jvp_L_t.
End binary_cross_entropy_theory.
