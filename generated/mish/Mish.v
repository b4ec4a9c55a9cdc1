(* made by derive, do not edit *)
(* Mish

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition p_of (x : R) : R :=
  ln (1 + exp x).
#[local] Hint Unfold p_of : definitions.
Definition t_of (p : R) : R :=
  tanh p.
#[local] Hint Unfold t_of : definitions.
Definition y_of (x : R) (t : R) : R :=
  x * t.
#[local] Hint Unfold y_of : definitions.

Section mish_theory.
Variables (x x_dot y_bar : R).
Local Notation sigma := (sigma_of x).
Local Notation p := (p_of x).
Local Notation t := (t_of p).
Local Notation y := (y_of x t).

(** * What several lines rest on *)

Lemma shared_1 :
  pd (at0 x) (fun x' => 1 + exp x') = 0 + exp x * 1.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => exp x')) _).
  { rule (diff_add (at0 x) (fun x' => 1) (fun x' => exp x')). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (exp x * pd (at0 x) (fun x' => x')) _).
  { rule (diff_exp (at0 x) (fun x' => x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable0.
Qed.

Lemma shared_2 :
  0 + exp x * 1 = exp x.
Proof.
  apply (eq_eq _ (0 + exp x) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_3 :
  (exp x <> 0) ->
  (1 + 1 / exp x <> 0) ->
  (1 + exp x <> 0) ->
  sigma = exp x / (1 + exp x).
Proof.
  intros ? ? ?.
  apply (eq_eq _ (1 / (1 + exp (- x))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (1 + 1 / exp x)) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (exp_neg x). }
  cancel.
Qed.

Lemma shared_4 :
  pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x')) = t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  apply (eq_eq _ (1 * t + x * (1 - tanh p ^ 2) * (1 / (1 + exp x)) * (0 + exp x * 1)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) _).
    { apply variable0. }
    apply (eq_eq _ (x * ((1 - tanh p ^ 2) * (1 / (1 + exp x)) * (0 + exp x * 1))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => tanh (p_of x'))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - tanh p ^ 2) * pd (at0 x) (fun x' => p_of x')) _).
    { rule (diff_tanh (at0 x) (fun x' => p_of x')). }
    apply (eq_eq _ ((1 - tanh p ^ 2) * (1 / (1 + exp x) * (0 + exp x * 1))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp x'))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + exp x) * pd (at0 x) (fun x' => 1 + exp x')) _).
    { rule (diff_log (at0 x) (fun x' => 1 + exp x')). }
    refine (f_equal2 Rmult eq_refl _).
    rule shared_1. }
  refine (f_equal2 Rplus _ _).
  { arith. }
  apply (eq_eq _ (x * (1 - tanh p ^ 2) * (1 / (1 + exp x)) * exp x) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    rule shared_2. }
  fractions.
Qed.

Lemma shared_5 :
  (0 < 1 + exp x) ->
  (1 + exp x <> 0) ->
  (1 + exp x + 1 / (1 + exp x) <> 0) ->
  (2 + 2 * exp x + exp x ^ 2 <> 0) ->
  tanh p = (2 * exp x + exp x ^ 2) / (2 + 2 * exp x + exp x ^ 2).
Proof.
  intros ? ? ? ?.
  apply (eq_eq _ (tanh (ln (1 + exp x))) _).
  { reflexivity. }
  apply (eq_eq _ ((exp (ln (1 + exp x)) - exp (- ln (1 + exp x))) / (exp (ln (1 + exp x)) + exp (- ln (1 + exp x)))) _).
  { rule (tanh_exp (ln (1 + exp x))). }
  apply (eq_eq _ ((1 + exp x - 1 / (1 + exp x)) / (1 + exp x + 1 / (1 + exp x))) _).
  { refine (f_equal2 Rdiv _ _).
    { apply (eq_eq _ ((1 + exp x) - 1 / (1 + exp x)) _); [ | same ].
      refine (f_equal2 Rplus _ (f_equal Ropp _)).
      { rule (exp_log (1 + exp x)). }
      apply (eq_eq _ (1 / exp (ln (1 + exp x))) _).
      { rule (exp_neg (ln (1 + exp x))). }
      refine (f_equal2 Rdiv eq_refl _).
      rule (exp_log (1 + exp x)). }
    apply (eq_eq _ ((1 + exp x) + 1 / (1 + exp x)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { rule (exp_log (1 + exp x)). }
    apply (eq_eq _ (1 / exp (ln (1 + exp x))) _).
    { rule (exp_neg (ln (1 + exp x))). }
    refine (f_equal2 Rdiv eq_refl _).
    rule (exp_log (1 + exp x)). }
  cancel.
Qed.

Lemma shared_6 :
  t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x) = x * sigma + t - x * sigma * t ^ 2.
Proof.
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  assert (2 + 2 * exp x + exp x ^ 2 <> 0).
  { sgn. }
  assert (1 + exp x + 1 / (1 + exp x) <> 0).
  { sgn. }
  assert (1 + exp x <> 0).
  { sgn. }
  assert (0 < 1 + exp x).
  { sgn. }
  apply (eq_eq _ ((2 * exp x + exp x ^ 2) / (2 + 2 * exp x + exp x ^ 2) + x * (1 - ((2 * exp x + exp x ^ 2) / (2 + 2 * exp x + exp x ^ 2)) ^ 2) * exp x / (1 + exp x)) _).
  { refine (f_equal2 Rplus _ (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal (fun x => x ^ 2) _)))) eq_refl) eq_refl)).
    { apply (eq_eq _ (tanh p) _).
      { reflexivity. }
      rule shared_5. }
    rule shared_5. }
  apply (eq_eq _ ((4 * exp x + 4 * exp x * x + 6 * exp x ^ 2 + 4 * exp x ^ 2 * x + 4 * exp x ^ 3 + exp x ^ 4) / (2 + 2 * exp x + exp x ^ 2) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (x * (exp x / (1 + exp x)) + (2 * exp x + exp x ^ 2) / (2 + 2 * exp x + exp x ^ 2) - x * (exp x / (1 + exp x)) * ((2 * exp x + exp x ^ 2) / (2 + 2 * exp x + exp x ^ 2)) ^ 2) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult eq_refl _) _) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)))).
    { rule shared_3. }
    { apply (eq_eq _ (tanh p) _).
      { reflexivity. }
      rule shared_5. }
    { rule shared_3. }
    apply (eq_eq _ (tanh p) _).
    { reflexivity. }
    rule shared_5. }
  cancel.
Qed.

Lemma shared_7 :
  x * sigma + t - x * sigma * t ^ 2 = x * sigma * (1 - t ^ 2) + t.
Proof.
  apply (eq_eq _ (- (sigma * t ^ 2 * x) + sigma * x + t) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_8 :
  pd (at0 x) (fun x' => y_of x' (t_of (p_of x'))) = x * sigma * (1 - t ^ 2) + t.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * t_of (p_of x'))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x'))) _).
  { assert (0 < 1 + exp x).
    { sgn. }
    rule (diff_mul (at0 x) (fun x' => x') (fun x' => t_of (p_of x'))). }
  apply (eq_eq _ (t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x)) _).
  { rule shared_4. }
  apply (eq_eq _ (x * sigma + t - x * sigma * t ^ 2) _).
  { rule shared_6. }
  rule shared_7.
Qed.

(** * Derivative of the weight *)

Section weight.

(* chain rule through p *)
Lemma weight_1_chain :
  pd (at0 x) (fun x' => t_of (p_of x'))
  = pd (at0 p) (fun p' => t_of p') * pd (at0 x) (fun x' => p_of x').
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  apply (chain0 (at0 x) (fun p' => t_of p') (fun x' => p_of x')); [ dex | premise ].
Qed.

(* put in ∂t/∂p and ∂p/∂x *)
Lemma weight_2_lemma :
  pd (at0 p) (fun p' => t_of p') * pd (at0 x) (fun x' => p_of x')
  = (1 - t ^ 2) * sigma.
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at0 p) (fun p' => tanh p')) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - tanh p ^ 2) * pd (at0 p) (fun p' => p')) _).
    { rule (diff_tanh (at0 p) (fun p' => p')). }
    apply (eq_eq _ ((1 - tanh p ^ 2) * 1) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    apply (eq_eq _ (1 - tanh p ^ 2) _).
    { arith. }
    apply (eq_eq _ (1 - tanh (ln (1 + exp x)) ^ 2) _).
    { reflexivity. }
    reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => ln (1 + exp x'))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 + exp x') / (1 + exp x)) _).
  { assert (0 < 1 + exp x).
    { sgn. }
    apply (eq_eq _ (1 / (1 + exp x) * pd (at0 x) (fun x' => 1 + exp x')) _).
    { rule (diff_log (at0 x) (fun x' => 1 + exp x')). }
    fractions. }
  apply (eq_eq _ ((0 + exp x * 1) / (1 + exp x)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule shared_1. }
  apply (eq_eq _ (exp x / (1 + exp x)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule shared_2. }
  assert (1 + exp x <> 0).
  { sgn. }
  assert (1 + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  symmetry.
  rule shared_3.
Qed.

Lemma weight_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem weight :
  is_pd (at0 x) (fun x' => t_of (p_of x'))
  ((1 - t ^ 2) * sigma).
Proof.
  pose proof weight_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weight_1_chain weight_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weight_outright : option (
  is_pd (at0 x) (fun x' => t_of (p_of x'))
  ((1 - t ^ 2) * sigma)).
Proof.
  attempt "weight" by Formula.outright (Formula.by_number (Formula.Tanh (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt)))))).
Defined.
End weight.

(** * Derivative *)

Section derivative.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  = pd (at0 x) (fun x' => x' * t_of (p_of x')).
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_2_diff_mul :
  pd (at0 x) (fun x' => x' * t_of (p_of x'))
  = pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x')).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  rule (diff_mul (at0 x) (fun x' => x') (fun x' => t_of (p_of x'))).
Qed.

(* derivative of tanh, chain rule; derivative of log, chain rule; derivative of exp, chain rule *)
Lemma derivative_3_diff_tanh :
  pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x'))
  = t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x).
Proof.
  rule shared_4.
Qed.

(* multiply out; the hyperbolic tangent in exponentials; the exponential undoes the logarithm *)
Lemma derivative_4_tanh_exp :
  t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x)
  = x * sigma + t - x * sigma * t ^ 2.
Proof.
  rule shared_6.
Qed.

(* multiply out *)
Lemma derivative_5_ring :
  x * sigma + t - x * sigma * t ^ 2
  = x * sigma * (1 - t ^ 2) + t.
Proof.
  rule shared_7.
Qed.

(* multiply out *)
Lemma derivative_6_ring :
  x * sigma * (1 - t ^ 2) + t
  = t + x * (1 - t ^ 2) * sigma.
Proof.
  apply (eq_eq _ (- (sigma * t ^ 2 * x) + sigma * x + t) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma derivative_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  (t + x * (1 - t ^ 2) * sigma).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_mul (eq_eq _ _ _ derivative_3_diff_tanh (eq_eq _ _ _ derivative_4_tanh_exp (eq_eq _ _ _ derivative_5_ring derivative_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  (t + x * (1 - t ^ 2) * sigma)).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Mul (Formula.V tt) (Formula.Tanh (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))))).
Defined.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  = pd (at0 x) (fun x' => x' * t_of (p_of x')).
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_y_x_2_diff_mul :
  pd (at0 x) (fun x' => x' * t_of (p_of x'))
  = pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x')).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  rule (diff_mul (at0 x) (fun x' => x') (fun x' => t_of (p_of x'))).
Qed.

(* derivative of tanh, chain rule; derivative of log, chain rule; derivative of exp, chain rule *)
Lemma derivative_y_x_3_diff_tanh :
  pd (at0 x) (fun x' => x') * t + x * pd (at0 x) (fun x' => t_of (p_of x'))
  = t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x).
Proof.
  rule shared_4.
Qed.

(* multiply out; the hyperbolic tangent in exponentials; the exponential undoes the logarithm *)
Lemma derivative_y_x_4_tanh_exp :
  t + x * (1 - tanh p ^ 2) * exp x / (1 + exp x)
  = x * sigma + t - x * sigma * t ^ 2.
Proof.
  rule shared_6.
Qed.

(* multiply out *)
Lemma derivative_y_x_5_ring :
  x * sigma + t - x * sigma * t ^ 2
  = x * sigma * (1 - t ^ 2) + t.
Proof.
  rule shared_7.
Qed.

Lemma derivative_y_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  (x * sigma * (1 - t ^ 2) + t).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_mul (eq_eq _ _ _ derivative_y_x_3_diff_tanh (eq_eq _ _ _ derivative_y_x_4_tanh_exp derivative_y_x_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  (x * sigma * (1 - t ^ 2) + t)).
Proof.
  attempt "derivative_y_x" from (derivative_outright) or Formula.outright (Formula.by_number (Formula.Mul (Formula.V tt) (Formula.Tanh (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))
  = y_bar * (x * sigma * (1 - t ^ 2) + t).
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_8.
Qed.

Lemma vjp_y_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' (t_of (p_of x')))
  (y_bar * (x * sigma * (1 - t ^ 2) + t)).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' (t_of (p_of x')))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_bar * y_of x' (t_of (p_of x')))
  (y_bar * (x * sigma * (1 - t ^ 2) + t))).
Proof.
  attempt "vjp_y_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (y_bar)) (Formula.Mul (Formula.V tt) (Formula.Tanh (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt)))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' (t_of (p_of x'))) * x_dot
  = (x * sigma * (1 - t ^ 2) + t) * x_dot.
Proof.
  assert (0 < 1 + exp x).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_8.
Qed.

Lemma jvp_y_x_needs_1 :
  0 < 1 + exp x.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t' => y_of (line0 x x_dot t') (t_of (p_of (line0 x x_dot t'))))
  ((x * sigma * (1 - t ^ 2) + t) * x_dot).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (t_of (p_of x'))) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (t_of (p_of x'))) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' (t_of (p_of x'))) (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t' => y_of (line0 x x_dot t') (t_of (p_of (line0 x x_dot t'))))
  ((x * sigma * (1 - t ^ 2) + t) * x_dot)).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Mul (Formula.V tt) (Formula.Tanh (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.V tt))))))).
Defined.
End jvp_y_x.
End mish_theory.
