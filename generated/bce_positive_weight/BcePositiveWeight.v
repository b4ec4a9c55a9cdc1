(* made by derive, do not edit *)
(* Binary cross-entropy with a weight for positives

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition L_of (w : R) (t : R) (sigma : R) : R :=
  - (w * t * ln sigma + (1 - t) * ln (1 - sigma)).
#[local] Hint Unfold L_of : definitions.

Section bce_positive_weight_theory.
Variables (x t w t_dot L_bar w_dot x_dot : R).
Local Notation sigma := (sigma_of x).
Local Notation L := (L_of w t sigma).

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
  pd (at0 x) (fun x' => L_of w t (sigma_of x')) = pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x').
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
  apply (chain0 (at0 x) (fun sigma' => L_of w t sigma') (fun x' => sigma_of x')); [ dex | premise ].
Qed.

Lemma shared_3 :
  pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x') = ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma).
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
  apply (eq_eq _ (((1 - t) / (1 - sigma) - w * t / sigma) * (sigma * (1 - sigma))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 sigma) (fun sigma' => - (w * t * ln sigma' + (1 - t) * ln (1 - sigma')))) _).
    { reflexivity. }
    apply (eq_eq _ (- (w * t / sigma - (1 - t) / (1 - sigma))) _).
    { assert (0 < 1 - sigma).
      { apply (lt_eq _ (1 / (1 + exp x)) _).
        { sgn. }
        symmetry.
        rule shared_1. }
      assert (0 < sigma).
      { sgn. }
      apply (eq_eq _ (- pd (at0 sigma) (fun sigma' => w * t * ln sigma' + (1 - t) * ln (1 - sigma'))) _).
      { rule (diff_neg (at0 sigma) (fun sigma' => w * t * ln sigma' + (1 - t) * ln (1 - sigma'))). }
      apply (eq_eq _ (- (w * t * (1 / sigma) * 1 + (1 - t) * (1 / (1 - sigma)) * (0 + (-1)))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at0 sigma) (fun sigma' => w * t * ln sigma') + pd (at0 sigma) (fun sigma' => (1 - t) * ln (1 - sigma'))) _).
        { rule (diff_add (at0 sigma) (fun sigma' => w * t * ln sigma') (fun sigma' => (1 - t) * ln (1 - sigma'))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at0 sigma) (fun sigma' => w * t * ln sigma')) _).
          { reflexivity. }
          apply (eq_eq _ (w * t * pd (at0 sigma) (fun sigma' => ln sigma')) _).
          { assert (pd (at0 sigma) (fun sigma' => w * t) = 0).
            { apply constant. }
            rule_same (diff_scale (at0 sigma) (fun sigma' => w * t) (fun sigma' => ln sigma')). }
          apply (eq_eq _ (w * t * (1 / sigma * 1)) _); [ | same ].
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
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
      fractions. }
    assert (1 - sigma <> 0).
    { apply (eq_ne _ (1 / (1 + exp x)) _).
      { rule shared_1. }
      sgn. }
    assert (sigma <> 0).
    { sgn. }
    apply (eq_eq _ ((- sigma + sigma * t - sigma * t * w + t * w) / (sigma * ((-1) + sigma))) _).
    { cancel. }
    symmetry.
    cancel. }
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

Lemma shared_4 :
  ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma) = w * t * sigma + sigma - w * t - t * sigma.
Proof.
  assert (1 - sigma <> 0).
  { apply (eq_ne _ (1 / (1 + exp x)) _).
    { rule shared_1. }
    sgn. }
  assert (sigma <> 0).
  { sgn. }
  apply (eq_eq _ (sigma - sigma * t + sigma * t * w - t * w) _).
  { cancel. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  w * t * sigma + sigma - w * t - t * sigma = sigma - t * (w + sigma * (1 - w)).
Proof.
  apply (eq_eq _ (sigma - sigma * t + sigma * t * w - t * w) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  pd (at0 x) (fun x' => L_of w t (sigma_of x')) = sigma - t * (w + sigma * (1 - w)).
Proof.
  apply (eq_eq _ (pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x')) _).
  { rule shared_2. }
  apply (eq_eq _ (((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma)) _).
  { rule shared_3. }
  apply (eq_eq _ (w * t * sigma + sigma - w * t - t * sigma) _).
  { rule shared_4. }
  rule shared_5.
Qed.

Lemma shared_7 :
  pd (at0 w) (fun w' => - (w' * t * ln sigma + (1 - t) * ln (1 - sigma))) = - (t * ln sigma).
Proof.
  apply (eq_eq _ (- pd (at0 w) (fun w' => w' * t * ln sigma + (1 - t) * ln (1 - sigma))) _).
  { rule (diff_neg (at0 w) (fun w' => w' * t * ln sigma + (1 - t) * ln (1 - sigma))). }
  apply (eq_eq _ (- (t * ln sigma * 1 + 0)) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 w) (fun w' => w' * t * ln sigma) + pd (at0 w) (fun w' => (1 - t) * ln (1 - sigma))) _).
    { rule (diff_add (at0 w) (fun w' => w' * t * ln sigma) (fun w' => (1 - t) * ln (1 - sigma))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 w) (fun w' => t * ln sigma * w')) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (t * ln sigma * pd (at0 w) (fun w' => w')) _).
      { assert (pd (at0 w) (fun w' => t * ln sigma) = 0).
        { apply constant. }
        rule_same (diff_scale (at0 w) (fun w' => t * ln sigma) (fun w' => w')). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply variable0. }
    apply constant. }
  refine (f_equal Ropp _).
  apply (eq_eq _ (t * ln sigma + 0) _).
  { refine (f_equal2 Rplus _ eq_refl).
    arith. }
  arith.
Qed.

Lemma shared_8 :
  pd (at0 t) (fun t' => - (w * t' * ln sigma + (1 - t') * ln (1 - sigma))) = - (w * ln sigma - ln (1 - sigma)).
Proof.
  apply (eq_eq _ (- pd (at0 t) (fun t' => w * t' * ln sigma + (1 - t') * ln (1 - sigma))) _).
  { rule (diff_neg (at0 t) (fun t' => w * t' * ln sigma + (1 - t') * ln (1 - sigma))). }
  apply (eq_eq _ (- (w * ln sigma * 1 + ln (1 - sigma) * (0 + (-1)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 t) (fun t' => w * t' * ln sigma) + pd (at0 t) (fun t' => (1 - t') * ln (1 - sigma))) _).
    { rule (diff_add (at0 t) (fun t' => w * t' * ln sigma) (fun t' => (1 - t') * ln (1 - sigma))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 t) (fun t' => w * ln sigma * t')) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (w * ln sigma * pd (at0 t) (fun t' => t')) _).
      { assert (pd (at0 t) (fun t' => w * ln sigma) = 0).
        { apply constant. }
        rule_same (diff_scale (at0 t) (fun t' => w * ln sigma) (fun t' => t')). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
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

Lemma shared_9 :
  - (w * ln sigma - ln (1 - sigma)) = ln (1 - sigma) - w * ln sigma.
Proof.
  apply (eq_eq _ (ln (1 - sigma) - ln sigma * w) _).
  { arith. }
  symmetry.
  arith.
Qed.

(** * Gradient *)

Section gradient.

(* chain rule through σ *)
Lemma gradient_1_chain :
  pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  = pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  rule shared_2.
Qed.

(* put in ∂ℒ/∂σ and ∂σ/∂x *)
Lemma gradient_2_lemma :
  pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x')
  = ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma).
Proof.
  rule shared_3.
Qed.

(* multiply out *)
Lemma gradient_3_ring :
  ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma)
  = w * t * sigma + sigma - w * t - t * sigma.
Proof.
  rule shared_4.
Qed.

(* multiply out *)
Lemma gradient_4_ring :
  w * t * sigma + sigma - w * t - t * sigma
  = sigma - t * (w + sigma * (1 - w)).
Proof.
  rule shared_5.
Qed.

(* multiply out *)
Lemma gradient_5_ring :
  sigma - t * (w + sigma * (1 - w))
  = (1 - t) * sigma - w * t * (1 - sigma).
Proof.
  apply (eq_eq _ (sigma - sigma * t + sigma * t * w - t * w) _).
  { arith. }
  symmetry.
  arith.
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
  is_pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  ((1 - t) * sigma - w * t * (1 - sigma)).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  pose proof gradient_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_ring (eq_eq _ _ _ gradient_4_ring gradient_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  ((1 - t) * sigma - w * t * (1 - sigma))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.C (t))) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End gradient.

(** * Derivative of L by x *)

Section derivative_L_x.

(* chain rule through σ *)
Lemma derivative_L_x_1_chain :
  pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  = pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x').
Proof.
  rule shared_2.
Qed.

(* put in ∂ℒ/∂σ and ∂σ/∂x *)
Lemma derivative_L_x_2_lemma :
  pd (at0 sigma) (fun sigma' => L_of w t sigma') * pd (at0 x) (fun x' => sigma_of x')
  = ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma).
Proof.
  rule shared_3.
Qed.

(* multiply out *)
Lemma derivative_L_x_3_ring :
  ((1 - t) / (1 - sigma) - w * t / sigma) * sigma * (1 - sigma)
  = w * t * sigma + sigma - w * t - t * sigma.
Proof.
  rule shared_4.
Qed.

(* multiply out *)
Lemma derivative_L_x_4_ring :
  w * t * sigma + sigma - w * t - t * sigma
  = sigma - t * (w + sigma * (1 - w)).
Proof.
  rule shared_5.
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
  is_pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  (sigma - t * (w + sigma * (1 - w))).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  pose proof derivative_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain (eq_eq _ _ _ derivative_L_x_2_lemma (eq_eq _ _ _ derivative_L_x_3_ring derivative_L_x_4_ring))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_x_outright : option (
  is_pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  (sigma - t * (w + sigma * (1 - w)))).
Proof.
  attempt "derivative_L_x" from (gradient_outright) or Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.C (t))) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.

(* put in ∂ℒ/∂x *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at0 x) (fun x' => L_of w t (sigma_of x'))
  = L_bar * (sigma - t * (w + sigma * (1 - w))).
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
  is_pd (at0 x) (fun x' => L_bar * L_of w t (sigma_of x'))
  (L_bar * (sigma - t * (w + sigma * (1 - w)))).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  pose proof vjp_L_x_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at0 x) (fun x' => L_of w t (sigma_of x'))) _).
  { weighted. }
  exact vjp_L_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at0 x) (fun x' => L_bar * L_of w t (sigma_of x'))
  (L_bar * (sigma - t * (w + sigma * (1 - w))))).
Proof.
  attempt "vjp_L_x" times (gradient_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.C (t))) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))))))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x *)
Lemma jvp_L_x_1_lemma :
  pd (at0 x) (fun x' => L_of w t (sigma_of x')) * x_dot
  = (sigma - t * (w + sigma * (1 - w))) * x_dot.
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
  is_pd (at0 0) (fun t' => L_of w t (sigma_of (line0 x x_dot t')))
  ((sigma - t * (w + sigma * (1 - w))) * x_dot).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  pose proof jvp_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => L_of w t (sigma_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => L_of w t (sigma_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => L_of w t (sigma_of x')) (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t' => L_of w t (sigma_of (line0 x x_dot t')))
  ((sigma - t * (w + sigma * (1 - w))) * x_dot)).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.C (t))) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))))))).
Defined.
End jvp_L_x.

(** * Derivative of L by w *)

Section derivative_L_w.

(* definition of ℒ *)
Lemma derivative_L_w_1_unfold :
  pd (at0 w) (fun w' => L_of w' t sigma)
  = pd (at0 w) (fun w' => - (w' * t * ln sigma + (1 - t) * ln (1 - sigma))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_w_2_diff_scale :
  pd (at0 w) (fun w' => - (w' * t * ln sigma + (1 - t) * ln (1 - sigma)))
  = - (t * ln sigma).
Proof.
  rule shared_7.
Qed.

Theorem derivative_L_w :
  is_pd (at0 w) (fun w' => L_of w' t sigma)
  (- (t * ln sigma)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_w_1_unfold derivative_L_w_2_diff_scale).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_w_outright : option (
  is_pd (at0 w) (fun w' => L_of w' t sigma)
  (- (t * ln sigma))).
Proof.
  attempt "derivative_L_w" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.V tt) (Formula.C (t))) (Formula.C (ln sigma))) (Formula.C ((1 - t) * ln (1 - sigma)))))).
Defined.
End derivative_L_w.

(** * VJP of L for w *)

Section vjp_L_w.

(* put in ∂ℒ/∂w *)
Lemma vjp_L_w_1_lemma :
  L_bar * pd (at0 w) (fun w' => L_of w' t sigma)
  = L_bar * (- (t * ln sigma)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 w) (fun w' => - (w' * t * ln sigma + (1 - t) * ln (1 - sigma)))) _).
  { reflexivity. }
  rule shared_7.
Qed.

(* rearrange *)
Lemma vjp_L_w_2_ring :
  L_bar * (- (t * ln sigma))
  = - (L_bar * t * ln sigma).
Proof.
  apply (eq_eq _ (- (ln sigma * L_bar * t)) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem vjp_L_w :
  is_pd (at0 w) (fun w' => L_bar * L_of w' t sigma)
  (- (L_bar * t * ln sigma)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 w) (fun w' => L_of w' t sigma)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_w_1_lemma vjp_L_w_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_w or else anew *)
Definition vjp_L_w_outright : option (
  is_pd (at0 w) (fun w' => L_bar * L_of w' t sigma)
  (- (L_bar * t * ln sigma))).
Proof.
  attempt "vjp_L_w" times (derivative_L_w_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.V tt) (Formula.C (t))) (Formula.C (ln sigma))) (Formula.C ((1 - t) * ln (1 - sigma))))))).
Defined.
End vjp_L_w.

(** * JVP of L for w *)

Section jvp_L_w.

(* put in ∂ℒ/∂w *)
Lemma jvp_L_w_1_lemma :
  pd (at0 w) (fun w' => L_of w' t sigma) * w_dot
  = - (t * ln sigma * w_dot).
Proof.
  apply (eq_eq _ ((- (t * ln sigma)) * w_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 w) (fun w' => - (w' * t * ln sigma + (1 - t) * ln (1 - sigma)))) _).
  { reflexivity. }
  rule shared_7.
Qed.

Theorem jvp_L_w :
  is_pd (at0 0) (fun t' => L_of (line0 w w_dot t') t sigma)
  (- (t * ln sigma * w_dot)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 w) (fun w' => L_of w' t sigma) * w_dot) _).
  { apply (eq_eq _ (pd (at0 w) (fun w' => L_of w' t sigma) * w_dot) _).
    { refine (eq_trans (chain0_at (at0 0) w (fun w' => L_of w' t sigma) (fun t' => (line0 w w_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_w_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_w_outright : option (
  is_pd (at0 0) (fun t' => L_of (line0 w w_dot t') t sigma)
  (- (t * ln sigma * w_dot))).
Proof.
  attempt "jvp_L_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 w) (Formula.flat0 w_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.V tt) (Formula.C (t))) (Formula.C (ln sigma))) (Formula.C ((1 - t) * ln (1 - sigma)))))).
Defined.
End jvp_L_w.

(** * Derivative of L by t *)

Section derivative_L_t.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at0 t) (fun t' => L_of w t' sigma)
  = pd (at0 t) (fun t' => - (w * t' * ln sigma + (1 - t') * ln (1 - sigma))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at0 t) (fun t' => - (w * t' * ln sigma + (1 - t') * ln (1 - sigma)))
  = - (w * ln sigma - ln (1 - sigma)).
Proof.
  rule shared_8.
Qed.

(* multiply out *)
Lemma derivative_L_t_3_ring :
  - (w * ln sigma - ln (1 - sigma))
  = ln (1 - sigma) - w * ln sigma.
Proof.
  rule shared_9.
Qed.

Theorem derivative_L_t :
  is_pd (at0 t) (fun t' => L_of w t' sigma)
  (ln (1 - sigma) - w * ln sigma).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale derivative_L_t_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_of w t' sigma)
  (ln (1 - sigma) - w * ln sigma)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.V tt)) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma))))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.

(* put in ∂ℒ/∂t *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at0 t) (fun t' => L_of w t' sigma)
  = L_bar * (ln (1 - sigma) - w * ln sigma).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (w * t' * ln sigma + (1 - t') * ln (1 - sigma)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (w * ln sigma - ln (1 - sigma))) _).
  { rule shared_8. }
  rule shared_9.
Qed.

Theorem vjp_L_t :
  is_pd (at0 t) (fun t' => L_bar * L_of w t' sigma)
  (L_bar * (ln (1 - sigma) - w * ln sigma)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 t) (fun t' => L_of w t' sigma)) _).
  { weighted. }
  exact vjp_L_t_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_bar * L_of w t' sigma)
  (L_bar * (ln (1 - sigma) - w * ln sigma))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.V tt)) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma)))))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t *)
Lemma jvp_L_t_1_lemma :
  pd (at0 t) (fun t' => L_of w t' sigma) * t_dot
  = (ln (1 - sigma) - w * ln sigma) * t_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (w * t' * ln sigma + (1 - t') * ln (1 - sigma)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (w * ln sigma - ln (1 - sigma))) _).
  { rule shared_8. }
  rule shared_9.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of w (line0 t t_dot t') sigma)
  ((ln (1 - sigma) - w * ln sigma) * t_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 t) (fun t' => L_of w t' sigma) * t_dot) _).
  { apply (eq_eq _ (pd (at0 t) (fun t'' => L_of w t'' sigma) * t_dot) _).
    { refine (eq_trans (chain0_at (at0 0) t (fun t'' => L_of w t'' sigma) (fun t' => (line0 t t_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of w (line0 t t_dot t') sigma)
  ((ln (1 - sigma) - w * ln sigma) * t_dot)).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 t) (Formula.flat0 t_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.Mul (Formula.C (w)) (Formula.V tt)) (Formula.C (ln sigma))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - sigma))))))).
Defined.
End jvp_L_t.
End bce_positive_weight_theory.
