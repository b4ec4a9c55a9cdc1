(* made by derive, do not edit *)
(* Hard shrinkage

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (lambda_ : R) (x : R) : R :=
  (if ltb lambda_ (Rabs x) then x else 0).
#[local] Hint Unfold y_of : definitions.

Section hardshrink_theory.
Variables (x lambda_ lambda__dot y_bar x_dot : R).
Local Notation y := (y_of lambda_ x).

(** * What several lines rest on *)

Lemma shared_1 :
  (lambda_ <> Rabs x) ->
  pd (at0 x) (fun x' => y_of lambda_ x') = (if ltb lambda_ (Rabs x) then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb lambda_ (Rabs x') then x' else 0))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb lambda_ (Rabs x) then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => 0))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => 0) (fun x' => ltb lambda_ (Rabs x'))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Lemma shared_2 :
  - Rabs x + lambda_ = lambda_ - Rabs x.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_3 :
  (if ltb lambda_ (Rabs x) then 1 else 0) = 1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb (Rabs x) lambda_ then 0 else 1)) _).
  { rule (if_less lambda_ (Rabs x) 1 0). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 0 else 1)) _).
  { assert (- Rabs x + lambda_ = lambda_ - Rabs x).
    { rule shared_2. }
    rule (if_moved (Rabs x) lambda_ 0 1 (- Rabs x + lambda_)). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * 0 + (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (- Rabs x + lambda_))). }
  arith.
Qed.

Lemma shared_4 :
  (lambda_ <> Rabs x) ->
  pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' (Rabs x) then x else 0)) = 0.
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb lambda_ (Rabs x) then pd (at0 lambda_) (fun lambda_' => x) else pd (at0 lambda_) (fun lambda_' => 0))) _).
  { rule (diff_if (at0 lambda_) (fun lambda_' => x) (fun lambda_' => 0) (fun lambda_' => ltb lambda_' (Rabs x))). }
  apply (eq_eq _ ((if ltb lambda_ (Rabs x) then 0 else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply constant. } }
  rule (if_same 0 (ltb lambda_ (Rabs x))).
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : lambda_ <> Rabs x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x')
  = pd (at0 x) (fun x' => (if ltb lambda_ (Rabs x') then x' else 0)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb lambda_ (Rabs x') then x' else 0))
  = (if ltb lambda_ (Rabs x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb lambda_ (Rabs x) then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => 0))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => 0) (fun x' => ltb lambda_ (Rabs x'))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of lambda_ x')
  ((if ltb lambda_ (Rabs x) then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold derivative_2_diff_if).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : lambda_ <> Rabs x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x')
  = pd (at0 x) (fun x' => (if ltb lambda_ (Rabs x') then x' else 0)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb lambda_ (Rabs x') then x' else 0))
  = (if ltb lambda_ (Rabs x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb lambda_ (Rabs x) then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => 0))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => 0) (fun x' => ltb lambda_ (Rabs x'))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of lambda_ x')
  ((if ltb lambda_ (Rabs x) then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold derivative_y_x_2_diff_if).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : lambda_ <> Rabs x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of lambda_ x')
  = y_bar * (if ltb lambda_ (Rabs x) then 1 else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_1.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_x_2_if_less :
  y_bar * (if ltb lambda_ (Rabs x) then 1 else 0)
  = (if ltb lambda_ (Rabs x) then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_3. }
  apply (eq_eq _ (- ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * y_bar) + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb (Rabs x) lambda_ then 0 else y_bar)) _).
  { rule (if_less lambda_ (Rabs x) y_bar 0). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 0 else y_bar)) _).
  { assert (- Rabs x + lambda_ = lambda_ - Rabs x).
    { rule shared_2. }
    rule (if_moved (Rabs x) lambda_ 0 y_bar (- Rabs x + lambda_)). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * 0 + (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) * y_bar) _).
  { rule (if_indicator 0 y_bar (leb 0 (- Rabs x + lambda_))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of lambda_ x')
  ((if ltb lambda_ (Rabs x) then y_bar else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of lambda_ x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_less).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : lambda_ <> Rabs x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of lambda_ x') * x_dot
  = (if ltb lambda_ (Rabs x) then 1 else 0) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_1.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_x_2_if_less :
  (if ltb lambda_ (Rabs x) then 1 else 0) * x_dot
  = (if ltb lambda_ (Rabs x) then x_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_3. }
  apply (eq_eq _ (- ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * x_dot) + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb (Rabs x) lambda_ then 0 else x_dot)) _).
  { rule (if_less lambda_ (Rabs x) x_dot 0). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 0 else x_dot)) _).
  { assert (- Rabs x + lambda_ = lambda_ - Rabs x).
    { rule shared_2. }
    rule (if_moved (Rabs x) lambda_ 0 x_dot (- Rabs x + lambda_)). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * 0 + (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) * x_dot) _).
  { rule (if_indicator 0 x_dot (leb 0 (- Rabs x + lambda_))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of lambda_ (line0 x x_dot t))
  ((if ltb lambda_ (Rabs x) then x_dot else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of lambda_ x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_less).
Qed.
End jvp_y_x.

(** * Derivative of y by lambda_ *)

Section derivative_y_lambda_.
Hypothesis given1 : lambda_ <> Rabs x.

(* definition of y *)
Lemma derivative_y_lambda__1_unfold :
  pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  = pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' (Rabs x) then x else 0)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_lambda__2_diff_if :
  pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' (Rabs x) then x else 0))
  = 0.
Proof.
  rule shared_4.
Qed.

Theorem derivative_y_lambda_ :
  is_pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  (0).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_lambda__1_unfold derivative_y_lambda__2_diff_if).
Qed.
End derivative_y_lambda_.

(** * VJP of y for lambda_ *)

Section vjp_y_lambda_.
Hypothesis given1 : lambda_ <> Rabs x.

(* put in ∂y/∂λ *)
Lemma vjp_y_lambda__1_lemma :
  y_bar * pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  = 0.
Proof.
  apply (eq_eq _ (y_bar * 0) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' (Rabs x) then x else 0))) _).
    { reflexivity. }
    rule shared_4. }
  arith.
Qed.

Theorem vjp_y_lambda_ :
  is_pd (at0 lambda_) (fun lambda_' => y_bar * y_of lambda_' x)
  (0).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)) _).
  { weighted. }
  exact vjp_y_lambda__1_lemma.
Qed.
End vjp_y_lambda_.

(** * JVP of y for lambda_ *)

Section jvp_y_lambda_.
Hypothesis given1 : lambda_ <> Rabs x.

(* put in ∂y/∂λ *)
Lemma jvp_y_lambda__1_lemma :
  pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot
  = 0.
Proof.
  apply (eq_eq _ (0 * lambda__dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' (Rabs x) then x else 0))) _).
    { reflexivity. }
    rule shared_4. }
  arith.
Qed.

Theorem jvp_y_lambda_ :
  is_pd (at0 0) (fun t => y_of (line0 lambda_ lambda__dot t) x)
  (0).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot) _).
  { apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot) _).
    { refine (eq_trans (chain0_at (at0 0) lambda_ (fun lambda_' => y_of lambda_' x) (fun t => (line0 lambda_ lambda__dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_lambda__1_lemma.
Qed.
End jvp_y_lambda_.
End hardshrink_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_lambda_ can be met *)
Lemma derivative_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_lambda_ can be met *)
Lemma vjp_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_lambda_ can be met *)
Lemma jvp_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> Rabs x).
Proof.
  exists (1), (2).
  witness.
Qed.
