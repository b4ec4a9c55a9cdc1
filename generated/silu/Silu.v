(* made by derive, do not edit *)
(* SiLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : R) : R :=
  1 / (1 + exp (- x)).
#[local] Hint Unfold sigma_of : definitions.
Definition y_of (x : R) (sigma : R) : R :=
  x * sigma.
#[local] Hint Unfold y_of : definitions.

Section silu_theory.
Variables (x x_dot y_bar : R).
Local Notation sigma := (sigma_of x).
Local Notation y := (y_of x sigma).

(** * What several lines rest on *)

Lemma shared_1 :
  (1 + exp (- x) <> 0) ->
  pd (at0 x) (fun x' => x') * sigma + x * pd (at0 x) (fun x' => sigma_of x') = 1 * sigma + x * (- (1 / (1 + exp (- x)) ^ 2 * (0 + exp (- x) * (-1)))).
Proof.
  intros ?.
  refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
  { apply variable0. }
  apply (eq_eq _ (pd (at0 x) (fun x' => 1 / (1 + exp (- x')))) _).
  { reflexivity. }
  apply (eq_eq _ (- (1 / (1 + exp (- x)) ^ 2 * pd (at0 x) (fun x' => 1 + exp (- x')))) _).
  { assert (pd (at0 x) (fun x' => 1) = 0).
    { apply constant. }
    rule (diff_inverse (at0 x) (fun x' => 1) (fun x' => 1 + exp (- x'))). }
  refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
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

Lemma shared_2 :
  1 * sigma + x * (- (1 / (1 + exp (- x)) ^ 2 * (0 + exp (- x) * (-1)))) = sigma + x * exp (- x) / (1 + exp (- x)) ^ 2.
Proof.
  refine (f_equal2 Rplus _ _).
  { arith. }
  apply (eq_eq _ (x * (exp (- x) / (1 + exp (- x)) ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- (- (exp (- x) / (1 + exp (- x)) ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / (1 + exp (- x)) ^ 2 * (- exp (- x))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 - exp (- x)) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  fractions.
Qed.

Lemma shared_3 :
  sigma + x * exp (- x) / (1 + exp (- x)) ^ 2 = x * sigma + sigma - x * sigma ^ 2.
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ (1 / (1 + exp (- x)) + x * exp (- x) / (1 + exp (- x)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ ((1 + exp (- x) + exp (- x) * x) / (1 + exp (- x)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (x * (1 / (1 + exp (- x))) + 1 / (1 + exp (- x)) - x * (1 / (1 + exp (- x))) ^ 2) _).
  { reflexivity. }
  cancel.
Qed.

Lemma shared_4 :
  x * sigma + sigma - x * sigma ^ 2 = sigma * (1 + x * (1 - sigma)).
Proof.
  apply (eq_eq _ (sigma + sigma * x - sigma ^ 2 * x) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  pd (at0 x) (fun x' => y_of x' (sigma_of x')) = sigma * (1 + x * (1 - sigma)).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * sigma_of x')) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x') * sigma + x * pd (at0 x) (fun x' => sigma_of x')) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    rule (diff_mul (at0 x) (fun x' => x') (fun x' => sigma_of x')). }
  apply (eq_eq _ (sigma + x * exp (- x) / (1 + exp (- x)) ^ 2) _).
  { assert (1 + exp (- x) <> 0).
    { sgn. }
    apply (eq_eq _ (1 * sigma + x * (- (1 / (1 + exp (- x)) ^ 2 * (0 + exp (- x) * (-1))))) _).
    { rule shared_1. }
    rule shared_2. }
  apply (eq_eq _ (x * sigma + sigma - x * sigma ^ 2) _).
  { rule shared_3. }
  rule shared_4.
Qed.

(** * Derivative *)

Section derivative.

(* factor; product rule; derivative of a reciprocal *)
Lemma derivative_1_diff_mul :
  pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  = sigma + x * sigma * (1 - sigma).
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * sigma_of x')) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x') * sigma + x * pd (at0 x) (fun x' => sigma_of x')) _).
  { rule (diff_mul (at0 x) (fun x' => x') (fun x' => sigma_of x')). }
  apply (eq_eq _ (1 * sigma + x * (- (1 / (1 + exp (- x)) ^ 2 * (0 + exp (- x) * (-1))))) _).
  { rule shared_1. }
  apply (eq_eq _ (sigma + x * exp (- x) / (1 + exp (- x)) ^ 2) _).
  { rule shared_2. }
  apply (eq_eq _ (1 / (1 + exp (- x)) + x * exp (- x) / (1 + exp (- x)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ ((1 + exp (- x) + exp (- x) * x) / (1 + exp (- x)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- x)) + x * (1 / (1 + exp (- x))) * (1 - 1 / (1 + exp (- x)))) _).
  { reflexivity. }
  cancel.
Qed.

(* definition of y *)
Lemma derivative_2_unfold :
  sigma + x * sigma * (1 - sigma)
  = y + sigma * (1 - y).
Proof.
  apply (eq_eq _ (sigma + sigma * x - sigma ^ 2 * x) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (sigma * x + sigma * (1 - sigma * x)) _).
  { refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _)))).
    { apply (eq_eq _ (x * sigma) _).
      { reflexivity. }
      arith. }
    apply (eq_eq _ (x * sigma) _).
    { reflexivity. }
    arith. }
  arith.
Qed.

Lemma derivative_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  (y + sigma * (1 - y)).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_diff_mul derivative_2_unfold).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  (y + sigma * (1 - y))).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Mul (Formula.V tt) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  = pd (at0 x) (fun x' => x' * sigma_of x').
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_y_x_2_diff_mul :
  pd (at0 x) (fun x' => x' * sigma_of x')
  = pd (at0 x) (fun x' => x') * sigma + x * pd (at0 x) (fun x' => sigma_of x').
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  rule (diff_mul (at0 x) (fun x' => x') (fun x' => sigma_of x')).
Qed.

(* derivative of a reciprocal; derivative of exp, chain rule *)
Lemma derivative_y_x_3_diff_inverse :
  pd (at0 x) (fun x' => x') * sigma + x * pd (at0 x) (fun x' => sigma_of x')
  = sigma + x * exp (- x) / (1 + exp (- x)) ^ 2.
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ (1 * sigma + x * (- (1 / (1 + exp (- x)) ^ 2 * (0 + exp (- x) * (-1))))) _).
  { rule shared_1. }
  rule shared_2.
Qed.

(* rearrange *)
Lemma derivative_y_x_4_ring :
  sigma + x * exp (- x) / (1 + exp (- x)) ^ 2
  = x * sigma + sigma - x * sigma ^ 2.
Proof.
  rule shared_3.
Qed.

(* factor out σ *)
Lemma derivative_y_x_5_ring :
  x * sigma + sigma - x * sigma ^ 2
  = sigma * (1 + x * (1 - sigma)).
Proof.
  rule shared_4.
Qed.

Lemma derivative_y_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  (sigma * (1 + x * (1 - sigma))).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_mul (eq_eq _ _ _ derivative_y_x_3_diff_inverse (eq_eq _ _ _ derivative_y_x_4_ring derivative_y_x_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  (sigma * (1 + x * (1 - sigma)))).
Proof.
  attempt "derivative_y_x" from (derivative_outright) or Formula.outright (Formula.by_number (Formula.Mul (Formula.V tt) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' (sigma_of x'))
  = y_bar * sigma * (1 + x * (1 - sigma)).
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ (y_bar * (sigma * (1 + x * (1 - sigma)))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule shared_5.
Qed.

Lemma vjp_y_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' (sigma_of x'))
  (y_bar * sigma * (1 + x * (1 - sigma))).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' (sigma_of x'))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_bar * y_of x' (sigma_of x'))
  (y_bar * sigma * (1 + x * (1 - sigma)))).
Proof.
  attempt "vjp_y_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (y_bar)) (Formula.Mul (Formula.V tt) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt)))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' (sigma_of x')) * x_dot
  = sigma * (1 + x * (1 - sigma)) * x_dot.
Proof.
  assert (1 + exp (- x) <> 0).
  { sgn. }
  apply (eq_eq _ ((sigma * (1 + x * (1 - sigma))) * x_dot) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_5.
Qed.

Lemma jvp_y_x_needs_1 :
  1 + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) (sigma_of (line0 x x_dot t)))
  (sigma * (1 + x * (1 - sigma)) * x_dot).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (sigma_of x')) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' (sigma_of x')) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' (sigma_of x')) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) (sigma_of (line0 x x_dot t)))
  (sigma * (1 + x * (1 - sigma)) * x_dot)).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Mul (Formula.V tt) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End jvp_y_x.
End silu_theory.
