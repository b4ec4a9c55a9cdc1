(* made by derive, do not edit *)
(* PReLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : nat -> nat -> R) (w : nat -> R) (c n : nat) : R :=
  (if ltb 0 (x c n) then x c n else w c * x c n).
#[local] Hint Unfold y_of : definitions.

Section prelu_theory.
Variables (N C : nat).
Variables (w w_dot : nat -> R).
Variables (x y_bar x_dot : nat -> nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Hypothesis C_positive : (0 < C)%nat.
Local Notation y := (y_of x w).

(** * What several lines rest on *)

Lemma shared_1 :
  forall c n : nat,
  (c < C)%nat ->
  (n < N)%nat ->
  - x c n = 0 - x c n.
Proof.
  intros c n ? ?.
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  forall c n : nat,
  (c < C)%nat ->
  (n < N)%nat ->
  (if leb (x c n) 0 then x c n else 0) = (if leb 0 (- x c n) then 1 else 0) * x c n.
Proof.
  intros c n ? ?.
  apply (eq_eq _ ((if leb 0 (- x c n) then x c n else 0)) _).
  { assert (- x c n = 0 - x c n).
    { rule (shared_1 c n). }
    rule (if_moved (x c n) 0 (x c n) 0 (- x c n)). }
  apply (eq_eq _ ((if leb 0 (- x c n) then 1 else 0) * x c n + (1 - (if leb 0 (- x c n) then 1 else 0)) * 0) _).
  { rule (if_indicator (x c n) 0 (leb 0 (- x c n))). }
  arith.
Qed.

Lemma shared_3 :
  forall c n : nat,
  (c < C)%nat ->
  (n < N)%nat ->
  (0 <= x c n) ->
  0 = - ((if leb 0 (x c n) then 1 else 0) * x c n) + x c n.
Proof.
  intros c n ? ? ?.
  symmetry.
  apply (eq_eq _ (- (1 * x c n) + x c n) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult _ eq_refl)) eq_refl).
    rule (if_true 1 0 (leb 0 (x c n))). }
  arith.
Qed.

Lemma shared_4 :
  forall i j k l : nat,
  (i < C)%nat ->
  (j < N)%nat ->
  (k < C)%nat ->
  (l < N)%nat ->
  (0 <> x i j) ->
  pd (at2 x k l) (fun x' => (if ltb 0 (x' i j) then x' i j else w i * x' i j)) = (if ltb 0 (x i j) then delta i k * delta j l else w i * delta i k * delta j l).
Proof.
  intros i j k l ? ? ? ? ?.
  apply (eq_eq _ ((if ltb 0 (x i j) then pd (at2 x k l) (fun x' => x' i j) else pd (at2 x k l) (fun x' => w i * x' i j))) _).
  { rule (diff_if (at2 x k l) (fun x' => x' i j) (fun x' => w i * x' i j) (fun x' => ltb 0 (x' i j))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable2. }
  { apply (eq_eq _ (pd (at2 x k l) (fun x' => w i * x' i j)) _).
    { reflexivity. }
    apply (eq_eq _ (w i * pd (at2 x k l) (fun x' => x' i j)) _).
    { assert (pd (at2 x k l) (fun x' => w i) = 0).
      { apply constant. }
      rule (diff_scale (at2 x k l) (fun x' => w i) (fun x' => x' i j)). }
    apply (eq_eq _ (w i * (delta i k * delta j l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
Qed.

Lemma shared_5 :
  forall i j k l : nat,
  (i < C)%nat ->
  (j < N)%nat ->
  (k < C)%nat ->
  (l < N)%nat ->
  (if ltb 0 (x i j) then delta i k * delta j l else w i * delta i k * delta j l) = delta i k * (if ltb 0 (x i j) then 1 else w i) * delta j l.
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ ((if ltb 0 (x i j) then delta i k * delta j l else delta i k * delta j l * w i)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ ((if ltb 0 (x i j) then delta i k * delta j l * 1 else delta i k * delta j l * w i)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  apply (eq_eq _ (delta i k * delta j l * (if ltb 0 (x i j) then 1 else w i)) _).
  { rule_same (if_factor (delta i k * delta j l) 1 (w i) (ltb 0 (x i j))). }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  forall i j k : nat,
  (i < C)%nat ->
  (j < N)%nat ->
  (k < C)%nat ->
  pd (at1 w k) (fun w' => (if ltb 0 (x i j) then x i j else w' i * x i j)) = (if ltb 0 (x i j) then 0 else x i j * delta i k).
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ ((if ltb 0 (x i j) then pd (at1 w k) (fun w' => x i j) else pd (at1 w k) (fun w' => w' i * x i j))) _).
  { rule (diff_if (at1 w k) (fun w' => x i j) (fun w' => w' i * x i j) (fun w' => ltb 0 (x i j))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply (eq_eq _ (pd (at1 w k) (fun w' => x i j * w' i)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (x i j * pd (at1 w k) (fun w' => w' i)) _).
    { assert (pd (at1 w k) (fun w' => x i j) = 0).
      { apply constant. }
      rule (diff_scale (at1 w k) (fun w' => x i j) (fun w' => w' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
Qed.

Lemma shared_7 :
  forall i j k : nat,
  (i < C)%nat ->
  (j < N)%nat ->
  (k < C)%nat ->
  (if ltb 0 (x i j) then 0 else x i j * delta i k) = (if leb (x i j) 0 then x i j * delta i k else 0).
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ ((if leb (x i j) 0 then (if ltb 0 (x i j) then 0 else x i j * delta i k) else (if ltb 0 (x i j) then 0 else x i j * delta i k))) _).
  { symmetry.
    rule (if_same (if ltb 0 (x i j) then 0 else x i j * delta i k) (leb (x i j) 0)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((if leb (x i j) 0 then x i j * delta i k else 0)) _).
    { rule (if_less 0 (x i j) 0 (x i j * delta i k)). }
    assert (x i j <= 0).
    { hyp. }
    rule (if_true (x i j * delta i k) 0 (leb (x i j) 0)). }
  { assert (0 < x i j).
    { hyp. }
    rule (if_true 0 (x i j * delta i k) (ltb 0 (x i j))). }
Qed.

Lemma shared_8 :
  forall c n i : nat,
  (c < C)%nat ->
  (n < N)%nat ->
  (i < C)%nat ->
  (if leb (x c n) 0 then x c n * delta c i else 0) = delta c i * (if leb (x c n) 0 then x c n else 0).
Proof.
  intros c n i ? ? ?.
  apply (eq_eq _ ((if leb (x c n) 0 then delta c i * x c n else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (x c n) 0 then delta c i * x c n else delta c i * 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  rule (if_factor (delta c i) (x c n) 0 (leb (x c n) 0)).
Qed.

(** * Derivative by the input *)

Section derivative.
Variables (c n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : 0 <> x c n.

(* definition of y_cn *)
Lemma derivative_1_unfold :
  pd (at2 x c n) (fun x' => y_of x' w c n)
  = pd (at2 x c n) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; ∂x_cn/∂x_cn = δ_cc·δ_nn *)
Lemma derivative_2_diff_if :
  pd (at2 x c n) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n))
  = (if ltb 0 (x c n) then delta c c * delta n n else w c * delta c c * delta n n).
Proof.
  apply (eq_eq _ ((if ltb 0 (x c n) then pd (at2 x c n) (fun x' => x' c n) else pd (at2 x c n) (fun x' => w c * x' c n))) _).
  { rule (diff_if (at2 x c n) (fun x' => x' c n) (fun x' => w c * x' c n) (fun x' => ltb 0 (x' c n))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable2. }
  { apply (eq_eq _ (pd (at2 x c n) (fun x' => w c * x' c n)) _).
    { reflexivity. }
    apply (eq_eq _ (w c * pd (at2 x c n) (fun x' => x' c n)) _).
    { assert (pd (at2 x c n) (fun x' => w c) = 0).
      { apply constant. }
      rule (diff_scale (at2 x c n) (fun x' => w c) (fun x' => x' c n)). }
    apply (eq_eq _ (w c * (delta c c * delta n n)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
Qed.

(* equal indices *)
Lemma derivative_3_delta_same :
  (if ltb 0 (x c n) then delta c c * delta n n else w c * delta c c * delta n n)
  = (if ltb 0 (x c n) then 1 else w c).
Proof.
  apply (eq_eq _ ((if ltb 0 (x c n) then 1 * 1 else w c * 1 * 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { refine (f_equal2 Rmult _ _).
      { rule (delta_same c). }
      rule (delta_same n). }
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { rule (delta_same c). }
      rule (delta_same n). } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { arith. }
Qed.

Theorem derivative :
  is_pd (at2 x c n) (fun x' => y_of x' w c n)
  ((if ltb 0 (x c n) then 1 else w c)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_if derivative_3_delta_same)).
Qed.
End derivative.

(** * Derivative by the slope *)

Section slope.
Variables (c n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_cn *)
Lemma slope_1_unfold :
  pd (at1 w c) (fun w' => y_of x w' c n)
  = pd (at1 w c) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; ∂w_c/∂w_c = δ_cc *)
Lemma slope_2_diff_if :
  pd (at1 w c) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n))
  = (if ltb 0 (x c n) then 0 else x c n * delta c c).
Proof.
  apply (eq_eq _ ((if ltb 0 (x c n) then pd (at1 w c) (fun w' => x c n) else pd (at1 w c) (fun w' => w' c * x c n))) _).
  { rule (diff_if (at1 w c) (fun w' => x c n) (fun w' => w' c * x c n) (fun w' => ltb 0 (x c n))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply (eq_eq _ (pd (at1 w c) (fun w' => x c n * w' c)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (x c n * pd (at1 w c) (fun w' => w' c)) _).
    { assert (pd (at1 w c) (fun w' => x c n) = 0).
      { apply constant. }
      rule (diff_scale (at1 w c) (fun w' => x c n) (fun w' => w' c)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
Qed.

(* equal indices *)
Lemma slope_3_delta_same :
  (if ltb 0 (x c n) then 0 else x c n * delta c c)
  = (if ltb 0 (x c n) then 0 else x c n).
Proof.
  apply (eq_eq _ ((if ltb 0 (x c n) then 0 else x c n * 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { refine (f_equal2 Rmult eq_refl _).
      rule (delta_same c). } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

(* case by case *)
Lemma slope_4_cases :
  (if ltb 0 (x c n) then 0 else x c n)
  = (if leb (x c n) 0 then x c n else 0).
Proof.
  apply (eq_eq _ ((if leb (x c n) 0 then (if ltb 0 (x c n) then 0 else x c n) else (if ltb 0 (x c n) then 0 else x c n))) _).
  { symmetry.
    rule (if_same (if ltb 0 (x c n) then 0 else x c n) (leb (x c n) 0)). }
  apply (eq_eq _ ((if leb (x c n) 0 then x c n else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb (x c n) 0 then x c n else 0)) _).
      { rule (if_less 0 (x c n) 0 (x c n)). }
      assert (x c n <= 0).
      { hyp. }
      rule (if_true (x c n) 0 (leb (x c n) 0)). }
    { assert (0 < x c n).
      { hyp. }
      rule (if_true 0 (x c n) (ltb 0 (x c n))). } }
  reflexivity.
Qed.

(* since 0 = x_cn; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma slope_5_assume :
  (if leb (x c n) 0 then x c n else 0)
  = Rmin 0 (x c n).
Proof.
  apply (eq_eq _ ((if leb 0 (- x c n) then 1 else 0) * x c n) _).
  { rule (shared_2 c n). }
  apply (eq_eq _ (- ((if leb 0 (x c n) then 1 else 0) * x c n) + x c n) _).
  { destruct (Rle_lt_dec 0 (- x c n)) as [?|?].
    { apply (eq_eq _ (1 * x c n) _).
      { refine (f_equal2 Rmult _ eq_refl).
        rule (if_true 1 0 (leb 0 (- x c n))). }
      apply (eq_eq _ (x c n) _).
      { arith. }
      apply (eq_eq _ (- ((if leb 0 (x c n) then 1 else 0) * x c n) + x c n) _).
      { destruct (Req_EM_T 0 (x c n)) as [?|?].
        { assert (0 <= x c n).
          { sgn. }
          apply (eq_eq _ (x c n) _).
          { reflexivity. }
          apply (eq_eq _ (0) _).
          { symmetry.
            hyp. }
          rule (shared_3 c n). }
        { assert (x c n < 0).
          { sgn. }
          symmetry.
          apply (eq_eq _ (- (0 * x c n) + x c n) _).
          { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult _ eq_refl)) eq_refl).
            apply (eq_eq _ ((if ltb (x c n) 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less (x c n) 0 0 1). }
            rule (if_true 0 1 (ltb (x c n) 0)). }
          arith. } }
      reflexivity. }
    { assert (0 <= x c n).
      { apply (le_eq _ (1 * (- (- x c n))) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ (0 * x c n) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ ((if ltb (- x c n) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less (- x c n) 0 0 1). }
        rule (if_true 0 1 (ltb (- x c n) 0)). }
      apply (eq_eq _ (0) _).
      { arith. }
      rule (shared_3 c n). } }
  symmetry.
  apply (eq_eq _ ((if leb 0 (x c n) then 0 else x c n)) _).
  { rule (min_if 0 (x c n)). }
  apply (eq_eq _ ((if leb 0 (x c n) then 1 else 0) * 0 + (1 - (if leb 0 (x c n) then 1 else 0)) * x c n) _).
  { rule (if_indicator 0 (x c n) (leb 0 (x c n))). }
  arith.
Qed.

Theorem slope :
  is_pd (at1 w c) (fun w' => y_of x w' c n)
  (Rmin 0 (x c n)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ slope_1_unfold (eq_eq _ _ _ slope_2_diff_if (eq_eq _ _ _ slope_3_delta_same (eq_eq _ _ _ slope_4_cases slope_5_assume)))).
Qed.
End slope.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (c i j n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < C)%nat.
Hypothesis j_in : (j < N)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : x c n <> 0.

(* definition of y_cn *)
Lemma derivative_y_x_1_unfold :
  pd (at2 x i j) (fun x' => y_of x' w c n)
  = pd (at2 x i j) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; ∂x_cn/∂x_ij = δ_ci·δ_nj *)
Lemma derivative_y_x_2_diff_if :
  pd (at2 x i j) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n))
  = (if ltb 0 (x c n) then delta c i * delta n j else w c * delta c i * delta n j).
Proof.
  rule (shared_4 c n i j).
Qed.

(* a factor of both branches goes in front *)
Lemma derivative_y_x_3_if_factor :
  (if ltb 0 (x c n) then delta c i * delta n j else w c * delta c i * delta n j)
  = delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j.
Proof.
  rule (shared_5 c n i j).
Qed.

Theorem derivative_y_x :
  is_pd (at2 x i j) (fun x' => y_of x' w c n)
  (delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_if derivative_y_x_3_if_factor)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < C)%nat.
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall c, (c < C)%nat -> (forall n, (n < N)%nat -> x c n <> 0)).

(* put in ∂y_cn/∂x_ij *)
Lemma vjp_y_x_1_lemma :
  rsum C (fun c => rsum N (fun n => y_bar c n * pd (at2 x i j) (fun x' => y_of x' w c n)))
  = rsum C (fun c => rsum N (fun n => y_bar c n * delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j)).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (y_bar c n * (delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  assert (0 <> x c n).
  { assert (x c n <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at2 x i j) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 (x c n) then delta c i * delta n j else w c * delta c i * delta n j)) _).
  { rule (shared_4 c n i j). }
  rule (shared_5 c n i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_delta :
  rsum C (fun c => rsum N (fun n => y_bar c n * delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j))
  = y_bar i j * (if ltb 0 (x i j) then 1 else w i).
Proof.
  apply (eq_eq _ (rsum C (fun c => y_bar c j * delta c i * (if ltb 0 (x c j) then 1 else w c))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta n j * y_bar c n * delta c i * (if ltb 0 (x c n) then 1 else w c))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => delta k j * y_bar c k * delta c i * (if ltb 0 (x c k) then 1 else w c))) _); [ same | ].
    rule_same (sum_delta N (fun n => y_bar c n * delta c i * (if ltb 0 (x c n) then 1 else w c)) j). }
  apply (eq_eq _ (rsum C (fun c => delta c i * y_bar c j * (if ltb 0 (x c j) then 1 else w c))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum C (fun k => delta k i * y_bar k j * (if ltb 0 (x k j) then 1 else w k))) _); [ same | ].
  rule_same (sum_delta C (fun c => y_bar c j * (if ltb 0 (x c j) then 1 else w c)) i).
Qed.

Theorem vjp_y_x :
  is_pd (at2 x i j) (fun x' => rsum C (fun c => rsum N (fun n => y_bar c n * y_of x' w c n)))
  (y_bar i j * (if ltb 0 (x i j) then 1 else w i)).
Proof.
  apply (is_pd_eq _ _ (rsum C (fun c => rsum N (fun n => y_bar c n * pd (at2 x i j) (fun x' => y_of x' w c n)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_sum_delta).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (c n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : x c n <> 0.

(* put in ∂y_cn/∂x_ij *)
Lemma jvp_y_x_1_lemma :
  rsum C (fun i => rsum N (fun j => pd (at2 x i j) (fun x' => y_of x' w c n) * x_dot i j))
  = rsum C (fun i => rsum N (fun j => delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j * x_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j) * x_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  assert (0 <> x c n).
  { assert (x c n <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at2 x i j) (fun x' => (if ltb 0 (x' c n) then x' c n else w c * x' c n))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 (x c n) then delta c i * delta n j else w c * delta c i * delta n j)) _).
  { rule (shared_4 c n i j). }
  rule (shared_5 c n i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_delta :
  rsum C (fun i => rsum N (fun j => delta c i * (if ltb 0 (x c n) then 1 else w c) * delta n j * x_dot i j))
  = (if ltb 0 (x c n) then 1 else w c) * x_dot c n.
Proof.
  apply (eq_eq _ (rsum C (fun i => delta c i * (if ltb 0 (x c n) then 1 else w c) * x_dot i n)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum N (fun j => delta j n * delta c i * (if ltb 0 (x c n) then 1 else w c) * x_dot i j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => delta k n * delta c i * (if ltb 0 (x c n) then 1 else w c) * x_dot i k)) _); [ same | ].
    rule_same (sum_delta N (fun j => delta c i * (if ltb 0 (x c n) then 1 else w c) * x_dot i j) n). }
  apply (eq_eq _ (rsum C (fun i => delta i c * (if ltb 0 (x c n) then 1 else w c) * x_dot i n)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum C (fun k => delta k c * (if ltb 0 (x c n) then 1 else w c) * x_dot k n)) _); [ same | ].
  rule_same (sum_delta C (fun i => (if ltb 0 (x c n) then 1 else w c) * x_dot i n) c).
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line2 x x_dot t) w c n)
  ((if ltb 0 (x c n) then 1 else w c) * x_dot c n).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun i => rsum N (fun j => pd (at2 x i j) (fun x' => y_of x' w c n) * x_dot i j))) _).
  { apply (eq_eq _ (rsum C (fun i => rsum N (fun j => pd (at2 x i j) (fun x' => y_of x' w c n) * x_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) C N x (fun x' => y_of x' w c n) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_sum_delta).
Qed.
End jvp_y_x.

(** * Derivative of y by w *)

Section derivative_y_w.
Variables (c i n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < C)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_cn *)
Lemma derivative_y_w_1_unfold :
  pd (at1 w i) (fun w' => y_of x w' c n)
  = pd (at1 w i) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front; ∂w_c/∂w_i = δ_ci *)
Lemma derivative_y_w_2_diff_if :
  pd (at1 w i) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n))
  = (if ltb 0 (x c n) then 0 else x c n * delta c i).
Proof.
  rule (shared_6 c n i).
Qed.

(* case by case *)
Lemma derivative_y_w_3_cases :
  (if ltb 0 (x c n) then 0 else x c n * delta c i)
  = (if leb (x c n) 0 then x c n * delta c i else 0).
Proof.
  rule (shared_7 c n i).
Qed.

Theorem derivative_y_w :
  is_pd (at1 w i) (fun w' => y_of x w' c n)
  ((if leb (x c n) 0 then x c n * delta c i else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_w_1_unfold (eq_eq _ _ _ derivative_y_w_2_diff_if derivative_y_w_3_cases)).
Qed.
End derivative_y_w.

(** * VJP of y for w *)

Section vjp_y_w.
Variables (i : nat).
Hypothesis i_in : (i < C)%nat.

(* put in ∂y_cn/∂w_i *)
Lemma vjp_y_w_1_lemma :
  rsum C (fun c => rsum N (fun n => y_bar c n * pd (at1 w i) (fun w' => y_of x w' c n)))
  = rsum C (fun c => rsum N (fun n => y_bar c n * (if leb (x c n) 0 then x c n * delta c i else 0))).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 w i) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 (x c n) then 0 else x c n * delta c i)) _).
  { rule (shared_6 c n i). }
  rule (shared_7 c n i).
Qed.

(* a factor of both branches goes in front; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_w_2_if_factor :
  rsum C (fun c => rsum N (fun n => y_bar c n * (if leb (x c n) 0 then x c n * delta c i else 0)))
  = rsum N (fun n => y_bar i n * (if leb (x i n) 0 then x i n else 0)).
Proof.
  apply (eq_eq _ (rsum C (fun c => delta c i * rsum N (fun n => (if leb (x c n) 0 then x c n else 0) * y_bar c n))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    apply (eq_eq _ (rsum N (fun n => delta c i * (if leb (x c n) 0 then x c n else 0) * y_bar c n)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (y_bar c n * delta c i * (if leb (x c n) 0 then x c n else 0)) _).
      { apply (eq_eq _ (y_bar c n * (delta c i * (if leb (x c n) 0 then x c n else 0))) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        rule (shared_8 c n i). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => delta c i * (if leb (x c k) 0 then x c k else 0) * y_bar c k)) _); [ same | ].
    apply (eq_eq _ (delta c i * rsum N (fun k => (if leb (x c k) 0 then x c k else 0) * y_bar c k)) _); [ | same ].
    rule_same (sum_factor N (delta c i) (fun n => (if leb (x c n) 0 then x c n else 0) * y_bar c n) (fun n => true)). }
  apply (eq_eq _ (rsum C (fun k => delta k i * rsum N (fun n => (if leb (x k n) 0 then x k n else 0) * y_bar k n))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n => (if leb (x i n) 0 then x i n else 0) * y_bar i n)) _).
  { rule (sum_delta C (fun c => rsum N (fun n => (if leb (x c n) 0 then x c n else 0) * y_bar c n)) i). }
  symmetry.
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

(* case by case *)
Lemma vjp_y_w_3_cases :
  rsum N (fun n => y_bar i n * (if leb (x i n) 0 then x i n else 0))
  = rsum N (fun n => (if leb (x i n) 0 then y_bar i n * x i n else 0)).
Proof.
  apply (eq_eq _ (rsum N (fun n => (if leb (x i n) 0 then y_bar i n * x i n else 0))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ ((if leb (x i n) 0 then y_bar i n * (if leb (x i n) 0 then x i n else 0) else y_bar i n * (if leb (x i n) 0 then x i n else 0))) _).
    { symmetry.
      rule (if_same (y_bar i n * (if leb (x i n) 0 then x i n else 0)) (leb (x i n) 0)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { refine (f_equal2 Rmult eq_refl _).
      assert (x i n <= 0).
      { hyp. }
      rule (if_true (x i n) 0 (leb (x i n) 0)). }
    { apply (eq_eq _ (y_bar i n * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb 0 (x i n) then 0 else x i n)) _).
        { symmetry.
          rule (if_less 0 (x i n) 0 (x i n)). }
        assert (0 < x i n).
        { hyp. }
        rule (if_true 0 (x i n) (ltb 0 (x i n))). }
      arith. } }
  apply (eq_eq _ (rsum N (fun n => (if leb (x i n) 0 then x i n * y_bar i n else 0))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply rsum_ext; intros n ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem vjp_y_w :
  is_pd (at1 w i) (fun w' => rsum C (fun c => rsum N (fun n => y_bar c n * y_of x w' c n)))
  (rsum N (fun n => (if leb (x i n) 0 then y_bar i n * x i n else 0))).
Proof.
  apply (is_pd_eq _ _ (rsum C (fun c => rsum N (fun n => y_bar c n * pd (at1 w i) (fun w' => y_of x w' c n)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_w_1_lemma (eq_eq _ _ _ vjp_y_w_2_if_factor vjp_y_w_3_cases)).
Qed.
End vjp_y_w.

(** * JVP of y for w *)

Section jvp_y_w.
Variables (c n : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_cn/∂w_i *)
Lemma jvp_y_w_1_lemma :
  rsum C (fun i => pd (at1 w i) (fun w' => y_of x w' c n) * w_dot i)
  = rsum C (fun i => (if leb (x c n) 0 then x c n * delta c i else 0) * w_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 w i) (fun w' => (if ltb 0 (x c n) then x c n else w' c * x c n))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 (x c n) then 0 else x c n * delta c i)) _).
  { rule (shared_6 c n i). }
  rule (shared_7 c n i).
Qed.

(* a factor of both branches goes in front; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_w_2_if_factor :
  rsum C (fun i => (if leb (x c n) 0 then x c n * delta c i else 0) * w_dot i)
  = w_dot c * (if leb (x c n) 0 then x c n else 0).
Proof.
  apply (eq_eq _ (rsum C (fun i => delta c i * (if leb (x c n) 0 then x c n else 0) * w_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((delta c i * (if leb (x c n) 0 then x c n else 0)) * w_dot i) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    rule (shared_8 c n i). }
  apply (eq_eq _ (rsum C (fun i => (if leb (x c n) 0 then x c n else 0) * delta c i * w_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum C (fun k => (if leb (x c n) 0 then x c n else 0) * delta c k * w_dot k)) _); [ same | ].
  apply (eq_eq _ ((if leb (x c n) 0 then x c n else 0) * rsum C (fun k => delta c k * w_dot k)) _).
  { rule_same (sum_factor C (if leb (x c n) 0 then x c n else 0) (fun i => delta c i * w_dot i) (fun i => true)). }
  apply (eq_eq _ ((if leb (x c n) 0 then x c n else 0) * rsum C (fun i => delta c i * w_dot i)) _); [ same | ].
  apply (eq_eq _ ((if leb (x c n) 0 then x c n else 0) * w_dot c) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum C (fun i => delta i c * w_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum C (fun k => delta k c * w_dot k)) _); [ same | ].
    rule (sum_delta C (fun i => w_dot i) c). }
  symmetry.
  arith.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_w_3_if_moved :
  w_dot c * (if leb (x c n) 0 then x c n else 0)
  = (if leb (x c n) 0 then w_dot c * x c n else 0).
Proof.
  apply (eq_eq _ (w_dot c * (if leb 0 (- x c n) then 1 else 0) * x c n) _).
  { apply (eq_eq _ (w_dot c * ((if leb 0 (- x c n) then 1 else 0) * x c n)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_2 c n). }
  apply (eq_eq _ ((if leb 0 (- x c n) then 1 else 0) * w_dot c * x c n) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (- x c n) then w_dot c * x c n else 0)) _).
  { assert (- x c n = 0 - x c n).
    { rule (shared_1 c n). }
    rule (if_moved (x c n) 0 (w_dot c * x c n) 0 (- x c n)). }
  apply (eq_eq _ ((if leb 0 (- x c n) then 1 else 0) * w_dot c * x c n + (1 - (if leb 0 (- x c n) then 1 else 0)) * 0) _).
  { rule_same (if_indicator (w_dot c * x c n) 0 (leb 0 (- x c n))). }
  arith.
Qed.

Theorem jvp_y_w :
  is_pd (at0 0) (fun t => y_of x (line1 w w_dot t) c n)
  ((if leb (x c n) 0 then w_dot c * x c n else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun i => pd (at1 w i) (fun w' => y_of x w' c n) * w_dot i)) _).
  { apply (eq_eq _ (rsum C (fun i => pd (at1 w i) (fun w' => y_of x w' c n) * w_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) C w (fun w' => y_of x w' c n) (fun t => (line1 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_w_1_lemma (eq_eq _ _ _ jvp_y_w_2_if_factor jvp_y_w_3_if_moved)).
Qed.
End jvp_y_w.
End prelu_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (N : nat) (C : nat) (x : nat -> nat -> R) (c : nat) (n : nat),
  (2 <= N)%nat /\ (2 <= C)%nat /\ (c < C)%nat /\ (n < N)%nat /\ (0 <> x c n).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), 0%nat, 0%nat.
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (N : nat) (C : nat) (x : nat -> nat -> R) (c : nat) (n : nat),
  (2 <= N)%nat /\ (2 <= C)%nat /\ (c < C)%nat /\ (n < N)%nat /\ (x c n <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), 0%nat, 0%nat.
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (N : nat) (C : nat) (x : nat -> nat -> R),
  (2 <= N)%nat /\ (2 <= C)%nat /\ ((forall c, (c < C)%nat -> (forall n, (n < N)%nat -> x c n <> 0))).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (N : nat) (C : nat) (x : nat -> nat -> R) (c : nat) (n : nat),
  (2 <= N)%nat /\ (2 <= C)%nat /\ (c < C)%nat /\ (n < N)%nat /\ (x c n <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), 0%nat, 0%nat.
  witness.
Qed.
