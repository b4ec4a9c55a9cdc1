(* made by derive, do not edit *)
(* SwiGLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (D' : nat) (W : nat -> nat -> R) (x : nat -> R) (h : nat) : R :=
  rsum D' (fun d => W h d * x d).
#[local] Hint Unfold u_of : definitions.
Definition v_of (D' : nat) (V : nat -> nat -> R) (x : nat -> R) (h : nat) : R :=
  rsum D' (fun d => V h d * x d).
#[local] Hint Unfold v_of : definitions.
Definition sigma_of (u : nat -> R) (h : nat) : R :=
  1 / (1 + exp (- u h)).
#[local] Hint Unfold sigma_of : definitions.
Definition s_of (u : nat -> R) (sigma : nat -> R) (h : nat) : R :=
  u h * sigma h.
#[local] Hint Unfold s_of : definitions.
Definition y_of (s : nat -> R) (v : nat -> R) (h : nat) : R :=
  s h * v h.
#[local] Hint Unfold y_of : definitions.

Section swiglu_theory.
Variables (D' H' : nat).
Variables (x y_bar x_dot : nat -> R).
Variables (W V V_dot W_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis H'_positive : (0 < H')%nat.
Local Notation u := (u_of D' W x).
Local Notation v := (v_of D' V x).
Local Notation sigma := (sigma_of u).
Local Notation s := (s_of u sigma).
Local Notation y := (y_of s v).

(** * Derivative by what passes *)

Section passed.
Variables (h k : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* definition of y_h *)
Lemma passed_1_unfold :
  pd (at1 v k) (fun v' => y_of s v' h)
  = pd (at1 v k) (fun v' => s h * v' h).
Proof.
  apply pd_ext.
  intros v'; cbv beta.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma passed_2_diff_scale :
  pd (at1 v k) (fun v' => s h * v' h)
  = s h * pd (at1 v k) (fun v' => v' h).
Proof.
  apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
  { apply pd_ext.
    intros v'; cbv beta.
    same. }
  assert (pd (at1 v k) (fun v' => s h) = 0).
  { apply constant. }
  rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)).
Qed.

(* ∂v_h/∂v_k = δ_hk *)
Lemma passed_3_variable :
  s h * pd (at1 v k) (fun v' => v' h)
  = s h * delta h k.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Theorem passed :
  is_pd (at1 v k) (fun v' => y_of s v' h)
  (s h * delta h k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ passed_1_unfold (eq_eq _ _ _ passed_2_diff_scale passed_3_variable)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition passed_outright : option (
  is_pd (at1 v k) (fun v' => y_of s v' h)
  (s h * delta h k)).
Proof.
  attempt "passed" by Formula.outright Formula.by_vector (Formula.Mul (Formula.C (s h)) (Formula.V (h))).
Defined.
End passed.

(** * Derivative by the gate *)

Section gate.
Variables (h k : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through s_l *)
Lemma gate_1_chain :
  pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  = rsum H' (fun l => pd (at1 s l) (fun s' => y_of s' v h) * pd (at1 u k) (fun u' => s_of u' (sigma_of u') l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (chain1 (at1 u k) H' (fun s' => y_of s' v h) (fun u' => s_of u' (sigma_of u'))); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂s_l and ∂s_l/∂u_k *)
Lemma gate_2_lemma :
  rsum H' (fun l => pd (at1 s l) (fun s' => y_of s' v h) * pd (at1 u k) (fun u' => s_of u' (sigma_of u') l))
  = rsum H' (fun l => v h * delta h l * sigma l * delta l k * (1 + u l * (1 - sigma l))).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((v h * delta h l) * (sigma l * delta l k * (1 + u l * (1 - sigma l)))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 s l) (fun s' => s' h * v h)) _).
    { apply pd_ext.
      intros s'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 s l) (fun s' => v h * s' h)) _).
    { apply pd_ext.
      intros s'; cbv beta.
      arith. }
    apply (eq_eq _ (v h * pd (at1 s l) (fun s' => s' h)) _).
    { assert (pd (at1 s l) (fun s' => v h) = 0).
      { apply constant. }
      rule (diff_scale (at1 s l) (fun s' => v h) (fun s' => s' h)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 u k) (fun u' => u' l * sigma_of u' l)) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    apply pd_ext.
    intros u'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 u k) (fun u' => u' l) * sigma l + u l * pd (at1 u k) (fun u' => sigma_of u' l)) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    rule (diff_mul (at1 u k) (fun u' => u' l) (fun u' => sigma_of u' l)). }
  apply (eq_eq _ (delta l k * sigma l + u l * exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    apply (eq_eq _ (delta l k * sigma l + u l * (- (1 / (1 + exp (- u l)) ^ 2 * (0 + exp (- u l) * (- delta l k))))) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply variable1. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 u k) (fun u' => 1 / (1 + exp (- u' l)))) _).
      { apply pd_ext.
        intros u'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u l)) ^ 2 * pd (at1 u k) (fun u' => 1 + exp (- u' l)))) _).
      { assert (pd (at1 u k) (fun u' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 u k) (fun u' => 1) (fun u' => 1 + exp (- u' l))). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 u k) (fun u' => 1) + pd (at1 u k) (fun u' => exp (- u' l))) _).
      { rule (diff_add (at1 u k) (fun u' => 1) (fun u' => exp (- u' l))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u l) * pd (at1 u k) (fun u' => - u' l)) _).
      { rule (diff_exp (at1 u k) (fun u' => - u' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 u k) (fun u' => u' l)) _).
      { rule (diff_neg (at1 u k) (fun u' => u' l)). }
      refine (f_equal Ropp _).
      apply variable1. }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u l * (exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u l)) ^ 2 * (- (exp (- u l) * delta l k))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u l) * delta l k) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ (u l * sigma l * delta l k + sigma l * delta l k - u l * sigma l ^ 2 * delta l k) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    apply (eq_eq _ (delta l k * (1 / (1 + exp (- u l))) + u l * exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2) _).
    { refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    apply (eq_eq _ ((delta l k + delta l k * exp (- u l) + delta l k * exp (- u l) * u l) / (1 + exp (- u l)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (u l * (1 / (1 + exp (- u l))) * delta l k + 1 / (1 + exp (- u l)) * delta l k - u l * (1 / (1 + exp (- u l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        reflexivity. }
      { refine (f_equal2 Rmult _ eq_refl).
        reflexivity. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      reflexivity. }
    cancel. }
  apply (eq_eq _ (delta l k * sigma l + delta l k * sigma l * u l - delta l k * sigma l ^ 2 * u l) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma gate_3_sum_delta :
  rsum H' (fun l => v h * delta h l * sigma l * delta l k * (1 + u l * (1 - sigma l)))
  = v h * sigma h * delta h k * (1 + u h * (1 - sigma h)).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l h * v h * sigma l * delta l k * (1 + u l * (1 - sigma l)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => v h * sigma l * delta l k * (1 + u l * (1 - sigma l))) h).
Qed.

(* definition of s_h *)
Lemma gate_4_unfold :
  v h * sigma h * delta h k * (1 + u h * (1 - sigma h))
  = v h * sigma h * delta h k + v h * s h * delta h k - v h * sigma h * s h * delta h k.
Proof.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h - delta h k * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 + delta h k * rsum D' (fun d => V h d * x d) * sigma h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h k + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h k - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
      reflexivity. }
    { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _) eq_refl).
    { reflexivity. }
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* definition of s_h *)
Lemma gate_5_unfold :
  v h * sigma h * delta h k + v h * s h * delta h k - v h * sigma h * s h * delta h k
  = v h * sigma h * delta h k * (1 + u h * (1 - sigma h)).
Proof.
  apply (eq_eq _ (v h * sigma h * delta h k + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h k - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) * sigma h * v h - delta h k * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h + delta h k * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* definition of s_h *)
Lemma gate_6_unfold :
  v h * sigma h * delta h k * (1 + u h * (1 - sigma h))
  = v h * (s h + sigma h * (1 - s h)) * delta h k.
Proof.
  apply (eq_eq _ (v h * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) * sigma h * v h - delta h k * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h + delta h k * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h + sigma h * (1 - rsum D' (fun d => W h d * x d) * sigma h)) * delta h k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

Lemma gate_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem gate :
  is_pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  (v h * (s h + sigma h * (1 - s h)) * delta h k).
Proof.
  pose proof gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gate_1_chain (eq_eq _ _ _ gate_2_lemma (eq_eq _ _ _ gate_3_sum_delta (eq_eq _ _ _ gate_4_unfold (eq_eq _ _ _ gate_5_unfold gate_6_unfold))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gate_outright : option (
  is_pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  (v h * (s h + sigma h * (1 - s h)) * delta h k)).
Proof.
  attempt "gate" by Formula.outright Formula.by_vector (Formula.Mul (Formula.Mul (Formula.V (h)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (h))))))) (Formula.C (v h))).
Defined.
End gate.

(** * Derivative by the weights of what passes *)

Section weights.
Variables (d h k : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through v_l *)
Lemma weights_1_chain :
  pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  = rsum H' (fun l => pd (at1 v l) (fun v' => y_of s v' h) * pd (at2 V k d) (fun V' => v_of D' V' x l)).
Proof.
  apply (chain1 (at2 V k d) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂v_l and ∂v_l/∂V_kd *)
Lemma weights_2_lemma :
  rsum H' (fun l => pd (at1 v l) (fun v' => y_of s v' h) * pd (at2 V k d) (fun V' => v_of D' V' x l))
  = rsum H' (fun l => u h * sigma h * delta h l * x d * delta l k).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((u h * sigma h * delta h l) * (x d * delta l k)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 v l) (fun v' => s h * v' h)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 v l) (fun v' => s h * v' h)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      same. }
    apply (eq_eq _ (s h * pd (at1 v l) (fun v' => v' h)) _).
    { assert (pd (at1 v l) (fun v' => s h) = 0).
      { apply constant. }
      rule (diff_scale (at1 v l) (fun v' => s h) (fun v' => v' h)). }
    apply (eq_eq _ (s h * delta h l) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') / (1 + exp (- rsum D' (fun d' => W h d' * x d'))) * delta h l) _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * (1 / (1 + exp (- rsum D' (fun d' => W h d' * x d'))))) _).
      { refine (f_equal2 Rmult _ _).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + exp (- u h))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        refine (f_equal Ropp _).
        reflexivity. }
      fractions. }
    apply (eq_eq _ (delta h l * rsum D' (fun d' => W h d' * x d') / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * (1 / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) * delta h l) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + exp (- u h))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      refine (f_equal Ropp _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ (pd (at2 V k d) (fun V' => rsum D' (fun d' => V' l d' * x d'))) _).
  { apply pd_ext.
    intros V'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 V k d) (fun V' => rsum D' (fun k' => V' l k' * x k'))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l' => pd (at2 V k d) (fun V' => V' l l' * x l'))) _).
  { rule_same (diff_sum (at2 V k d) D' (fun k' V' => V' l k' * x k') (fun k' => true)). }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta l k * delta l' d)) _).
  { apply rsum_ext; intros l' ?; cbv beta.
    apply (eq_eq _ (pd (at2 V k d) (fun V' => x l' * V' l l')) _).
    { apply pd_ext.
      intros V'; cbv beta.
      arith. }
    apply (eq_eq _ (x l' * pd (at2 V k d) (fun V' => V' l l')) _).
    { assert (pd (at2 V k d) (fun V' => x l') = 0).
      { apply constant. }
      rule (diff_scale (at2 V k d) (fun V' => x l') (fun V' => V' l l')). }
    apply (eq_eq _ (x l' * (delta l k * delta l' d)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum D' (fun l' => delta l' d * x l' * delta l k)) _).
  { apply rsum_ext; intros l' ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun l' => x l' * delta l k) d).
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum H' (fun l => u h * sigma h * delta h l * x d * delta l k)
  = u h * sigma h * x d * delta h k.
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l h * u h * sigma h * x d * delta l k)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => u h * sigma h * x d * delta l k) h).
Qed.

(* definition of s_h *)
Lemma weights_4_unfold :
  u h * sigma h * x d * delta h k
  = s h * x d * delta h k.
Proof.
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * (1 / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) * x d * delta h k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) eq_refl).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + exp (- u h))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    refine (f_equal Ropp _).
    reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d' => W h d' * x d') * x d / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') / (1 + exp (- rsum D' (fun d' => W h d' * x d'))) * x d * delta h k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * (1 / (1 + exp (- rsum D' (fun d' => W h d' * x d'))))) _).
    { refine (f_equal2 Rmult _ _).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + exp (- u h))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      refine (f_equal Ropp _).
      reflexivity. }
    fractions. }
  fractions.
Qed.

Theorem weights :
  is_pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  (s h * x d * delta h k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_chain (eq_eq _ _ _ weights_2_lemma (eq_eq _ _ _ weights_3_sum_delta weights_4_unfold))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  (s h * x d * delta h k)).
Proof.
  attempt "weights" by Formula.outright Formula.by_matrix (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (h, d')) (Formula.C (x d')))))).
Defined.
End weights.

(** * Derivative by the inputs *)

Section inputs.
Variables (d h : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis h_in : (h < H')%nat.

(* definition of y_h *)
Lemma inputs_1_unfold :
  pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  = pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

(* product rule *)
Lemma inputs_2_diff_mul :
  pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)
  = pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x d) (fun x' => v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  rule (diff_mul (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)).
Qed.

(* product rule; differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_d = δ_kd *)
Lemma inputs_3_diff_mul :
  pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x d) (fun x' => v_of D' V x' h)
  = (rsum D' (fun k => W h k * delta k d) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k d).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k d) * sigma h + u h * (- (1 / (1 + exp (- u h)) ^ 2 * (0 + exp (- u h) * (- rsum D' (fun k => W h k * delta k d)))))) * v h + s h * rsum D' (fun k => V h k * delta k d)) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (pd (at1 x d) (fun x' => u_of D' W x' h * sigma_of (u_of D' W x') h)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x d) (fun x' => u_of D' W x' h) * sigma h + u h * pd (at1 x d) (fun x' => sigma_of (u_of D' W x') h)) _).
      { rule (diff_mul (at1 x d) (fun x' => u_of D' W x' h) (fun x' => sigma_of (u_of D' W x') h)). }
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun d' => W h d' * x' d'))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun k => pd (at1 x d) (fun x' => W h k * x' k))) _).
        { rule (diff_sum (at1 x d) D' (fun k x' => W h k * x' k) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 x d) (fun x' => W h k * x' k)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          same. }
        apply (eq_eq _ (W h k * pd (at1 x d) (fun x' => x' k)) _).
        { assert (pd (at1 x d) (fun x' => W h k) = 0).
          { apply constant. }
          rule (diff_scale (at1 x d) (fun x' => W h k) (fun x' => x' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x d) (fun x' => 1 / (1 + exp (- u_of D' W x' h)))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u h)) ^ 2 * pd (at1 x d) (fun x' => 1 + exp (- u_of D' W x' h)))) _).
      { assert (pd (at1 x d) (fun x' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 x d) (fun x' => 1) (fun x' => 1 + exp (- u_of D' W x' h))). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x d) (fun x' => 1) + pd (at1 x d) (fun x' => exp (- u_of D' W x' h))) _).
      { rule (diff_add (at1 x d) (fun x' => 1) (fun x' => exp (- u_of D' W x' h))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u h) * pd (at1 x d) (fun x' => - u_of D' W x' h)) _).
      { rule (diff_exp (at1 x d) (fun x' => - u_of D' W x' h)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 x d) (fun x' => u_of D' W x' h)) _).
      { rule (diff_neg (at1 x d) (fun x' => u_of D' W x' h)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun d' => W h d' * x' d'))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x d) (fun x' => W h k * x' k))) _).
      { rule (diff_sum (at1 x d) D' (fun k x' => W h k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x d) (fun x' => W h k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (W h k * pd (at1 x d) (fun x' => x' k)) _).
      { assert (pd (at1 x d) (fun x' => W h k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x d) (fun x' => W h k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun d' => V h d' * x' d'))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 x d) (fun x' => rsum D' (fun k => V h k * x' k))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 x d) (fun x' => V h k * x' k))) _).
    { rule (diff_sum (at1 x d) D' (fun k x' => V h k * x' k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x d) (fun x' => V h k * x' k)) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (V h k * pd (at1 x d) (fun x' => x' k)) _).
    { assert (pd (at1 x d) (fun x' => V h k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x d) (fun x' => V h k) (fun x' => x' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal2 Rplus _ eq_refl).
  refine (f_equal2 Rmult _ eq_refl).
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (u h * (exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- (- (exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / (1 + exp (- u h)) ^ 2 * (- (exp (- u h) * rsum D' (fun k => W h k * delta k d)))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 - exp (- u h) * rsum D' (fun k => W h k * delta k d)) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  fractions.
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_4_sum_delta :
  (rsum D' (fun k => W h k * delta k d) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k d)
  = (W h d * sigma h + u h * exp (- u h) * W h d / (1 + exp (- u h)) ^ 2) * v h + s h * V h d.
Proof.
  refine (f_equal2 Rplus _ _).
  { refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (rsum D' (fun k => delta k d * W h k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => W h k) d). }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k d * W h k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => W h k) d). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum D' (fun k => delta k d * V h k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => V h k) d).
Qed.

(* factor *)
Lemma inputs_5_ring :
  (W h d * sigma h + u h * exp (- u h) * W h d / (1 + exp (- u h)) ^ 2) * v h + s h * V h d
  = (W h d * v h * (1 + u h * (1 - sigma h)) + V h d * u h) * sigma h.
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((W h d * (1 / (1 + exp (- u h))) + u h * exp (- u h) * W h d / (1 + exp (- u h)) ^ 2) * v h + u h / (1 + exp (- u h)) * V h d) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (u h * (1 / (1 + exp (- u h)))) _).
    { refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ ((exp (- u h) * V h d * u h + exp (- u h) * W h d * u h * v h + exp (- u h) * W h d * v h + V h d * u h + W h d * v h) / (1 + exp (- u h)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((W h d * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h d * u h) * (1 / (1 + exp (- u h)))) _).
  { refine (f_equal2 Rmult _ _).
    { refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal2 Rmult eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      reflexivity. }
    reflexivity. }
  cancel.
Qed.

(* definition of s_h *)
Lemma inputs_6_unfold :
  (W h d * v h * (1 + u h * (1 - sigma h)) + V h d * u h) * sigma h
  = v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d.
Proof.
  apply (eq_eq _ ((W h d * v h * (1 + rsum D' (fun d' => W h d' * x d') * (1 - sigma h)) + V h d * rsum D' (fun d' => W h d' * x d')) * sigma h) _).
  { refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal2 Rmult eq_refl _).
    reflexivity. }
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * V h d * sigma h + rsum D' (fun d' => W h d' * x d') * W h d * sigma h * v h - rsum D' (fun d' => W h d' * x d') * W h d * sigma h ^ 2 * v h + W h d * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * (rsum D' (fun d' => W h d' * x d') * sigma h + sigma h * (1 - rsum D' (fun d' => W h d' * x d') * sigma h)) * W h d + rsum D' (fun d' => W h d' * x d') * sigma h * V h d) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (u h * sigma h) _).
        { reflexivity. }
        refine (f_equal2 Rmult _ eq_refl).
        reflexivity. }
      refine (f_equal2 Rmult eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    apply (eq_eq _ ((rsum D' (fun d' => W h d' * x d') * sigma h) * V h d) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

Lemma inputs_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem inputs :
  is_pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d).
Proof.
  pose proof inputs_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_unfold (eq_eq _ _ _ inputs_2_diff_mul (eq_eq _ _ _ inputs_3_diff_mul (eq_eq _ _ _ inputs_4_sum_delta (eq_eq _ _ _ inputs_5_ring inputs_6_unfold))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d)).
Proof.
  attempt "inputs" by Formula.outright Formula.by_vector (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (W h d')) (Formula.V (d'))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (W h d')) (Formula.V (d')))))))))) (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (V h d')) (Formula.V (d')))))).
Defined.
End inputs.

(** * Derivative of y by W *)

Section derivative_y_W.
Variables (h i j : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* chain rule through s_k *)
Lemma derivative_y_W_1_chain :
  pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  = rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
  { intros k ?.
    sgn. }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (chain1 (at2 W i j) H' (fun s' => y_of s' v h) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)))); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂s_k and ∂s_k/∂W_ij *)
Lemma derivative_y_W_2_lemma :
  rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k))
  = rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((v h * delta h k) * (sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 s k) (fun s' => s' h * v h)) _).
    { apply pd_ext.
      intros s'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 s k) (fun s' => v h * s' h)) _).
    { apply pd_ext.
      intros s'; cbv beta.
      arith. }
    apply (eq_eq _ (v h * pd (at1 s k) (fun s' => s' h)) _).
    { assert (pd (at1 s k) (fun s' => v h) = 0).
      { apply constant. }
      rule (diff_scale (at1 s k) (fun s' => v h) (fun s' => s' h)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k * sigma_of (u_of D' W' x) k)) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    apply pd_ext.
    intros W'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k) * sigma k + u k * pd (at2 W i j) (fun W' => sigma_of (u_of D' W' x) k)) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    rule (diff_mul (at2 W i j) (fun W' => u_of D' W' x k) (fun W' => sigma_of (u_of D' W' x) k)). }
  apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * (- (1 / (1 + exp (- u k)) ^ 2 * (0 + exp (- u k) * (- rsum D' (fun l => x l * delta k i * delta l j)))))) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
        { apply pd_ext.
          intros W'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
        { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
        { apply pd_ext.
          intros W'; cbv beta.
          arith. }
        apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
        { assert (pd (at2 W i j) (fun W' => x l) = 0).
          { apply constant. }
          rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
        apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 W i j) (fun W' => 1 / (1 + exp (- u_of D' W' x k)))) _).
      { apply pd_ext.
        intros W'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u k)) ^ 2 * pd (at2 W i j) (fun W' => 1 + exp (- u_of D' W' x k)))) _).
      { assert (pd (at2 W i j) (fun W' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at2 W i j) (fun W' => 1) (fun W' => 1 + exp (- u_of D' W' x k))). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 W i j) (fun W' => 1) + pd (at2 W i j) (fun W' => exp (- u_of D' W' x k))) _).
      { rule (diff_add (at2 W i j) (fun W' => 1) (fun W' => exp (- u_of D' W' x k))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u k) * pd (at2 W i j) (fun W' => - u_of D' W' x k)) _).
      { rule (diff_exp (at2 W i j) (fun W' => - u_of D' W' x k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at2 W i j) (fun W' => u_of D' W' x k)) _).
      { rule (diff_neg (at2 W i j) (fun W' => u_of D' W' x k)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
      { apply pd_ext.
        intros W'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
      { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
      { apply pd_ext.
        intros W'; cbv beta.
        arith. }
      apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
      { assert (pd (at2 W i j) (fun W' => x l) = 0).
        { apply constant. }
        rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
      apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u k * (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u k)) ^ 2 * (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ (x j * delta k i * sigma k + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((x j * delta k i) * sigma k) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun l => x l * delta k i) j). }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (u k * exp (- u k) * (x j * delta k i)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun l => x l * delta k i) j). }
  apply (eq_eq _ (u k * sigma k * delta k i * x j + sigma k * delta k i * x j - u k * sigma k ^ 2 * delta k i * x j) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    apply (eq_eq _ (x j * delta k i * (1 / (1 + exp (- u k))) + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
    { refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      reflexivity. }
    apply (eq_eq _ ((delta k i * exp (- u k) * u k * x j + delta k i * exp (- u k) * x j + delta k i * x j) / (1 + exp (- u k)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (u k * (1 / (1 + exp (- u k))) * delta k i * x j + 1 / (1 + exp (- u k)) * delta k i * x j - u k * (1 / (1 + exp (- u k))) ^ 2 * delta k i * x j) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
        reflexivity. }
      { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
        reflexivity. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k i * sigma k * u k * x j + delta k i * sigma k * x j - delta k i * sigma k ^ 2 * u k * x j) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_W_3_sum_delta :
  rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)
  = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k h * v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j) h).
Qed.

(* definition of s_h *)
Lemma derivative_y_W_4_unfold :
  v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j
  = v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j.
Proof.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _) eq_refl).
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * x j - delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * x j + delta h i * rsum D' (fun d => V h d * x d) * sigma h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * x j + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
      reflexivity. }
    { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _) eq_refl) eq_refl).
    { reflexivity. }
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* definition of s_h *)
Lemma derivative_y_W_5_unfold :
  v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j
  = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => W h d * x d) * sigma h * v h * x j - delta h i * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h * x j + delta h i * sigma h * v h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

Lemma derivative_y_W_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_W :
  is_pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j).
Proof.
  pose proof derivative_y_W_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_W_1_chain (eq_eq _ _ _ derivative_y_W_2_lemma (eq_eq _ _ _ derivative_y_W_3_sum_delta (eq_eq _ _ _ derivative_y_W_4_unfold derivative_y_W_5_unfold)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_W_outright : option (
  is_pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)).
Proof.
  attempt "derivative_y_W" by Formula.outright Formula.by_matrix (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))))))) (Formula.C (v h))).
Defined.
End derivative_y_W.

(** * VJP of y for W *)

Section vjp_y_W.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_h/∂W_ij *)
Lemma vjp_y_W_1_lemma :
  rsum H' (fun h => y_bar h * pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))
  = rsum H' (fun h => y_bar h * v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j).
Proof.
  assert ((forall h, (h < H')%nat -> 1 + exp (- u h) <> 0)).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply (chain1 (at2 W i j) H' (fun s' => y_of s' v h) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
    { intros k ?.
      sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((v h * delta h k) * (sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 s k) (fun s' => s' h * v h)) _).
      { apply pd_ext.
        intros s'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 s k) (fun s' => v h * s' h)) _).
      { apply pd_ext.
        intros s'; cbv beta.
        arith. }
      apply (eq_eq _ (v h * pd (at1 s k) (fun s' => s' h)) _).
      { assert (pd (at1 s k) (fun s' => v h) = 0).
        { apply constant. }
        rule (diff_scale (at1 s k) (fun s' => v h) (fun s' => s' h)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k * sigma_of (u_of D' W' x) k)) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply pd_ext.
      intros W'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k) * sigma k + u k * pd (at2 W i j) (fun W' => sigma_of (u_of D' W' x) k)) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      rule (diff_mul (at2 W i j) (fun W' => u_of D' W' x k) (fun W' => sigma_of (u_of D' W' x) k)). }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * (- (1 / (1 + exp (- u k)) ^ 2 * (0 + exp (- u k) * (- rsum D' (fun l => x l * delta k i * delta l j)))))) _).
      { refine (f_equal2 Rplus _ _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
          { apply pd_ext.
            intros W'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
          { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
          apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
          { apply pd_ext.
            intros W'; cbv beta.
            arith. }
          apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
          { assert (pd (at2 W i j) (fun W' => x l) = 0).
            { apply constant. }
            rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
          apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => 1 / (1 + exp (- u_of D' W' x k)))) _).
        { apply pd_ext.
          intros W'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u k)) ^ 2 * pd (at2 W i j) (fun W' => 1 + exp (- u_of D' W' x k)))) _).
        { assert (pd (at2 W i j) (fun W' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at2 W i j) (fun W' => 1) (fun W' => 1 + exp (- u_of D' W' x k))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => 1) + pd (at2 W i j) (fun W' => exp (- u_of D' W' x k))) _).
        { rule (diff_add (at2 W i j) (fun W' => 1) (fun W' => exp (- u_of D' W' x k))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u k) * pd (at2 W i j) (fun W' => - u_of D' W' x k)) _).
        { rule (diff_exp (at2 W i j) (fun W' => - u_of D' W' x k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at2 W i j) (fun W' => u_of D' W' x k)) _).
        { rule (diff_neg (at2 W i j) (fun W' => u_of D' W' x k)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
        { apply pd_ext.
          intros W'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
        { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
        { apply pd_ext.
          intros W'; cbv beta.
          arith. }
        apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
        { assert (pd (at2 W i j) (fun W' => x l) = 0).
          { apply constant. }
          rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
        apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (u k * (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (1 / (1 + exp (- u k)) ^ 2 * (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)))) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (0 - exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)) _).
            { refine (f_equal2 Rplus eq_refl _).
              arith. }
            arith. }
          fractions. }
        fractions. }
      fractions. }
    apply (eq_eq _ (x j * delta k i * sigma k + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ ((x j * delta k i) * sigma k) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        rule_same (sum_delta D' (fun l => x l * delta k i) j). }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (u k * exp (- u k) * (x j * delta k i)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun l => x l * delta k i) j). }
    apply (eq_eq _ (u k * sigma k * delta k i * x j + sigma k * delta k i * x j - u k * sigma k ^ 2 * delta k i * x j) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply (eq_eq _ (x j * delta k i * (1 / (1 + exp (- u k))) + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
      { refine (f_equal2 Rplus _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        reflexivity. }
      apply (eq_eq _ ((delta k i * exp (- u k) * u k * x j + delta k i * exp (- u k) * x j + delta k i * x j) / (1 + exp (- u k)) ^ 2) _).
      { cancel. }
      symmetry.
      apply (eq_eq _ (u k * (1 / (1 + exp (- u k))) * delta k i * x j + 1 / (1 + exp (- u k)) * delta k i * x j - u k * (1 / (1 + exp (- u k))) ^ 2 * delta k i * x j) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
          reflexivity. }
        { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
          reflexivity. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
        refine (f_equal (fun x => x ^ 2) _).
        reflexivity. }
      cancel. }
    apply (eq_eq _ (delta k i * sigma k * u k * x j + delta k i * sigma k * x j - delta k i * sigma k ^ 2 * u k * x j) _).
    { arith. }
    symmetry.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k h * v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j) _).
  { rule_same (sum_delta H' (fun k => v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j) h). }
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _) eq_refl).
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * x j - delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * x j + delta h i * rsum D' (fun d => V h d * x d) * sigma h * x j) _).
  { arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j) _).
  { symmetry.
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * x j + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
        reflexivity. }
      { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) eq_refl).
        { reflexivity. }
        apply (eq_eq _ (u h * sigma h) _).
        { reflexivity. }
        refine (f_equal2 Rmult _ eq_refl).
        reflexivity. }
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _) eq_refl) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => W h d * x d) * sigma h * v h * x j - delta h i * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h * x j + delta h i * sigma h * v h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_W_2_sum_delta :
  rsum H' (fun h => y_bar h * v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)
  = y_bar i * v i * sigma i * (1 + u i * (1 - sigma i)) * x j.
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * y_bar h * v h * sigma h * (1 + u h * (1 - sigma h)) * x j)) _).
  { apply rsum_ext; intros h ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * y_bar k * v k * sigma k * (1 + u k * (1 - sigma k)) * x j)) _); [ same | ].
  rule_same (sum_delta H' (fun h => y_bar h * v h * sigma h * (1 + u h * (1 - sigma h)) * x j) i).
Qed.

Lemma vjp_y_W_needs_1 :
  (forall h, (h < H')%nat -> 1 + exp (- u h) <> 0).
Proof.
  intros h ?.
  sgn.
Qed.

Theorem vjp_y_W :
  rsum H' (fun h => y_bar h * pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))
  = y_bar i * v i * sigma i * (1 + u i * (1 - sigma i)) * x j.
Proof.
  pose proof vjp_y_W_needs_1.
  exact (eq_eq _ _ _ vjp_y_W_1_lemma vjp_y_W_2_sum_delta).
Qed.
End vjp_y_W.

(** * JVP of y for W *)

Section jvp_y_W.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂W_ij *)
Lemma jvp_y_W_1_lemma :
  rsum H' (fun i => rsum D' (fun j => pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) * W_dot i j))
  = rsum H' (fun i => rsum D' (fun j => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j * W_dot i j)).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j) * W_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply (chain1 (at2 W i j) H' (fun s' => y_of s' v h) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
    { intros k ?.
      sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((v h * delta h k) * (sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 s k) (fun s' => s' h * v h)) _).
      { apply pd_ext.
        intros s'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 s k) (fun s' => v h * s' h)) _).
      { apply pd_ext.
        intros s'; cbv beta.
        arith. }
      apply (eq_eq _ (v h * pd (at1 s k) (fun s' => s' h)) _).
      { assert (pd (at1 s k) (fun s' => v h) = 0).
        { apply constant. }
        rule (diff_scale (at1 s k) (fun s' => v h) (fun s' => s' h)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k * sigma_of (u_of D' W' x) k)) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply pd_ext.
      intros W'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k) * sigma k + u k * pd (at2 W i j) (fun W' => sigma_of (u_of D' W' x) k)) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      rule (diff_mul (at2 W i j) (fun W' => u_of D' W' x k) (fun W' => sigma_of (u_of D' W' x) k)). }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * (- (1 / (1 + exp (- u k)) ^ 2 * (0 + exp (- u k) * (- rsum D' (fun l => x l * delta k i * delta l j)))))) _).
      { refine (f_equal2 Rplus _ _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
          { apply pd_ext.
            intros W'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
          { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
          apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
          { apply pd_ext.
            intros W'; cbv beta.
            arith. }
          apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
          { assert (pd (at2 W i j) (fun W' => x l) = 0).
            { apply constant. }
            rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
          apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => 1 / (1 + exp (- u_of D' W' x k)))) _).
        { apply pd_ext.
          intros W'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u k)) ^ 2 * pd (at2 W i j) (fun W' => 1 + exp (- u_of D' W' x k)))) _).
        { assert (pd (at2 W i j) (fun W' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at2 W i j) (fun W' => 1) (fun W' => 1 + exp (- u_of D' W' x k))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => 1) + pd (at2 W i j) (fun W' => exp (- u_of D' W' x k))) _).
        { rule (diff_add (at2 W i j) (fun W' => 1) (fun W' => exp (- u_of D' W' x k))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u k) * pd (at2 W i j) (fun W' => - u_of D' W' x k)) _).
        { rule (diff_exp (at2 W i j) (fun W' => - u_of D' W' x k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at2 W i j) (fun W' => u_of D' W' x k)) _).
        { rule (diff_neg (at2 W i j) (fun W' => u_of D' W' x k)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun d => W' k d * x d))) _).
        { apply pd_ext.
          intros W'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum D' (fun k' => W' k k' * x k'))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun l => pd (at2 W i j) (fun W' => W' k l * x l))) _).
        { rule_same (diff_sum (at2 W i j) D' (fun k' W' => W' k k' * x k') (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at2 W i j) (fun W' => x l * W' k l)) _).
        { apply pd_ext.
          intros W'; cbv beta.
          arith. }
        apply (eq_eq _ (x l * pd (at2 W i j) (fun W' => W' k l)) _).
        { assert (pd (at2 W i j) (fun W' => x l) = 0).
          { apply constant. }
          rule (diff_scale (at2 W i j) (fun W' => x l) (fun W' => W' k l)). }
        apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (u k * (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (1 / (1 + exp (- u k)) ^ 2 * (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)))) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (0 - exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)) _).
            { refine (f_equal2 Rplus eq_refl _).
              arith. }
            arith. }
          fractions. }
        fractions. }
      fractions. }
    apply (eq_eq _ (x j * delta k i * sigma k + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ ((x j * delta k i) * sigma k) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        rule_same (sum_delta D' (fun l => x l * delta k i) j). }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (u k * exp (- u k) * (x j * delta k i)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun l => x l * delta k i) j). }
    apply (eq_eq _ (u k * sigma k * delta k i * x j + sigma k * delta k i * x j - u k * sigma k ^ 2 * delta k i * x j) _).
    { assert (1 + exp (- u k) <> 0).
      { sgn. }
      apply (eq_eq _ (x j * delta k i * (1 / (1 + exp (- u k))) + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
      { refine (f_equal2 Rplus _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        reflexivity. }
      apply (eq_eq _ ((delta k i * exp (- u k) * u k * x j + delta k i * exp (- u k) * x j + delta k i * x j) / (1 + exp (- u k)) ^ 2) _).
      { cancel. }
      symmetry.
      apply (eq_eq _ (u k * (1 / (1 + exp (- u k))) * delta k i * x j + 1 / (1 + exp (- u k)) * delta k i * x j - u k * (1 / (1 + exp (- u k))) ^ 2 * delta k i * x j) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
          reflexivity. }
        { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
          reflexivity. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
        refine (f_equal (fun x => x ^ 2) _).
        reflexivity. }
      cancel. }
    apply (eq_eq _ (delta k i * sigma k * u k * x j + delta k i * sigma k * x j - delta k i * sigma k ^ 2 * u k * x j) _).
    { arith. }
    symmetry.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k h * v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j) _).
  { rule_same (sum_delta H' (fun k => v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j) h). }
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _) eq_refl).
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * x j - delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * x j + delta h i * rsum D' (fun d => V h d * x d) * sigma h * x j) _).
  { arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j) _).
  { symmetry.
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * x j + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
        reflexivity. }
      { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) eq_refl).
        { reflexivity. }
        apply (eq_eq _ (u h * sigma h) _).
        { reflexivity. }
        refine (f_equal2 Rmult _ eq_refl).
        reflexivity. }
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _) eq_refl) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    arith. }
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      refine (f_equal2 Rmult _ eq_refl).
      reflexivity. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => W h d * x d) * sigma h * v h * x j - delta h i * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h * x j + delta h i * sigma h * v h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_W_2_sum_factor :
  rsum H' (fun i => rsum D' (fun j => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j * W_dot i j))
  = rsum H' (fun i => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => x j * W_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum D' (fun k => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x k * W_dot i k)) _); [ same | ].
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun k => x k * W_dot i k)) _); [ | same ].
  rule_same (sum_factor D' (v h * sigma h * delta h i * (1 + u h * (1 - sigma h))) (fun j => x j * W_dot i j) (fun j => true)).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_W_3_sum_factor :
  rsum H' (fun i => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => x j * W_dot i j))
  = u h * v h * sigma h * rsum D' (fun j => W_dot h j * x j) + v h * sigma h * rsum D' (fun j => W_dot h j * x j) - u h * v h * sigma h ^ 2 * rsum D' (fun j => W_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h + delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot i j * x j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl) _).
      apply rsum_ext; intros j ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * u h * v h + delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * u h * v h) + rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _).
  { rule_same (sum_add H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h) (fun i => true)). }
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h) + rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * v h * rsum D' (fun j => W_dot h j * x j) + sigma h * v h * rsum D' (fun j => W_dot h j * x j) - sigma h ^ 2 * u h * v h * rsum D' (fun j => W_dot h j * x j)) _).
  { apply (eq_eq _ (sigma h * u h * v h * rsum D' (fun j => W_dot h j * x j) + (sigma h * v h * rsum D' (fun j => W_dot h j * x j) - sigma h ^ 2 * u h * v h * rsum D' (fun j => W_dot h j * x j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun i => sigma h * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum H' (fun k => sigma h * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      apply (eq_eq _ (sigma h * u h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
      { rule_same (sum_factor H' (sigma h * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
      apply (eq_eq _ (sigma h * u h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
    apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h) + rsum H' (fun k => - (delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h))) _).
    { rule (sum_add H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h) (fun i => - (delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) (fun i => true)). }
    apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h) + rsum H' (fun i => - (delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun i => sigma h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum H' (fun k => sigma h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      apply (eq_eq _ (sigma h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
      { rule_same (sum_factor H' (sigma h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
      apply (eq_eq _ (sigma h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
    apply (eq_eq _ (rsum H' (fun i => - (sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j)))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun k => - (sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j)))) _); [ same | ].
    apply (eq_eq _ (- rsum H' (fun k => sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _).
    { rule (sum_neg H' (fun i => sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
    apply (eq_eq _ (- rsum H' (fun i => sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum H' (fun k => sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
    apply (eq_eq _ (sigma h ^ 2 * u h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
    { rule_same (sum_factor H' (sigma h ^ 2 * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
    apply (eq_eq _ (sigma h ^ 2 * u h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
    rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
  apply (eq_eq _ (rsum D' (fun j => W_dot h j * x j) * sigma h * u h * v h + rsum D' (fun j => W_dot h j * x j) * sigma h * v h - rsum D' (fun j => W_dot h j * x j) * sigma h ^ 2 * u h * v h) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor out v_h *)
Lemma jvp_y_W_4_ring :
  u h * v h * sigma h * rsum D' (fun j => W_dot h j * x j) + v h * sigma h * rsum D' (fun j => W_dot h j * x j) - u h * v h * sigma h ^ 2 * rsum D' (fun j => W_dot h j * x j)
  = v h * sigma h * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum D' (fun j => W_dot h j * x j) * sigma h * u h * v h + rsum D' (fun j => W_dot h j * x j) * sigma h * v h - rsum D' (fun j => W_dot h j * x j) * sigma h ^ 2 * u h * v h) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma jvp_y_W_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_W :
  rsum H' (fun i => rsum D' (fun j => pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) * W_dot i j))
  = v h * sigma h * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot h j * x j).
Proof.
  pose proof jvp_y_W_needs_1.
  exact (eq_eq _ _ _ jvp_y_W_1_lemma (eq_eq _ _ _ jvp_y_W_2_sum_factor (eq_eq _ _ _ jvp_y_W_3_sum_factor jvp_y_W_4_ring))).
Qed.
End jvp_y_W.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (h i : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < D')%nat.

(* definition of y_h *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  = pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_y_x_2_diff_mul :
  pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)
  = pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  rule (diff_mul (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)).
Qed.

(* product rule; differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_y_x_3_diff_mul :
  pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h)
  = (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * (- (1 / (1 + exp (- u h)) ^ 2 * (0 + exp (- u h) * (- rsum D' (fun k => W h k * delta k i)))))) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h * sigma_of (u_of D' W x') h)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h) * sigma h + u h * pd (at1 x i) (fun x' => sigma_of (u_of D' W x') h)) _).
      { rule (diff_mul (at1 x i) (fun x' => u_of D' W x' h) (fun x' => sigma_of (u_of D' W x') h)). }
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
        { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          same. }
        apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
        { assert (pd (at1 x i) (fun x' => W h k) = 0).
          { apply constant. }
          rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (1 + exp (- u_of D' W x' h)))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u h)) ^ 2 * pd (at1 x i) (fun x' => 1 + exp (- u_of D' W x' h)))) _).
      { assert (pd (at1 x i) (fun x' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 x i) (fun x' => 1) (fun x' => 1 + exp (- u_of D' W x' h))). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- u_of D' W x' h))) _).
      { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- u_of D' W x' h))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u h) * pd (at1 x i) (fun x' => - u_of D' W x' h)) _).
      { rule (diff_exp (at1 x i) (fun x' => - u_of D' W x' h)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 x i) (fun x' => u_of D' W x' h)) _).
      { rule (diff_neg (at1 x i) (fun x' => u_of D' W x' h)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => W h k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => V h d * x' d))) _).
    { apply pd_ext.
      intros x'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => V h k * x' k))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => V h k * x' k))) _).
    { rule (diff_sum (at1 x i) D' (fun k x' => V h k * x' k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x i) (fun x' => V h k * x' k)) _).
    { apply pd_ext.
      intros x'; cbv beta.
      same. }
    apply (eq_eq _ (V h k * pd (at1 x i) (fun x' => x' k)) _).
    { assert (pd (at1 x i) (fun x' => V h k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x i) (fun x' => V h k) (fun x' => x' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal2 Rplus _ eq_refl).
  refine (f_equal2 Rmult _ eq_refl).
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (u h * (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- (- (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / (1 + exp (- u h)) ^ 2 * (- (exp (- u h) * rsum D' (fun k => W h k * delta k i)))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 - exp (- u h) * rsum D' (fun k => W h k * delta k i)) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  fractions.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_4_sum_delta :
  (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i)
  = (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i.
Proof.
  refine (f_equal2 Rplus _ _).
  { refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => W h k) i). }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => W h k) i). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum D' (fun k => delta k i * V h k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => V h k) i).
Qed.

(* factor *)
Lemma derivative_y_x_5_ring :
  (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i
  = sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((W h i * (1 / (1 + exp (- u h))) + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + u h / (1 + exp (- u h)) * V h i) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (u h * (1 / (1 + exp (- u h)))) _).
    { refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ ((exp (- u h) * V h i * u h + exp (- u h) * W h i * u h * v h + exp (- u h) * W h i * v h + V h i * u h + W h i * v h) / (1 + exp (- u h)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- u h)) * (W h i * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h i * u h)) _).
  { refine (f_equal2 Rmult _ _).
    { reflexivity. }
    refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    reflexivity. }
  cancel.
Qed.

Lemma derivative_y_x_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_mul (eq_eq _ _ _ derivative_y_x_3_diff_mul (eq_eq _ _ _ derivative_y_x_4_sum_delta derivative_y_x_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h))).
Proof.
  attempt "derivative_y_x" by Formula.outright Formula.by_vector (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d)))))))))) (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (V h d)) (Formula.V (d)))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.

(* put in ∂y_h/∂x_i *)
Lemma vjp_y_x_1_lemma :
  rsum H' (fun h => y_bar h * pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))
  = rsum H' (fun h => y_bar h * sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)).
Proof.
  assert ((forall h, (h < H')%nat -> 1 + exp (- u h) <> 0)).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    rule (diff_mul (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)). }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * (- (1 / (1 + exp (- u h)) ^ 2 * (0 + exp (- u h) * (- rsum D' (fun k => W h k * delta k i)))))) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h * sigma_of (u_of D' W x') h)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h) * sigma h + u h * pd (at1 x i) (fun x' => sigma_of (u_of D' W x') h)) _).
        { rule (diff_mul (at1 x i) (fun x' => u_of D' W x' h) (fun x' => sigma_of (u_of D' W x') h)). }
        refine (f_equal2 Rplus _ _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
          { apply pd_ext.
            intros x'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
          { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
          apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
          { assert (pd (at1 x i) (fun x' => W h k) = 0).
            { apply constant. }
            rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (1 + exp (- u_of D' W x' h)))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u h)) ^ 2 * pd (at1 x i) (fun x' => 1 + exp (- u_of D' W x' h)))) _).
        { assert (pd (at1 x i) (fun x' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 x i) (fun x' => 1) (fun x' => 1 + exp (- u_of D' W x' h))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- u_of D' W x' h))) _).
        { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- u_of D' W x' h))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u h) * pd (at1 x i) (fun x' => - u_of D' W x' h)) _).
        { rule (diff_exp (at1 x i) (fun x' => - u_of D' W x' h)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 x i) (fun x' => u_of D' W x' h)) _).
        { rule (diff_neg (at1 x i) (fun x' => u_of D' W x' h)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
        { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          same. }
        apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
        { assert (pd (at1 x i) (fun x' => W h k) = 0).
          { apply constant. }
          rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => V h d * x' d))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => V h k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => V h k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => V h k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => V h k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (V h k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => V h k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => V h k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u h * (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u h)) ^ 2 * (- (exp (- u h) * rsum D' (fun k => W h k * delta k i)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u h) * rsum D' (fun k => W h k * delta k i)) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ ((W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule (sum_delta D' (fun k => W h k) i). }
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => W h k) i). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun k => delta k i * V h k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => V h k) i). }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((W h i * (1 / (1 + exp (- u h))) + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + u h / (1 + exp (- u h)) * V h i) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (u h * (1 / (1 + exp (- u h)))) _).
    { refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ ((exp (- u h) * V h i * u h + exp (- u h) * W h i * u h * v h + exp (- u h) * W h i * v h + V h i * u h + W h i * v h) / (1 + exp (- u h)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- u h)) * (W h i * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h i * u h)) _).
  { refine (f_equal2 Rmult _ _).
    { reflexivity. }
    refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    reflexivity. }
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  (forall h, (h < H')%nat -> 1 + exp (- u h) <> 0).
Proof.
  intros h ?.
  sgn.
Qed.

Theorem vjp_y_x :
  rsum H' (fun h => y_bar h * pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))
  = rsum H' (fun h => y_bar h * sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)).
Proof.
  pose proof vjp_y_x_needs_1.
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂x_i *)
Lemma jvp_y_x_1_lemma :
  rsum D' (fun i => pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) * x_dot i)
  = rsum D' (fun i => sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h) * x_dot i).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)) * x_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    rule (diff_mul (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)). }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * (- (1 / (1 + exp (- u h)) ^ 2 * (0 + exp (- u h) * (- rsum D' (fun k => W h k * delta k i)))))) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h * sigma_of (u_of D' W x') h)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h) * sigma h + u h * pd (at1 x i) (fun x' => sigma_of (u_of D' W x') h)) _).
        { rule (diff_mul (at1 x i) (fun x' => u_of D' W x' h) (fun x' => sigma_of (u_of D' W x') h)). }
        refine (f_equal2 Rplus _ _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
          { apply pd_ext.
            intros x'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
          { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
          apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
          { assert (pd (at1 x i) (fun x' => W h k) = 0).
            { apply constant. }
            rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (1 + exp (- u_of D' W x' h)))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u h)) ^ 2 * pd (at1 x i) (fun x' => 1 + exp (- u_of D' W x' h)))) _).
        { assert (pd (at1 x i) (fun x' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 x i) (fun x' => 1) (fun x' => 1 + exp (- u_of D' W x' h))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- u_of D' W x' h))) _).
        { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- u_of D' W x' h))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u h) * pd (at1 x i) (fun x' => - u_of D' W x' h)) _).
        { rule (diff_exp (at1 x i) (fun x' => - u_of D' W x' h)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 x i) (fun x' => u_of D' W x' h)) _).
        { rule (diff_neg (at1 x i) (fun x' => u_of D' W x' h)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
        { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
        { apply pd_ext.
          intros x'; cbv beta.
          same. }
        apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
        { assert (pd (at1 x i) (fun x' => W h k) = 0).
          { apply constant. }
          rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => V h d * x' d))) _).
      { apply pd_ext.
        intros x'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => V h k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => V h k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => V h k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => V h k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        same. }
      apply (eq_eq _ (V h k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => V h k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => V h k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u h * (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u h)) ^ 2 * (- (exp (- u h) * rsum D' (fun k => W h k * delta k i)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u h) * rsum D' (fun k => W h k * delta k i)) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ ((W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule (sum_delta D' (fun k => W h k) i). }
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => W h k) i). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun k => delta k i * V h k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => V h k) i). }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((W h i * (1 / (1 + exp (- u h))) + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + u h / (1 + exp (- u h)) * V h i) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rplus _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (u h * (1 / (1 + exp (- u h)))) _).
    { refine (f_equal2 Rmult eq_refl _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ ((exp (- u h) * V h i * u h + exp (- u h) * W h i * u h * v h + exp (- u h) * W h i * v h + V h i * u h + W h i * v h) / (1 + exp (- u h)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- u h)) * (W h i * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h i * u h)) _).
  { refine (f_equal2 Rmult _ _).
    { reflexivity. }
    refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    reflexivity. }
  cancel.
Qed.

Lemma jvp_y_x_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  rsum D' (fun i => pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) * x_dot i)
  = rsum D' (fun i => sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h) * x_dot i).
Proof.
  pose proof jvp_y_x_needs_1.
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.

(** * Derivative of y by V *)

Section derivative_y_V.
Variables (h i j : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* chain rule through v_k *)
Lemma derivative_y_V_1_chain :
  pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  = rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k)).
Proof.
  apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂v_k and ∂v_k/∂V_ij *)
Lemma derivative_y_V_2_lemma :
  rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))
  = rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((u h * sigma h * delta h k) * (x j * delta k i)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      same. }
    apply (eq_eq _ (s h * pd (at1 v k) (fun v' => v' h)) _).
    { assert (pd (at1 v k) (fun v' => s h) = 0).
      { apply constant. }
      rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)). }
    apply (eq_eq _ (s h * delta h k) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d))) * delta h k) _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (u h * sigma h) _).
      { reflexivity. }
      apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d))))) _).
      { refine (f_equal2 Rmult _ _).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + exp (- u h))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        refine (f_equal Ropp _).
        reflexivity. }
      fractions. }
    apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d)))) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d)))) * delta h k) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + exp (- u h))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      refine (f_equal Ropp _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun d => V' k d * x d))) _).
  { apply pd_ext.
    intros V'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun k' => V' k k' * x k'))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => pd (at2 V i j) (fun V' => V' k l * x l))) _).
  { rule_same (diff_sum (at2 V i j) D' (fun k' V' => V' k k' * x k') (fun k' => true)). }
  apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 V i j) (fun V' => x l * V' k l)) _).
    { apply pd_ext.
      intros V'; cbv beta.
      arith. }
    apply (eq_eq _ (x l * pd (at2 V i j) (fun V' => V' k l)) _).
    { assert (pd (at2 V i j) (fun V' => x l) = 0).
      { apply constant. }
      rule (diff_scale (at2 V i j) (fun V' => x l) (fun V' => V' k l)). }
    apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun l => x l * delta k i) j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_V_3_sum_delta :
  rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)
  = u h * sigma h * x j * delta h i.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k h * u h * sigma h * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u h * sigma h * x j * delta k i) h).
Qed.

Theorem derivative_y_V :
  is_pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  (u h * sigma h * x j * delta h i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_V_1_chain (eq_eq _ _ _ derivative_y_V_2_lemma derivative_y_V_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_V_outright : option (
  is_pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  (u h * sigma h * x j * delta h i)).
Proof.
  attempt "derivative_y_V" by Formula.outright Formula.by_matrix (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))).
Defined.
End derivative_y_V.

(** * VJP of y for V *)

Section vjp_y_V.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_h/∂V_ij *)
Lemma vjp_y_V_1_lemma :
  rsum H' (fun h => y_bar h * pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h))
  = rsum H' (fun h => y_bar h * u h * sigma h * x j * delta h i).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (u h * sigma h * x j * delta h i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))) _).
  { apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((u h * sigma h * delta h k) * (x j * delta k i)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
      { apply pd_ext.
        intros v'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
      { apply pd_ext.
        intros v'; cbv beta.
        same. }
      apply (eq_eq _ (s h * pd (at1 v k) (fun v' => v' h)) _).
      { assert (pd (at1 v k) (fun v' => s h) = 0).
        { apply constant. }
        rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)). }
      apply (eq_eq _ (s h * delta h k) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d))) * delta h k) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (u h * sigma h) _).
        { reflexivity. }
        apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d))))) _).
        { refine (f_equal2 Rmult _ _).
          { reflexivity. }
          apply (eq_eq _ (1 / (1 + exp (- u h))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          refine (f_equal Ropp _).
          reflexivity. }
        fractions. }
      apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d)))) _).
      { fractions. }
      symmetry.
      apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d)))) * delta h k) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + exp (- u h))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        refine (f_equal Ropp _).
        reflexivity. }
      fractions. }
    apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun d => V' k d * x d))) _).
    { apply pd_ext.
      intros V'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun k' => V' k k' * x k'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun l => pd (at2 V i j) (fun V' => V' k l * x l))) _).
    { rule_same (diff_sum (at2 V i j) D' (fun k' V' => V' k k' * x k') (fun k' => true)). }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 V i j) (fun V' => x l * V' k l)) _).
      { apply pd_ext.
        intros V'; cbv beta.
        arith. }
      apply (eq_eq _ (x l * pd (at2 V i j) (fun V' => V' k l)) _).
      { assert (pd (at2 V i j) (fun V' => x l) = 0).
        { apply constant. }
        rule (diff_scale (at2 V i j) (fun V' => x l) (fun V' => V' k l)). }
      apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun l => x l * delta k i) j). }
  apply (eq_eq _ (rsum H' (fun k => delta k h * u h * sigma h * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u h * sigma h * x j * delta k i) h).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_V_2_sum_delta :
  rsum H' (fun h => y_bar h * u h * sigma h * x j * delta h i)
  = y_bar i * u i * sigma i * x j.
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * y_bar h * u h * sigma h * x j)) _).
  { apply rsum_ext; intros h ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * y_bar k * u k * sigma k * x j)) _); [ same | ].
  rule_same (sum_delta H' (fun h => y_bar h * u h * sigma h * x j) i).
Qed.

Theorem vjp_y_V :
  rsum H' (fun h => y_bar h * pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h))
  = y_bar i * u i * sigma i * x j.
Proof.
  exact (eq_eq _ _ _ vjp_y_V_1_lemma vjp_y_V_2_sum_delta).
Qed.
End vjp_y_V.

(** * JVP of y for V *)

Section jvp_y_V.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂V_ij *)
Lemma jvp_y_V_1_lemma :
  rsum H' (fun i => rsum D' (fun j => pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h) * V_dot i j))
  = rsum H' (fun i => rsum D' (fun j => u h * sigma h * x j * delta h i * V_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((u h * sigma h * x j * delta h i) * V_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))) _).
  { apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((u h * sigma h * delta h k) * (x j * delta k i)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
      { apply pd_ext.
        intros v'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
      { apply pd_ext.
        intros v'; cbv beta.
        same. }
      apply (eq_eq _ (s h * pd (at1 v k) (fun v' => v' h)) _).
      { assert (pd (at1 v k) (fun v' => s h) = 0).
        { apply constant. }
        rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)). }
      apply (eq_eq _ (s h * delta h k) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d))) * delta h k) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (u h * sigma h) _).
        { reflexivity. }
        apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d))))) _).
        { refine (f_equal2 Rmult _ _).
          { reflexivity. }
          apply (eq_eq _ (1 / (1 + exp (- u h))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          refine (f_equal Ropp _).
          reflexivity. }
        fractions. }
      apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d)))) _).
      { fractions. }
      symmetry.
      apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d)))) * delta h k) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
        { reflexivity. }
        apply (eq_eq _ (1 / (1 + exp (- u h))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        refine (f_equal Ropp _).
        reflexivity. }
      fractions. }
    apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun d => V' k d * x d))) _).
    { apply pd_ext.
      intros V'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun k' => V' k k' * x k'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun l => pd (at2 V i j) (fun V' => V' k l * x l))) _).
    { rule_same (diff_sum (at2 V i j) D' (fun k' V' => V' k k' * x k') (fun k' => true)). }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 V i j) (fun V' => x l * V' k l)) _).
      { apply pd_ext.
        intros V'; cbv beta.
        arith. }
      apply (eq_eq _ (x l * pd (at2 V i j) (fun V' => V' k l)) _).
      { assert (pd (at2 V i j) (fun V' => x l) = 0).
        { apply constant. }
        rule (diff_scale (at2 V i j) (fun V' => x l) (fun V' => V' k l)). }
      apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum D' (fun l => delta l j * x l * delta k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun l => x l * delta k i) j). }
  apply (eq_eq _ (rsum H' (fun k => delta k h * u h * sigma h * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u h * sigma h * x j * delta k i) h).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_V_2_sum_factor :
  rsum H' (fun i => rsum D' (fun j => u h * sigma h * x j * delta h i * V_dot i j))
  = rsum H' (fun i => u h * sigma h * delta h i * rsum D' (fun j => x j * V_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum D' (fun j => u h * sigma h * delta h i * x j * V_dot i j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => u h * sigma h * delta h i * x k * V_dot i k)) _); [ same | ].
  apply (eq_eq _ (u h * sigma h * delta h i * rsum D' (fun k => x k * V_dot i k)) _); [ | same ].
  rule_same (sum_factor D' (u h * sigma h * delta h i) (fun j => x j * V_dot i j) (fun j => true)).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_V_3_sum_factor :
  rsum H' (fun i => u h * sigma h * delta h i * rsum D' (fun j => x j * V_dot i j))
  = u h * sigma h * rsum D' (fun j => V_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => V_dot i j * x j) * sigma h * u h)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (u h * sigma h * delta h i * rsum D' (fun j => V_dot i j * x j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply rsum_ext; intros j ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum H' (fun i => sigma h * u h * delta h i * rsum D' (fun j => V_dot i j * x j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => sigma h * u h * delta h k * rsum D' (fun j => V_dot k j * x j))) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * rsum H' (fun k => delta h k * rsum D' (fun j => V_dot k j * x j))) _).
  { rule_same (sum_factor H' (sigma h * u h) (fun i => delta h i * rsum D' (fun j => V_dot i j * x j)) (fun i => true)). }
  apply (eq_eq _ (sigma h * u h * rsum H' (fun i => delta h i * rsum D' (fun j => V_dot i j * x j))) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * rsum D' (fun j => V_dot h j * x j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => V_dot i j * x j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => V_dot k j * x j))) _); [ same | ].
    rule (sum_delta H' (fun i => rsum D' (fun j => V_dot i j * x j)) h). }
  apply (eq_eq _ (rsum D' (fun j => V_dot h j * x j) * sigma h * u h) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem jvp_y_V :
  rsum H' (fun i => rsum D' (fun j => pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h) * V_dot i j))
  = u h * sigma h * rsum D' (fun j => V_dot h j * x j).
Proof.
  exact (eq_eq _ _ _ jvp_y_V_1_lemma (eq_eq _ _ _ jvp_y_V_2_sum_factor jvp_y_V_3_sum_factor)).
Qed.
End jvp_y_V.
End swiglu_theory.
