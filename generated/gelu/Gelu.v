(* made by derive, do not edit *)
(* GELU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition Phi_of (x : R) : R :=
  (1 + erf (x / sqrt 2)) / 2.
#[local] Hint Unfold Phi_of : definitions.
Definition y_of (x : R) (Phi : R) : R :=
  x * Phi.
#[local] Hint Unfold y_of : definitions.

Section gelu_theory.
Variables (x x_dot y_bar : R).
Local Notation Phi := (Phi_of x).
Local Notation y := (y_of x Phi).

(** * What several lines rest on *)

Lemma shared_1 :
  pd (at0 x) (fun x' => (1 + erf (x' / sqrt 2)) / 2) = pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2)) / 2.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 2) * (1 + erf (x' / sqrt 2)))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    arith. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 2) * (1 + erf (x' / sqrt 2)))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 / 2) * pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2))) _).
  { assert (pd (at0 x) (fun x' => (1 / 2)) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => (1 / 2)) (fun x' => 1 + erf (x' / sqrt 2))). }
  arith.
Qed.

Lemma shared_2 :
  pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2)) / 2 = (0 + 2 * exp (- (x / sqrt 2) ^ 2) / sqrt PI * (1 / sqrt 2)) / 2.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => erf (x' / sqrt 2))) _).
  { rule (diff_add (at0 x) (fun x' => 1) (fun x' => erf (x' / sqrt 2))). }
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (2 * exp (- (x / sqrt 2) ^ 2) / sqrt PI * pd (at0 x) (fun x' => x' / sqrt 2)) _).
  { rule (diff_erf (at0 x) (fun x' => x' / sqrt 2)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / sqrt 2 * x')) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / sqrt 2 * x')) _).
  { reflexivity. }
  apply (eq_eq _ (1 / sqrt 2 * pd (at0 x) (fun x' => x')) _).
  { assert (pd (at0 x) (fun x' => 1 / sqrt 2) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => 1 / sqrt 2) (fun x' => x')). }
  apply (eq_eq _ (pd (at0 x) (fun x' => x') / sqrt 2) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply variable0.
Qed.

Lemma shared_3 :
  (0 + 2 * exp (- (x / sqrt 2) ^ 2) / sqrt PI * (1 / sqrt 2)) / 2 = 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2).
Proof.
  apply (eq_eq _ (2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2) / 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 + 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2)) _).
    { refine (f_equal2 Rplus eq_refl _).
      fractions. }
    fractions. }
  fractions.
Qed.

Lemma shared_4 :
  (0 <= 2) ->
  exp (- (x / sqrt 2) ^ 2) = 1 / exp ((1 / 2) * x ^ 2).
Proof.
  intros ?.
  apply (eq_eq _ (exp (- ((1 / 2) * x ^ 2))) _).
  { refine (f_equal exp _).
    apply (eq_eq _ (- (x ^ 2 / sqrt 2 ^ 2)) _).
    { fractions. }
    apply (eq_eq _ (- (x ^ 2 / 2 ^ 1)) _).
    { refine (f_equal Ropp (f_equal2 Rdiv eq_refl _)).
      apply (eq_eq _ ((sqrt 2 ^ 2) ^ 1) _).
      { arith. }
      refine (f_equal (fun x => x ^ 1) _).
      rule (sqrt_square 2). }
    arith. }
  rule (exp_neg ((1 / 2) * x ^ 2)).
Qed.

Lemma shared_5 :
  exp (- (x ^ 2 / 2)) = 1 / exp ((1 / 2) * x ^ 2).
Proof.
  apply (eq_eq _ (exp (- ((1 / 2) * x ^ 2))) _).
  { refine (f_equal exp _).
    arith. }
  rule (exp_neg ((1 / 2) * x ^ 2)).
Qed.

Lemma shared_6 :
  pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x') = Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2).
Proof.
  apply (eq_eq _ (1 * Phi + x * ((0 + 2 * exp (- (x / sqrt 2) ^ 2) / sqrt PI * (1 / sqrt 2)) / 2)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply variable0. }
    apply (eq_eq _ (pd (at0 x) (fun x' => (1 + erf (x' / sqrt 2)) / 2)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2)) / 2) _).
    { rule shared_1. }
    rule shared_2. }
  refine (f_equal2 Rplus _ _).
  { arith. }
  apply (eq_eq _ (x * (2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_3. }
  fractions.
Qed.

Lemma shared_7 :
  Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2) = x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi.
Proof.
  assert (0 <= PI).
  { sgn. }
  assert (0 <= 2).
  { sgn. }
  apply (eq_eq _ (Phi + x * 2 * (1 / exp ((1 / 2) * x ^ 2)) / (sqrt PI * sqrt 2 * 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl)).
    rule shared_4. }
  apply (eq_eq _ (x / (exp ((1 / 2) * x ^ 2) * sqrt PI * sqrt 2) + Phi) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (x * (1 / exp ((1 / 2) * x ^ 2)) / (sqrt PI * sqrt 2) + Phi) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) _) eq_refl).
    { rule shared_5. }
    apply (eq_eq _ (sqrt 2 * sqrt PI) _).
    { rule (sqrt_mul 2 PI). }
    arith. }
  fractions.
Qed.

Lemma shared_8 :
  x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) = x * exp (- ((1 / 2) * x ^ 2)) / sqrt (2 * PI).
Proof.
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal exp _)) eq_refl).
  arith.
Qed.

Lemma shared_9 :
  pd (at0 x) (fun x' => y_of x' (Phi_of x')) = x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * Phi_of x')) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x')) _).
  { rule (diff_mul (at0 x) (fun x' => x') (fun x' => Phi_of x')). }
  apply (eq_eq _ (Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2)) _).
  { rule shared_6. }
  rule shared_7.
Qed.

(** * The normal density *)

Section density.

(* definition of Φ *)
Lemma density_1_unfold :
  pd (at0 x) (fun x' => Phi_of x')
  = pd (at0 x) (fun x' => (1 + erf (x' / sqrt 2)) / 2).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma density_2_diff_scale :
  pd (at0 x) (fun x' => (1 + erf (x' / sqrt 2)) / 2)
  = pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2)) / 2.
Proof.
  rule shared_1.
Qed.

(* derivative of erf, chain rule; a constant factor stays in front *)
Lemma density_3_diff_erf :
  pd (at0 x) (fun x' => 1 + erf (x' / sqrt 2)) / 2
  = 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2).
Proof.
  apply (eq_eq _ ((0 + 2 * exp (- (x / sqrt 2) ^ 2) / sqrt PI * (1 / sqrt 2)) / 2) _).
  { rule shared_2. }
  rule shared_3.
Qed.

(* the square of a square root; a negative exponent is a reciprocal; the square root of a product *)
Lemma density_4_sqrt_square :
  2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2)
  = exp (- (x ^ 2 / 2)) / sqrt (2 * PI).
Proof.
  assert (0 <= PI).
  { sgn. }
  assert (0 <= 2).
  { sgn. }
  apply (eq_eq _ (2 * (1 / exp ((1 / 2) * x ^ 2)) / (sqrt PI * sqrt 2 * 2)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule shared_4. }
  apply (eq_eq _ (1 / (exp ((1 / 2) * x ^ 2) * sqrt PI * sqrt 2)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (1 / exp ((1 / 2) * x ^ 2) / (sqrt PI * sqrt 2)) _).
  { refine (f_equal2 Rdiv _ _).
    { rule shared_5. }
    apply (eq_eq _ (sqrt 2 * sqrt PI) _).
    { rule (sqrt_mul 2 PI). }
    arith. }
  fractions.
Qed.

Theorem density :
  is_pd (at0 x) (fun x' => Phi_of x')
  (exp (- (x ^ 2 / 2)) / sqrt (2 * PI)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ density_1_unfold (eq_eq _ _ _ density_2_diff_scale (eq_eq _ _ _ density_3_diff_erf density_4_sqrt_square))).
Qed.
End density.

(** * Derivative *)

Section derivative.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' (Phi_of x'))
  = pd (at0 x) (fun x' => x' * Phi_of x').
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_2_diff_mul :
  pd (at0 x) (fun x' => x' * Phi_of x')
  = pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x').
Proof.
  rule (diff_mul (at0 x) (fun x' => x') (fun x' => Phi_of x')).
Qed.

(* a constant factor stays in front; derivative of erf, chain rule *)
Lemma derivative_3_diff_scale :
  pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x')
  = Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2).
Proof.
  rule shared_6.
Qed.

(* the square of a square root; a negative exponent is a reciprocal; the square root of a product *)
Lemma derivative_4_sqrt_square :
  Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2)
  = x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi.
Proof.
  rule shared_7.
Qed.

(* multiply out *)
Lemma derivative_5_ring :
  x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi
  = Phi + x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI).
Proof.
  apply (eq_eq _ (x * exp (- ((1 / 2) * x ^ 2)) / sqrt (2 * PI) + Phi) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule shared_8. }
  apply (eq_eq _ (exp (- ((1 / 2) * x ^ 2)) * x / sqrt (2 * PI) + Phi) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (Phi + x * exp (- ((1 / 2) * x ^ 2)) / sqrt (2 * PI)) _).
  { refine (f_equal2 Rplus eq_refl _).
    rule shared_8. }
  fractions.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' (Phi_of x'))
  (Phi + x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_mul (eq_eq _ _ _ derivative_3_diff_scale (eq_eq _ _ _ derivative_4_sqrt_square derivative_5_ring)))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' (Phi_of x'))
  = pd (at0 x) (fun x' => x' * Phi_of x').
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_y_x_2_diff_mul :
  pd (at0 x) (fun x' => x' * Phi_of x')
  = pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x').
Proof.
  rule (diff_mul (at0 x) (fun x' => x') (fun x' => Phi_of x')).
Qed.

(* a constant factor stays in front; derivative of erf, chain rule *)
Lemma derivative_y_x_3_diff_scale :
  pd (at0 x) (fun x' => x') * Phi + x * pd (at0 x) (fun x' => Phi_of x')
  = Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2).
Proof.
  rule shared_6.
Qed.

(* the square of a square root; a negative exponent is a reciprocal; the square root of a product *)
Lemma derivative_y_x_4_sqrt_square :
  Phi + x * 2 * exp (- (x / sqrt 2) ^ 2) / (sqrt PI * sqrt 2 * 2)
  = x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi.
Proof.
  rule shared_7.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' (Phi_of x'))
  (x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_mul (eq_eq _ _ _ derivative_y_x_3_diff_scale derivative_y_x_4_sqrt_square))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' (Phi_of x'))
  = y_bar * (x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_9.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' (Phi_of x'))
  (y_bar * (x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' (Phi_of x'))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' (Phi_of x')) * x_dot
  = (x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_9.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) (Phi_of (line0 x x_dot t)))
  ((x * exp (- (x ^ 2 / 2)) / sqrt (2 * PI) + Phi) * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (Phi_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (Phi_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' (Phi_of x')) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.
End gelu_theory.
