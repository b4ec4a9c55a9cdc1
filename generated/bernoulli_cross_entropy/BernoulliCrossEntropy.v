(* made by derive, do not edit *)
(* Binary cross-entropy on a probability

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (t : R) (p : R) : R :=
  - (t * ln p + (1 - t) * ln (1 - p)).
#[local] Hint Unfold L_of : definitions.

Section bernoulli_cross_entropy_theory.
Variables (p t p_dot L_bar t_dot : R).
Local Notation L := (L_of t p).

(** * What several lines rest on *)

Lemma shared_1 :
  (0 < p) ->
  (0 < 1 - p) ->
  pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p'))) = - (t / p - (1 - t) / (1 - p)).
Proof.
  intros ? ?.
  apply (eq_eq _ (- pd (at0 p) (fun p' => t * ln p' + (1 - t) * ln (1 - p'))) _).
  { rule (diff_neg (at0 p) (fun p' => t * ln p' + (1 - t) * ln (1 - p'))). }
  apply (eq_eq _ (- (t * (1 / p) * 1 + (1 - t) * (1 / (1 - p)) * (0 + (-1)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 p) (fun p' => t * ln p') + pd (at0 p) (fun p' => (1 - t) * ln (1 - p'))) _).
    { rule (diff_add (at0 p) (fun p' => t * ln p') (fun p' => (1 - t) * ln (1 - p'))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 p) (fun p' => t * ln p')) _).
      { reflexivity. }
      apply (eq_eq _ (t * pd (at0 p) (fun p' => ln p')) _).
      { assert (pd (at0 p) (fun p' => t) = 0).
        { apply constant. }
        rule (diff_scale (at0 p) (fun p' => t) (fun p' => ln p')). }
      apply (eq_eq _ (t * (1 / p * 1)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (1 / p * pd (at0 p) (fun p' => p')) _).
      { rule (diff_log (at0 p) (fun p' => p')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 p) (fun p' => (1 - t) * ln (1 - p'))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t) * pd (at0 p) (fun p' => ln (1 - p'))) _).
    { assert (pd (at0 p) (fun p' => 1 - t) = 0).
      { apply constant. }
      rule (diff_scale (at0 p) (fun p' => 1 - t) (fun p' => ln (1 - p'))). }
    apply (eq_eq _ ((1 - t) * (1 / (1 - p) * (0 + (-1)))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / (1 - p) * pd (at0 p) (fun p' => 1 - p')) _).
    { rule (diff_log (at0 p) (fun p' => 1 - p')). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 p) (fun p' => 1) + pd (at0 p) (fun p' => - p')) _).
    { rule (diff_add (at0 p) (fun p' => 1) (fun p' => - p')). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at0 p) (fun p' => p')) _).
    { rule (diff_neg (at0 p) (fun p' => p')). }
    apply (eq_eq _ (- 1) _); [ | same ].
    refine (f_equal Ropp _).
    apply variable0. }
  refine (f_equal Ropp (f_equal2 Rplus _ _)).
  { fractions. }
  apply (eq_eq _ ((1 - t) * (1 / (1 - p)) * (-1)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    arith. }
  fractions.
Qed.

Lemma shared_2 :
  (1 - p <> 0) ->
  (p <> 0) ->
  ((-1) + p <> 0) ->
  - (t / p - (1 - t) / (1 - p)) = (p - t) / (p * (1 - p)).
Proof.
  intros ? ? ?.
  apply (eq_eq _ ((- p + t) / (p * ((-1) + p))) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma shared_3 :
  pd (at0 t) (fun t' => - (t' * ln p + (1 - t') * ln (1 - p))) = - (ln p - ln (1 - p)).
Proof.
  apply (eq_eq _ (- pd (at0 t) (fun t' => t' * ln p + (1 - t') * ln (1 - p))) _).
  { rule (diff_neg (at0 t) (fun t' => t' * ln p + (1 - t') * ln (1 - p))). }
  apply (eq_eq _ (- (ln p * 1 + ln (1 - p) * (0 + (-1)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at0 t) (fun t' => t' * ln p) + pd (at0 t) (fun t' => (1 - t') * ln (1 - p))) _).
    { rule (diff_add (at0 t) (fun t' => t' * ln p) (fun t' => (1 - t') * ln (1 - p))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 t) (fun t' => ln p * t')) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (ln p * pd (at0 t) (fun t' => t')) _).
      { assert (pd (at0 t) (fun t' => ln p) = 0).
        { apply constant. }
        rule (diff_scale (at0 t) (fun t' => ln p) (fun t' => t')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 t) (fun t' => ln (1 - p) * (1 - t'))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      arith. }
    apply (eq_eq _ (ln (1 - p) * pd (at0 t) (fun t' => 1 - t')) _).
    { assert (pd (at0 t) (fun t' => ln (1 - p)) = 0).
      { apply constant. }
      rule (diff_scale (at0 t) (fun t' => ln (1 - p)) (fun t' => 1 - t')). }
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
  apply (eq_eq _ (ln (1 - p) * (-1)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_4 :
  - (ln p - ln (1 - p)) = ln (1 - p) - ln p.
Proof.
  apply (eq_eq _ (ln (1 - p) - ln p) _).
  { arith. }
  reflexivity.
Qed.

Lemma shared_5 :
  (0 < p) ->
  (p <> 1) ->
  (p <= 1) ->
  pd (at0 p) (fun p' => L_of t p') = (p - t) / (p * (1 - p)).
Proof.
  intros ? ? ?.
  assert (p <> 0).
  { sgn. }
  assert (0 < 1 - p).
  { sgn. }
  assert ((-1) + p <> 0).
  { assert (p <> 1).
    { hyp. }
    sgn. }
  assert (1 - p <> 0).
  { assert (p <> 1).
    { hyp. }
    sgn. }
  apply (eq_eq _ (pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p')))) _).
  { reflexivity. }
  apply (eq_eq _ (- (t / p - (1 - t) / (1 - p))) _).
  { rule shared_1. }
  rule shared_2.
Qed.

(** * Gradient *)

Section gradient.
Hypothesis given1 : 0 < p.
Hypothesis given2 : p < 1.

Lemma gradient_needs_1 :
  p <> 1.
Proof.
  apply (difference_ne _ _ (1 - p)).
  { reflexivity. }
  sgn.
Qed.

Lemma gradient_needs_2 :
  0 < 1 - p.
Proof.
  pose proof gradient_needs_1.
  sgn.
Qed.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at0 p) (fun p' => L_of t p')
  = pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p'))).
Proof.
  pose proof gradient_needs_2.
  reflexivity.
Qed.

(* a constant factor stays in front; derivative of log, chain rule *)
Lemma gradient_2_diff_scale :
  pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p')))
  = - (t / p - (1 - t) / (1 - p)).
Proof.
  pose proof gradient_needs_2.
  rule shared_1.
Qed.

Lemma gradient_needs_3 :
  1 - p <> 0.
Proof.
  pose proof gradient_needs_1.
  assert (p <> 1).
  { hyp. }
  sgn.
Qed.

Lemma gradient_needs_4 :
  p <> 0.
Proof.
  sgn.
Qed.

Lemma gradient_needs_5 :
  (-1) + p <> 0.
Proof.
  pose proof gradient_needs_1.
  assert (p <> 1).
  { hyp. }
  sgn.
Qed.

(* rearrange *)
Lemma gradient_3_ring :
  - (t / p - (1 - t) / (1 - p))
  = (p - t) / (p * (1 - p)).
Proof.
  pose proof gradient_needs_3.
  pose proof gradient_needs_4.
  pose proof gradient_needs_5.
  rule shared_2.
Qed.

Theorem gradient :
  is_pd (at0 p) (fun p' => L_of t p')
  ((p - t) / (p * (1 - p))).
Proof.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale gradient_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at0 p) (fun p' => L_of t p')
  ((p - t) / (p * (1 - p)))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.V tt))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.V tt))))))).
Defined.
End gradient.

(** * Derivative of L by t *)

Section derivative_L_t.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at0 t) (fun t' => L_of t' p)
  = pd (at0 t) (fun t' => - (t' * ln p + (1 - t') * ln (1 - p))).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at0 t) (fun t' => - (t' * ln p + (1 - t') * ln (1 - p)))
  = - (ln p - ln (1 - p)).
Proof.
  rule shared_3.
Qed.

(* multiply out *)
Lemma derivative_L_t_3_ring :
  - (ln p - ln (1 - p))
  = ln (1 - p) - ln p.
Proof.
  rule shared_4.
Qed.

Theorem derivative_L_t :
  is_pd (at0 t) (fun t' => L_of t' p)
  (ln (1 - p) - ln p).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale derivative_L_t_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_of t' p)
  (ln (1 - p) - ln p)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln p))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - p))))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.

(* put in ∂ℒ/∂t *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at0 t) (fun t' => L_of t' p)
  = L_bar * (ln (1 - p) - ln p).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (t' * ln p + (1 - t') * ln (1 - p)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln p - ln (1 - p))) _).
  { rule shared_3. }
  rule shared_4.
Qed.

Theorem vjp_L_t :
  is_pd (at0 t) (fun t' => L_bar * L_of t' p)
  (L_bar * (ln (1 - p) - ln p)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at0 t) (fun t' => L_of t' p)) _).
  { weighted. }
  exact vjp_L_t_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at0 t) (fun t' => L_bar * L_of t' p)
  (L_bar * (ln (1 - p) - ln p))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln p))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - p)))))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t *)
Lemma jvp_L_t_1_lemma :
  pd (at0 t) (fun t' => L_of t' p) * t_dot
  = (ln (1 - p) - ln p) * t_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 t) (fun t' => - (t' * ln p + (1 - t') * ln (1 - p)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (ln p - ln (1 - p))) _).
  { rule shared_3. }
  rule shared_4.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of (line0 t t_dot t') p)
  ((ln (1 - p) - ln p) * t_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 t) (fun t' => L_of t' p) * t_dot) _).
  { apply (eq_eq _ (pd (at0 t) (fun t'' => L_of t'' p) * t_dot) _).
    { refine (eq_trans (chain0_at (at0 0) t (fun t'' => L_of t'' p) (fun t' => (line0 t t_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of (line0 t t_dot t') p)
  ((ln (1 - p) - ln p) * t_dot)).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 t) (Formula.flat0 t_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.V tt) (Formula.C (ln p))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V tt)) (Formula.C (ln (1 - p))))))).
Defined.
End jvp_L_t.

(** * Derivative of L by p *)

Section derivative_L_p.
Hypothesis given1 : 0 < p.
Hypothesis given2 : p <> 1.
Hypothesis given3 : p <= 1.

Lemma derivative_L_p_needs_1 :
  0 < 1 - p.
Proof.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_p_1_unfold :
  pd (at0 p) (fun p' => L_of t p')
  = pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p'))).
Proof.
  pose proof derivative_L_p_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front; derivative of log, chain rule *)
Lemma derivative_L_p_2_diff_scale :
  pd (at0 p) (fun p' => - (t * ln p' + (1 - t) * ln (1 - p')))
  = - (t / p - (1 - t) / (1 - p)).
Proof.
  pose proof derivative_L_p_needs_1.
  rule shared_1.
Qed.

Lemma derivative_L_p_needs_2 :
  1 - p <> 0.
Proof.
  assert (p <> 1).
  { hyp. }
  sgn.
Qed.

Lemma derivative_L_p_needs_3 :
  p <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_p_needs_4 :
  (-1) + p <> 0.
Proof.
  assert (p <> 1).
  { hyp. }
  sgn.
Qed.

(* rearrange *)
Lemma derivative_L_p_3_ring :
  - (t / p - (1 - t) / (1 - p))
  = (p - t) / (p * (1 - p)).
Proof.
  pose proof derivative_L_p_needs_2.
  pose proof derivative_L_p_needs_3.
  pose proof derivative_L_p_needs_4.
  rule shared_2.
Qed.

Theorem derivative_L_p :
  is_pd (at0 p) (fun p' => L_of t p')
  ((p - t) / (p * (1 - p))).
Proof.
  pose proof derivative_L_p_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_p_1_unfold (eq_eq _ _ _ derivative_L_p_2_diff_scale derivative_L_p_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_p_outright : option (
  is_pd (at0 p) (fun p' => L_of t p')
  ((p - t) / (p * (1 - p)))).
Proof.
  attempt "derivative_L_p" by Formula.outright (Formula.by_number (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.V tt))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.V tt))))))).
Defined.
End derivative_L_p.

(** * VJP of L for p *)

Section vjp_L_p.
Hypothesis given1 : 0 < p.
Hypothesis given2 : p <> 1.
Hypothesis given3 : p <= 1.

Lemma vjp_L_p_needs_1 :
  0 < 1 - p.
Proof.
  sgn.
Qed.

(* put in ∂ℒ/∂p *)
Lemma vjp_L_p_1_lemma :
  L_bar * pd (at0 p) (fun p' => L_of t p')
  = L_bar * ((p - t) / (p * (1 - p))).
Proof.
  pose proof vjp_L_p_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_5.
Qed.

(* rearrange *)
Lemma vjp_L_p_2_ring :
  L_bar * ((p - t) / (p * (1 - p)))
  = L_bar * (p - t) / (p * (1 - p)).
Proof.
  apply (eq_eq _ ((- (L_bar * p) + L_bar * t) / (p * ((-1) + p))) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_p :
  is_pd (at0 p) (fun p' => L_bar * L_of t p')
  (L_bar * (p - t) / (p * (1 - p))).
Proof.
  pose proof vjp_L_p_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 p) (fun p' => L_of t p')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_p_1_lemma vjp_L_p_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_p or else anew *)
Definition vjp_L_p_outright : option (
  is_pd (at0 p) (fun p' => L_bar * L_of t p')
  (L_bar * (p - t) / (p * (1 - p)))).
Proof.
  attempt "vjp_L_p" times (derivative_L_p_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.V tt))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.V tt)))))))).
Defined.
End vjp_L_p.

(** * JVP of L for p *)

Section jvp_L_p.
Hypothesis given1 : 0 < p.
Hypothesis given2 : p <> 1.
Hypothesis given3 : p <= 1.

Lemma jvp_L_p_needs_1 :
  0 < 1 - p.
Proof.
  sgn.
Qed.

(* put in ∂ℒ/∂p *)
Lemma jvp_L_p_1_lemma :
  pd (at0 p) (fun p' => L_of t p') * p_dot
  = (p - t) / (p * (1 - p)) * p_dot.
Proof.
  pose proof jvp_L_p_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_5.
Qed.

(* rearrange *)
Lemma jvp_L_p_2_ring :
  (p - t) / (p * (1 - p)) * p_dot
  = p_dot * (p - t) / (p * (1 - p)).
Proof.
  apply (eq_eq _ ((- (p * p_dot) + p_dot * t) / (p * ((-1) + p))) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_L_p :
  is_pd (at0 0) (fun t' => L_of t (line0 p p_dot t'))
  (p_dot * (p - t) / (p * (1 - p))).
Proof.
  pose proof jvp_L_p_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 p) (fun p' => L_of t p') * p_dot) _).
  { apply (eq_eq _ (pd (at0 p) (fun p' => L_of t p') * p_dot) _).
    { refine (eq_trans (chain0_at (at0 0) p (fun p' => L_of t p') (fun t' => (line0 p p_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_p_1_lemma jvp_L_p_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_p_outright : option (
  is_pd (at0 0) (fun t' => L_of t (line0 p p_dot t'))
  (p_dot * (p - t) / (p * (1 - p)))).
Proof.
  attempt "jvp_L_p" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 p) (Formula.flat0 p_dot) (Formula.Opp (Formula.Add (Formula.Mul (Formula.C (t)) (Formula.Ln (Formula.V tt))) (Formula.Mul (Formula.C (1 - t)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.V tt))))))).
Defined.
End jvp_L_p.
End bernoulli_cross_entropy_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (p : R),
  (0 < p) /\ (p < 1).
Proof.
  exists ((1 / 2)).
  witness.
Qed.

(* the hypotheses of derivative_L_p can be met *)
Lemma derivative_L_p_possible :
  exists (p : R),
  (0 < p) /\ (p <> 1) /\ (p <= 1).
Proof.
  exists ((1 / 2)).
  witness.
Qed.

(* the hypotheses of vjp_L_p can be met *)
Lemma vjp_L_p_possible :
  exists (p : R),
  (0 < p) /\ (p <> 1) /\ (p <= 1).
Proof.
  exists ((1 / 2)).
  witness.
Qed.

(* the hypotheses of jvp_L_p can be met *)
Lemma jvp_L_p_possible :
  exists (p : R),
  (0 < p) /\ (p <> 1) /\ (p <= 1).
Proof.
  exists ((1 / 2)).
  witness.
Qed.
