(* made by derive, do not edit *)
(* GELU, tanh approximation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (x : R) : R :=
  sqrt (2 / PI) * (x + (8943 / 200000) * x ^ 3).
#[local] Hint Unfold u_of : definitions.
Definition t_of (u : R) : R :=
  tanh u.
#[local] Hint Unfold t_of : definitions.
Definition y_of (x : R) (t : R) : R :=
  x * (1 + t) / 2.
#[local] Hint Unfold y_of : definitions.

Section gelu_tanh_theory.
Variables (x x_dot y_bar : R).
Local Notation u := (u_of x).
Local Notation t := (t_of u).
Local Notation y := (y_of x t).

(** * What several lines rest on *)

Lemma shared_1 :
  sqrt (2 / PI) * pd (at0 x) (fun x' => x' + (8943 / 200000) * x' ^ 3) = sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 x) (fun x' => x') + pd (at0 x) (fun x' => (8943 / 200000) * x' ^ 3)) _).
  { rule (diff_add (at0 x) (fun x' => x') (fun x' => (8943 / 200000) * x' ^ 3)). }
  refine (f_equal2 Rplus _ _).
  { apply variable0. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (8943 / 200000) * x' ^ 3)) _).
  { reflexivity. }
  apply (eq_eq _ ((8943 / 200000) * pd (at0 x) (fun x' => x' ^ 3)) _).
  { assert (pd (at0 x) (fun x' => (8943 / 200000)) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => (8943 / 200000)) (fun x' => x' ^ 3)). }
  apply (eq_eq _ ((8943 / 200000) * (3 * x ^ 2 * 1)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (3 * x ^ 2 * pd (at0 x) (fun x' => x')) _).
  { assert (pd (at0 x) (fun x' => 3) = 0).
    { apply constant. }
    assert (3 = 2 + 1).
    { arith. }
    rule (diff_pow_int (at0 x) (fun x' => x') 3%nat 2%nat 3). }
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
  apply variable0.
Qed.

Lemma shared_2 :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2) = pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 2) * x' * (1 + t_of (u_of x')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    arith. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 2) * x' * (1 + t_of (u_of x')))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 / 2) * pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')))) _).
  { assert (pd (at0 x) (fun x' => (1 / 2)) = 0).
    { apply constant. }
    rule_same (diff_scale (at0 x) (fun x' => (1 / 2)) (fun x' => x' * (1 + t_of (u_of x')))). }
  arith.
Qed.

Lemma shared_3 :
  pd (at0 x) (fun x' => u_of x') = sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => sqrt (2 / PI) * (x' + (8943 / 200000) * x' ^ 3))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => sqrt (2 / PI) * (x' + (8943 / 200000) * x' ^ 3))) _).
  { reflexivity. }
  apply (eq_eq _ (sqrt (2 / PI) * pd (at0 x) (fun x' => x' + (8943 / 200000) * x' ^ 3)) _).
  { assert (pd (at0 x) (fun x' => sqrt (2 / PI)) = 0).
    { apply constant. }
    rule (diff_scale (at0 x) (fun x' => sqrt (2 / PI)) (fun x' => x' + (8943 / 200000) * x' ^ 3)). }
  rule shared_1.
Qed.

Lemma shared_4 :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2 = (1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2.
Proof.
  apply (eq_eq _ ((1 * (1 + t) + x * (0 + (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1))) / 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 x) (fun x' => x') * (1 + t) + x * pd (at0 x) (fun x' => 1 + t_of (u_of x'))) _).
    { rule (diff_mul (at0 x) (fun x' => x') (fun x' => 1 + t_of (u_of x'))). }
    refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply variable0. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => t_of (u_of x'))) _).
    { rule (diff_add (at0 x) (fun x' => 1) (fun x' => t_of (u_of x'))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at0 x) (fun x' => tanh (u_of x'))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - tanh u ^ 2) * pd (at0 x) (fun x' => u_of x')) _).
    { rule (diff_tanh (at0 x) (fun x' => u_of x')). }
    apply (eq_eq _ ((1 - tanh u ^ 2) * (sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_3. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ ((1 + t) + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { arith. }
  apply (eq_eq _ (x * ((1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (0 + (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl _))).
    arith. }
  arith.
Qed.

(** * The inner derivative *)

Section inner.

(* definition of u *)
Lemma inner_1_unfold :
  pd (at0 x) (fun x' => u_of x')
  = pd (at0 x) (fun x' => sqrt (2 / PI) * (x' + (8943 / 200000) * x' ^ 3)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma inner_2_diff_scale :
  pd (at0 x) (fun x' => sqrt (2 / PI) * (x' + (8943 / 200000) * x' ^ 3))
  = sqrt (2 / PI) * pd (at0 x) (fun x' => x' + (8943 / 200000) * x' ^ 3).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => sqrt (2 / PI) * (x' + (8943 / 200000) * x' ^ 3))) _).
  { reflexivity. }
  assert (pd (at0 x) (fun x' => sqrt (2 / PI)) = 0).
  { apply constant. }
  rule (diff_scale (at0 x) (fun x' => sqrt (2 / PI)) (fun x' => x' + (8943 / 200000) * x' ^ 3)).
Qed.

(* a constant factor stays in front; power rule *)
Lemma inner_3_diff_scale :
  sqrt (2 / PI) * pd (at0 x) (fun x' => x' + (8943 / 200000) * x' ^ 3)
  = sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2).
Proof.
  apply (eq_eq _ (sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1)) _).
  { rule shared_1. }
  refine (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl _)).
  arith.
Qed.

Theorem inner :
  is_pd (at0 x) (fun x' => u_of x')
  (sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inner_1_unfold (eq_eq _ _ _ inner_2_diff_scale inner_3_diff_scale)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inner_outright : option (
  is_pd (at0 x) (fun x' => u_of x')
  (sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2))).
Proof.
  attempt "inner" by Formula.outright (Formula.by_number (Formula.Mul (Formula.C (sqrt (2 / PI))) (Formula.Add (Formula.V tt) (Formula.Mul (Formula.C ((8943 / 200000))) (Formula.Pow (Formula.V tt) 3))))).
Defined.
End inner.

(** * Derivative *)

Section derivative.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  = pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_2_diff_scale :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2)
  = pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2.
Proof.
  rule shared_2.
Qed.

(* product rule; derivative of tanh, chain rule; a constant factor stays in front *)
Lemma derivative_3_diff_mul :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2
  = (1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2.
Proof.
  rule shared_4.
Qed.

(* a constant factor stays in front; differentiate term by term; power rule *)
Lemma derivative_4_diff_scale :
  (1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2
  = (1 + t) / 2 + x * (1 - t ^ 2) * pd (at0 x) (fun x' => u_of x') / 2.
Proof.
  apply (eq_eq _ ((1 + tanh u + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2) _).
  { reflexivity. }
  apply (eq_eq _ ((1 / 2) - (1 / 2) * sqrt (2 / PI) * tanh u ^ 2 * x - (26829 / 400000) * sqrt (2 / PI) * tanh u ^ 2 * x ^ 3 + (1 / 2) * sqrt (2 / PI) * x + (26829 / 400000) * sqrt (2 / PI) * x ^ 3 + (1 / 2) * tanh u) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((1 + tanh u) / 2 + x * (1 - tanh u ^ 2) * (sqrt (2 / PI) + (26829 / 200000) * sqrt (2 / PI) * x ^ 2) / 2) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl)).
    apply (eq_eq _ (sqrt (2 / PI) * (1 + (8943 / 200000) * 3 * x ^ 2 * 1)) _).
    { rule shared_3. }
    apply (eq_eq _ (sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl _)).
      arith. }
    arith. }
  arith.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  ((1 + t) / 2 + x * (1 - t ^ 2) * pd (at0 x) (fun x' => u_of x') / 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_scale (eq_eq _ _ _ derivative_3_diff_mul derivative_4_diff_scale))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  ((1 + t) / 2 + x * (1 - t ^ 2) * pd (at0 x) (fun x' => u_of x') / 2)).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Div (Formula.Mul (Formula.V tt) (Formula.Add (Formula.C (1)) (Formula.Tanh (Formula.Mul (Formula.C (sqrt (2 / PI))) (Formula.Add (Formula.V tt) (Formula.Mul (Formula.C ((8943 / 200000))) (Formula.Pow (Formula.V tt) 3))))))) (Formula.C (2)))).
Defined.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  = pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_x_2_diff_scale :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2)
  = pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2.
Proof.
  rule shared_2.
Qed.

(* product rule; derivative of tanh, chain rule; a constant factor stays in front *)
Lemma derivative_y_x_3_diff_mul :
  pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2
  = (1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2.
Proof.
  rule shared_4.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_scale derivative_y_x_3_diff_mul)).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2)).
Proof.
  attempt "derivative_y_x" from (derivative_outright) or Formula.outright (Formula.by_number (Formula.Div (Formula.Mul (Formula.V tt) (Formula.Add (Formula.C (1)) (Formula.Tanh (Formula.Mul (Formula.C (sqrt (2 / PI))) (Formula.Add (Formula.V tt) (Formula.Mul (Formula.C ((8943 / 200000))) (Formula.Pow (Formula.V tt) 3))))))) (Formula.C (2)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))
  = y_bar * ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2) _).
  { rule shared_2. }
  rule shared_4.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' (t_of (u_of x')))
  (y_bar * ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' (t_of (u_of x')))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_bar * y_of x' (t_of (u_of x')))
  (y_bar * ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2))).
Proof.
  attempt "vjp_y_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (y_bar)) (Formula.Div (Formula.Mul (Formula.V tt) (Formula.Add (Formula.C (1)) (Formula.Tanh (Formula.Mul (Formula.C (sqrt (2 / PI))) (Formula.Add (Formula.V tt) (Formula.Mul (Formula.C ((8943 / 200000))) (Formula.Pow (Formula.V tt) 3))))))) (Formula.C (2))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' (t_of (u_of x'))) * x_dot
  = (1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2 * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * (1 + t_of (u_of x')) / 2)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * (1 + t_of (u_of x'))) / 2) _).
  { rule shared_2. }
  rule shared_4.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t' => y_of (line0 x x_dot t') (t_of (u_of (line0 x x_dot t'))))
  ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2 * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (t_of (u_of x'))) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (t_of (u_of x'))) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' (t_of (u_of x'))) (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t' => y_of (line0 x x_dot t') (t_of (u_of (line0 x x_dot t'))))
  ((1 + t + x * (1 - tanh u ^ 2) * sqrt (2 / PI) * (1 + (26829 / 200000) * x ^ 2)) / 2 * x_dot)).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Div (Formula.Mul (Formula.V tt) (Formula.Add (Formula.C (1)) (Formula.Tanh (Formula.Mul (Formula.C (sqrt (2 / PI))) (Formula.Add (Formula.V tt) (Formula.Mul (Formula.C ((8943 / 200000))) (Formula.Pow (Formula.V tt) 3))))))) (Formula.C (2)))).
Defined.
End jvp_y_x.
End gelu_tanh_theory.
