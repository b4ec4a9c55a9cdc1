(* made by derive, do not edit *)
(* Cross-entropy with class weights

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> nat -> R) (n i : nat) : R :=
  exp (a n i) / rsum K (fun k => exp (a n k)).
#[local] Hint Unfold y_of : definitions.
Definition c_of (K : nat) (label : nat -> nat -> R) (w : nat -> R) (n : nat) : R :=
  rsum K (fun i => label n i * w i).
#[local] Hint Unfold c_of : definitions.
Definition L_of (N K : nat) (label : nat -> nat -> R) (w : nat -> R) (y : nat -> nat -> R) (c : nat -> R) : R :=
  - (rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) / rsum N (fun n => c n)).
#[local] Hint Unfold L_of : definitions.

Section weighted_cross_entropy_theory.
Variables (K N : nat).
Variable (L_bar : R).
Variables (w w_dot : nat -> R).
Variables (a label a_dot : nat -> nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation y := (y_of K a).
Local Notation c := (c_of K label w).
Local Notation L := (L_of N K label w y c).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j l : nat,
  (j < N)%nat ->
  (l < K)%nat ->
  rsum N (fun n => rsum K (fun i => pd (at2 y n i) (fun y' => L_of N K label w y' c) * pd (at2 a j l) (fun a' => y_of K a' n i))) = rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun k => c k)) * y n i * delta n j * (delta i l - y n l)))).
Proof.
  intros j l ? ?.
  assert ((forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0)).
  { intros n ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i))).
  { intros n ?.
    intros i ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun n' => c n')) * y n i * delta n j * (delta i l - y n l))))) _); [ | same ].
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (label n i * w i / (y n i * rsum N (fun n' => c n')))) * (y n i * delta n j * (delta i l - y n l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 y n i) (fun y' => - (rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))) / rsum N (fun n' => c n')))) _).
    { assert ((forall n', (n' < N)%nat -> (forall i', (i' < K)%nat -> 0 < y n' i'))).
      { intros n' ?.
        intros i' ?.
        sgn. }
      apply (eq_eq _ (pd (at2 y n i) (fun y' => - (rsum N (fun n' => rsum K (fun i' => label n' i' * w i' * ln (y' n' i'))) / rsum N (fun n' => c n')))) _); [ | same ].
      reflexivity. }
    apply (eq_eq _ (- (rsum N (fun k => rsum K (fun l' => label k l' * w l' * delta k n * delta l' i / y k l')) / rsum N (fun n' => c n'))) _).
    { assert ((forall n', (n' < N)%nat -> (forall k, (k < K)%nat -> 0 < y n' k))).
      { intros n' ?.
        intros k ?.
        sgn. }
      apply (eq_eq _ (- pd (at2 y n i) (fun y' => rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))) / rsum N (fun n' => c n'))) _).
      { rule (diff_neg (at2 y n i) (fun y' => rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))) / rsum N (fun n' => c n'))). }
      apply (eq_eq _ (- (rsum N (fun k => rsum K (fun l' => label k l' * w l' * (1 / y k l') * delta k n * delta l' i)) / rsum N (fun n' => c n'))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at2 y n i) (fun y' => 1 / rsum N (fun n' => c n') * rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))))) _).
        { apply pd_ext.
          intros y'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at2 y n i) (fun y' => 1 / rsum N (fun n' => c n') * rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / rsum N (fun n' => c n') * pd (at2 y n i) (fun y' => rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))))) _).
        { assert (pd (at2 y n i) (fun y' => 1 / rsum N (fun n' => c n')) = 0).
          { apply constant. }
          rule (diff_scale (at2 y n i) (fun y' => 1 / rsum N (fun n' => c n')) (fun y' => rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k))))). }
        apply (eq_eq _ (pd (at2 y n i) (fun y' => rsum N (fun n' => rsum K (fun k => label n' k * w k * ln (y' n' k)))) / rsum N (fun n' => c n')) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 y n i) (fun y' => rsum N (fun k => rsum K (fun m => label k m * w m * ln (y' k m))))) _); [ same | ].
        apply (eq_eq _ (rsum N (fun k => pd (at2 y n i) (fun y' => rsum K (fun m => label k m * w m * ln (y' k m))))) _).
        { rule (diff_sum (at2 y n i) N (fun l' y' => rsum K (fun k => label l' k * w k * ln (y' l' k))) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at2 y n i) (fun y' => rsum K (fun l' => label k l' * w l' * ln (y' k l')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun l' => pd (at2 y n i) (fun y' => label k l' * w l' * ln (y' k l')))) _).
        { rule (diff_sum (at2 y n i) K (fun l' y' => label k l' * w l' * ln (y' k l')) (fun k' => true)). }
        apply rsum_ext; intros l' ?; cbv beta.
        apply (eq_eq _ (pd (at2 y n i) (fun y' => label k l' * w l' * ln (y' k l'))) _).
        { reflexivity. }
        apply (eq_eq _ (label k l' * w l' * pd (at2 y n i) (fun y' => ln (y' k l'))) _).
        { assert (pd (at2 y n i) (fun y' => label k l' * w l') = 0).
          { apply constant. }
          rule_same (diff_scale (at2 y n i) (fun y' => label k l' * w l') (fun y' => ln (y' k l'))). }
        apply (eq_eq _ (label k l' * w l' * (1 / y k l' * delta k n * delta l' i)) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply (eq_eq _ (1 / y k l' * pd (at2 y n i) (fun y' => y' k l')) _).
        { rule (diff_log (at2 y n i) (fun y' => y' k l')). }
        apply (eq_eq _ (1 / y k l' * (delta k n * delta l' i)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply rsum_ext; intros k ?; cbv beta.
      apply rsum_ext; intros l' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- (label n i * w i / y n i / rsum N (fun n' => c n'))) _).
    { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply (eq_eq _ (rsum N (fun k => label k i * w i * delta k n / y k i)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (rsum K (fun l' => delta l' i * (label k l' * w l' * delta k n / y k l'))) _).
        { apply rsum_ext; intros l' ?; cbv beta.
          fractions. }
        rule (sum_delta K (fun l' => label k l' * w l' * delta k n / y k l') i). }
      apply (eq_eq _ (rsum N (fun k => delta k n * (label k i * w i / y k i))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      rule (sum_delta N (fun k => label k i * w i / y k i) n). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (pd (at2 a j l) (fun a' => exp (a' n i) / rsum K (fun m => exp (a' n m)))) _).
  { assert (rsum K (fun k => exp (a n k)) <> 0).
    { sgn. }
    apply (eq_eq _ (pd (at2 a j l) (fun a' => exp (a' n i) / rsum K (fun k => exp (a' n k)))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ ((pd (at2 a j l) (fun a' => exp (a' n i)) * rsum K (fun m => exp (a n m)) - exp (a n i) * pd (at2 a j l) (fun a' => rsum K (fun m => exp (a' n m)))) / rsum K (fun m => exp (a n m)) ^ 2) _).
  { assert (rsum K (fun m => exp (a n m)) <> 0).
    { sgn. }
    rule (diff_div (at2 a j l) (fun a' => exp (a' n i)) (fun a' => rsum K (fun m => exp (a' n m)))). }
  apply (eq_eq _ ((exp (a n i) * delta n j * delta i l * rsum K (fun m => exp (a n m)) - exp (a n i) * rsum K (fun m => exp (a n m) * delta n j * delta m l)) / rsum K (fun m => exp (a n m)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a n i) * delta n j * delta i l) * rsum K (fun m => exp (a n m))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (a n i) * pd (at2 a j l) (fun a' => a' n i)) _).
      { rule (diff_exp (at2 a j l) (fun a' => a' n i)). }
      apply (eq_eq _ (exp (a n i) * (delta n j * delta i l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (pd (at2 a j l) (fun a' => rsum K (fun k => exp (a' n k)))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun m => pd (at2 a j l) (fun a' => exp (a' n m)))) _).
    { rule_same (diff_sum (at2 a j l) K (fun k a' => exp (a' n k)) (fun k => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (exp (a n m) * pd (at2 a j l) (fun a' => a' n m)) _).
    { rule (diff_exp (at2 a j l) (fun a' => a' n m)). }
    apply (eq_eq _ (exp (a n m) * (delta n j * delta m l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ ((exp (a n i) * delta n j * delta i l * rsum K (fun m => exp (a n m)) - exp (a n i) * exp (a n l) * delta n j) / rsum K (fun m => exp (a n m)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ (exp (a n i) * (exp (a n l) * delta n j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun m => delta m l * exp (a n m) * delta n j)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun m => exp (a n m) * delta n j) l). }
  apply (eq_eq _ (exp (a n i) * delta n j * delta i l * rsum K (fun m => exp (a n m)) / rsum K (fun m => exp (a n m)) ^ 2 - exp (a n i) * exp (a n l) * delta n j / rsum K (fun m => exp (a n m)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y n i * delta n j * delta i l - y n i * y n l * delta n j) _).
  { assert (rsum K (fun m => exp (a n m)) <> 0).
    { sgn. }
    apply (eq_eq _ (delta n j * delta i l * exp (a n i) / rsum K (fun m => exp (a n m)) - delta n j * exp (a n i) * exp (a n l) / rsum K (fun m => exp (a n m)) ^ 2) _).
    { cancel. }
    apply (eq_eq _ (delta n j * delta i l * exp (a n i) / rsum K (fun k => exp (a n k)) - delta n j * exp (a n i) * exp (a n l) / rsum K (fun k => exp (a n k)) ^ 2) _); [ same | ].
    symmetry.
    apply (eq_eq _ (exp (a n i) / rsum K (fun k => exp (a n k)) * delta n j * delta i l - exp (a n i) / rsum K (fun k => exp (a n k)) * (exp (a n l) / rsum K (fun k => exp (a n k))) * delta n j) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (delta n j * delta i l * y n i - delta n j * y n i * y n l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  forall j l : nat,
  (j < N)%nat ->
  (l < K)%nat ->
  rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun k => c k)) * y n i * delta n j * (delta i l - y n l)))) = y j l * rsum K (fun i => label j i * w i) / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k).
Proof.
  intros j l ? ?.
  assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> y n i <> 0))).
  { intros n ?.
    intros i ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n => delta n j * rsum K (fun i => label n i * w i) * y n l / rsum N (fun k => c k) - delta n j * label n l * w l / rsum N (fun k => c k))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun i => - (delta i l * delta n j * label n i * w i / rsum N (fun k => c k)) + delta n j * label n i * w i * y n l / rsum N (fun k => c k))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      cancel. }
    apply (eq_eq _ (rsum K (fun k => - (delta k l * delta n j * label n k * w k / rsum N (fun k' => c k')) + delta n j * label n k * w k * y n l / rsum N (fun k' => c k'))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (delta k l * delta n j * label n k * w k / rsum N (fun k' => c k'))) + rsum K (fun k => delta n j * label n k * w k * y n l / rsum N (fun k' => c k'))) _).
    { rule (sum_add K (fun i => - (delta i l * delta n j * label n i * w i / rsum N (fun k => c k))) (fun i => delta n j * label n i * w i * y n l / rsum N (fun k => c k)) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (delta i l * delta n j * label n i * w i / rsum N (fun k => c k))) + rsum K (fun i => delta n j * label n i * w i * y n l / rsum N (fun k => c k))) _); [ same | ].
    apply (eq_eq _ (- (delta n j / rsum N (fun k => c k) * label n l * w l) + delta n j * y n l / rsum N (fun k => c k) * rsum K (fun i => label n i * w i)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun i => - (delta n j / rsum N (fun k => c k) * delta i l * label n i * w i))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => - (delta n j / rsum N (fun k' => c k') * delta k l * label n k * w k))) _); [ same | ].
        apply (eq_eq _ (- rsum K (fun k => delta n j / rsum N (fun k' => c k') * delta k l * label n k * w k)) _).
        { rule (sum_neg K (fun i => delta n j / rsum N (fun k => c k) * delta i l * label n i * w i) (fun i => true)). }
        apply (eq_eq _ (- rsum K (fun i => delta n j / rsum N (fun k => c k) * delta i l * label n i * w i)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun k => delta n j / rsum N (fun k' => c k') * delta k l * label n k * w k)) _); [ same | ].
        apply (eq_eq _ (delta n j / rsum N (fun k => c k) * rsum K (fun k => delta k l * label n k * w k)) _).
        { rule_same (sum_factor K (delta n j / rsum N (fun k => c k)) (fun i => delta i l * label n i * w i) (fun i => true)). }
        apply (eq_eq _ (delta n j / rsum N (fun k => c k) * rsum K (fun i => delta i l * label n i * w i)) _); [ same | ].
        apply (eq_eq _ (delta n j / rsum N (fun k => c k) * (label n l * w l)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum K (fun k => delta k l * label n k * w k)) _); [ same | ].
        rule_same (sum_delta K (fun i => label n i * w i) l). }
      apply (eq_eq _ (rsum K (fun i => delta n j * y n l / rsum N (fun k => c k) * label n i * w i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => delta n j * y n l / rsum N (fun k' => c k') * label n k * w k)) _); [ same | ].
      apply (eq_eq _ (delta n j * y n l / rsum N (fun k => c k) * rsum K (fun k => label n k * w k)) _); [ | same ].
      rule_same (sum_factor K (delta n j * y n l / rsum N (fun k => c k)) (fun i => label n i * w i) (fun i => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k j * rsum K (fun i => label k i * w i) * y k l / rsum N (fun k' => c k') - delta k j * label k l * w l / rsum N (fun k' => c k'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => delta k j * rsum K (fun i => label k i * w i) * y k l / rsum N (fun k' => c k')) + rsum N (fun k => - (delta k j * label k l * w l / rsum N (fun k' => c k')))) _).
  { rule (sum_add N (fun n => delta n j * rsum K (fun i => label n i * w i) * y n l / rsum N (fun k => c k)) (fun n => - (delta n j * label n l * w l / rsum N (fun k => c k))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => delta n j * rsum K (fun i => label n i * w i) * y n l / rsum N (fun k => c k)) + rsum N (fun n => - (delta n j * label n l * w l / rsum N (fun k => c k)))) _); [ same | ].
  apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum K (fun i => label j i * w i) * y j l - w l / rsum N (fun k => c k) * label j l) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / rsum N (fun k => c k) * delta n j * rsum K (fun i => label n i * w i) * y n l)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / rsum N (fun k' => c k') * delta k j * rsum K (fun i => label k i * w i) * y k l)) _); [ same | ].
      apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun k => delta k j * rsum K (fun i => label k i * w i) * y k l)) _).
      { rule_same (sum_factor N (1 / rsum N (fun k => c k)) (fun n => delta n j * rsum K (fun i => label n i * w i) * y n l) (fun n => true)). }
      apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun n => delta n j * rsum K (fun i => label n i * w i) * y n l)) _); [ same | ].
      apply (eq_eq _ (1 / rsum N (fun k => c k) * (rsum K (fun i => label j i * w i) * y j l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k => delta k j * rsum K (fun i => label k i * w i) * y k l)) _); [ same | ].
      rule_same (sum_delta N (fun n => rsum K (fun i => label n i * w i) * y n l) j). }
    apply (eq_eq _ (rsum N (fun n => - (w l / rsum N (fun k => c k) * delta n j * label n l))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (w l / rsum N (fun k' => c k') * delta k j * label k l))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => w l / rsum N (fun k' => c k') * delta k j * label k l)) _).
    { rule (sum_neg N (fun n => w l / rsum N (fun k => c k) * delta n j * label n l) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => w l / rsum N (fun k => c k) * delta n j * label n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => w l / rsum N (fun k' => c k') * delta k j * label k l)) _); [ same | ].
    apply (eq_eq _ (w l / rsum N (fun k => c k) * rsum N (fun k => delta k j * label k l)) _).
    { rule_same (sum_factor N (w l / rsum N (fun k => c k)) (fun n => delta n j * label n l) (fun n => true)). }
    apply (eq_eq _ (w l / rsum N (fun k => c k) * rsum N (fun n => delta n j * label n l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k => delta k j * label k l)) _); [ same | ].
    rule (sum_delta N (fun n => label n l) j). }
  apply (eq_eq _ (rsum K (fun i => label j i * w i) * y j l / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_3 :
  forall j l : nat,
  (j < N)%nat ->
  (l < K)%nat ->
  y j l * rsum K (fun i => label j i * w i) / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k) = y j l * c j / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k).
Proof.
  intros j l ? ?.
  apply (eq_eq _ (y j l * rsum K (fun i => label j i * w i) / rsum K (fun l' => rsum N (fun k => label k l' * w l')) - label j l * w l / rsum K (fun l' => rsum N (fun k => label k l' * w l'))) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
    { apply (eq_eq _ (rsum N (fun k => rsum K (fun i => label k i * w i))) _).
      { reflexivity. }
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l'))) _); [ same | ].
      rule (sum_swap N K (fun k i => label k i * w i)). }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun i => label k i * w i))) _).
    { reflexivity. }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l'))) _); [ same | ].
    rule (sum_swap N K (fun k i => label k i * w i)). }
  apply (eq_eq _ (rsum K (fun i => label j i * w i) * y j l / rsum K (fun l' => rsum N (fun k => label k l' * w l')) - label j l * w l / rsum K (fun l' => rsum N (fun k => label k l' * w l'))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (y j l * rsum K (fun i => label j i * w i) / rsum K (fun l' => rsum N (fun k => label k l' * w l')) - label j l * w l / rsum K (fun l' => rsum N (fun k => label k l' * w l'))) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
    { apply (eq_eq _ (rsum N (fun k => rsum K (fun i => label k i * w i))) _).
      { reflexivity. }
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l'))) _); [ same | ].
      rule (sum_swap N K (fun k i => label k i * w i)). }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun i => label k i * w i))) _).
    { reflexivity. }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l' => label k l' * w l'))) _); [ same | ].
    rule (sum_swap N K (fun k i => label k i * w i)). }
  fractions.
Qed.

Lemma shared_4 :
  forall j l : nat,
  (j < N)%nat ->
  (l < K)%nat ->
  y j l * c j / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k) = (y j l * c j - label j l * w l) / rsum N (fun k => c k).
Proof.
  intros j l ? ?.
  apply (eq_eq _ (c j * y j l / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_5 :
  forall j l : nat,
  (j < N)%nat ->
  (l < K)%nat ->
  pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c) = (y j l * c j - label j l * w l) / rsum N (fun k => c k).
Proof.
  intros j l ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum K (fun i => pd (at2 y n i) (fun y' => L_of N K label w y' c) * pd (at2 a j l) (fun a' => y_of K a' n i)))) _).
  { assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i))).
    { intros n ?.
      intros i ?.
      sgn. }
    assert ((forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0)).
    { intros n ?.
      sgn. }
    apply (chain2 (at2 a j l) N K (fun y' => L_of N K label w y' c) (fun a' => y_of K a')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun k => c k)) * y n i * delta n j * (delta i l - y n l))))) _).
  { rule (shared_1 j l). }
  apply (eq_eq _ (y j l * rsum K (fun i => label j i * w i) / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)) _).
  { rule (shared_2 j l). }
  apply (eq_eq _ (y j l * c j / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)) _).
  { rule (shared_3 j l). }
  rule (shared_4 j l).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  (rsum N (fun n => c n) <> 0) ->
  pd (at1 w j) (fun w' => - (rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n))) = - ((rsum N (fun k => rsum K (fun l => label k l * ln (y k l) * delta l j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => rsum K (fun l => label k l * delta l j))) / rsum N (fun n => c n) ^ 2).
Proof.
  intros j ? ?.
  apply (eq_eq _ (- pd (at1 w j) (fun w' => rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n))) _).
  { rule (diff_neg (at1 w j) (fun w' => rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n))). }
  refine (f_equal Ropp _).
  apply (eq_eq _ ((pd (at1 w j) (fun w' => rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i)))) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * pd (at1 w j) (fun w' => rsum N (fun n => c_of K label w' n))) / rsum N (fun n => c n) ^ 2) _).
  { rule (diff_div (at1 w j) (fun w' => rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i)))) (fun w' => rsum N (fun n => c_of K label w' n))). }
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ (pd (at1 w j) (fun w' => rsum N (fun k => rsum K (fun i => label k i * w' i * ln (y k i))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 w j) (fun w' => rsum K (fun i => label k i * w' i * ln (y k i))))) _).
    { rule (diff_sum (at1 w j) N (fun k w' => rsum K (fun i => label k i * w' i * ln (y k i))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun l => label k l * w' l * ln (y k l)))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun l => pd (at1 w j) (fun w' => label k l * w' l * ln (y k l)))) _).
    { rule (diff_sum (at1 w j) K (fun l w' => label k l * w' l * ln (y k l)) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 w j) (fun w' => label k l * ln (y k l) * w' l)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (label k l * ln (y k l) * pd (at1 w j) (fun w' => w' l)) _).
    { assert (pd (at1 w j) (fun w' => label k l * ln (y k l)) = 0).
      { apply constant. }
      rule_same (diff_scale (at1 w j) (fun w' => label k l * ln (y k l)) (fun w' => w' l)). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum N (fun k => c_of K label w' k))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at1 w j) (fun w' => c_of K label w' k))) _).
  { rule (diff_sum (at1 w j) N (fun k w' => c_of K label w' k) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun i => label k i * w' i))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun l => label k l * w' l))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => pd (at1 w j) (fun w' => label k l * w' l))) _).
  { rule (diff_sum (at1 w j) K (fun l w' => label k l * w' l) (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (pd (at1 w j) (fun w' => label k l * w' l)) _).
  { reflexivity. }
  apply (eq_eq _ (label k l * pd (at1 w j) (fun w' => w' l)) _).
  { assert (pd (at1 w j) (fun w' => label k l) = 0).
    { apply constant. }
    rule (diff_scale (at1 w j) (fun w' => label k l) (fun w' => w' l)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < K)%nat ->
  - ((rsum N (fun k => rsum K (fun l => label k l * ln (y k l) * delta l j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => rsum K (fun l => label k l * delta l j))) / rsum N (fun n => c n) ^ 2) = - ((rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j)) / rsum N (fun n => c n) ^ 2).
Proof.
  intros j ?.
  refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl)).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum K (fun l => delta l j * label k l * ln (y k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun l => label k l * ln (y k l)) j). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum K (fun l => delta l j * label k l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule (sum_delta K (fun l => label k l) j).
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < K)%nat ->
  - ((rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j)) / rsum N (fun n => c n) ^ 2) = - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2.
Proof.
  intros j ?.
  apply (eq_eq _ (- (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) - - (rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2)) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl _).
  fractions.
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < K)%nat ->
  - (rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n)) = - (rsum N (fun k => ln (y k j) * label k j) / rsum N (fun n => c n)).
Proof.
  intros j ?.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < K)%nat ->
  (rsum N (fun n => c n) <> 0) ->
  - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum K (fun l => rsum N (fun k => label k l * w l * ln (y k l))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2 = - (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n).
Proof.
  intros j ? ?.
  apply (eq_eq _ (- (rsum N (fun k => ln (y k j) * label k j) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum K (fun l => rsum N (fun k => ln (y k l) * label k l * w l)) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2) _).
  { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)) (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => ln (y k l) * label k l) * w l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k => ln (y k l) * label k l * w l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => w l * ln (y k l) * label k l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (w l * rsum N (fun k => ln (y k l) * label k l)) _).
      { rule_same (sum_factor N (w l) (fun k => ln (y k l) * label k l) (fun k => true)). }
      arith. }
    apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => ln (y k l) * label k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * ln (y k l) * label k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (w l) (fun k => ln (y k l) * label k l) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (- (rsum N (fun k => ln (y k j) * label k j) / rsum N (fun n => c n)) + rsum N (fun k => label k j) * rsum K (fun l => rsum N (fun k => ln (y k l) * label k l * w l)) / rsum N (fun n => c n) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (- (- (rsum K (fun l => rsum N (fun k => ln (y k l) * label k l * w l)) / rsum N (fun n => c n) * rsum N (fun k => label k j) / rsum N (fun n => c n))) - rsum N (fun k => ln (y k j) * label k j) / rsum N (fun n => c n)) _).
  { refine (f_equal2 Rplus (f_equal Ropp _) _).
    { apply (eq_eq _ ((- (rsum K (fun l => rsum N (fun k => ln (y k l) * label k l * w l)) / rsum N (fun n => c n) * rsum N (fun k => label k j))) / rsum N (fun n => c n)) _); [ | same ].
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ ((- (rsum K (fun l => rsum N (fun k => ln (y k l) * label k l * w l)) / rsum N (fun n => c n))) * rsum N (fun k => label k j)) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (- (rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) / rsum N (fun n => c n))) _).
      { reflexivity. }
      refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply (eq_eq _ (rsum N (fun n => rsum K (fun i => ln (y n i) * label n i * w i))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l => ln (y k l) * label k l * w l))) _); [ same | ].
      rule (sum_swap N K (fun n i => ln (y n i) * label n i * w i)). }
    rule (shared_9 j). }
  fractions.
Qed.

Lemma shared_11 :
  forall j : nat,
  (j < K)%nat ->
  rsum N (fun k => label k j * (L + ln (y k j))) = rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => ln (y k j) * label k j + L * label k j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => ln (y k j) * label k j) + rsum N (fun k => L * label k j)) _).
  { rule (sum_add N (fun k => ln (y k j) * label k j) (fun k => L * label k j) (fun k => true)). }
  refine (f_equal2 Rplus eq_refl _).
  rule (sum_factor N L (fun k => label k j) (fun k => true)).
Qed.

Lemma shared_12 :
  forall j : nat,
  (j < K)%nat ->
  - (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n) = - (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)).
Proof.
  intros j ?.
  apply (eq_eq _ (- (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => ln (y k j) * label k j) / rsum N (fun n => c n)) _).
  { refine (f_equal2 Rplus eq_refl _).
    rule (shared_9 j). }
  apply (eq_eq _ (- (rsum N (fun k => ln (y k j) * label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j) * L / rsum N (fun n => c n)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- ((rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j)) / rsum N (fun n => c n))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    rule (shared_11 j). }
  fractions.
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < K)%nat ->
  (rsum N (fun n => c n) <> 0) ->
  pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w')) = - (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)).
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 w j) (fun w' => - (rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n)))) _).
  { reflexivity. }
  apply (eq_eq _ (- ((rsum N (fun k => rsum K (fun l => label k l * ln (y k l) * delta l j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => rsum K (fun l => label k l * delta l j))) / rsum N (fun n => c n) ^ 2)) _).
  { rule (shared_6 j). }
  apply (eq_eq _ (- ((rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j)) / rsum N (fun n => c n) ^ 2)) _).
  { rule (shared_7 j). }
  apply (eq_eq _ (- (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2) _).
  { rule (shared_8 j). }
  apply (eq_eq _ (- (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum K (fun l => rsum N (fun k => label k l * w l * ln (y k l))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l => label k l * w l * ln (y k l)))) _); [ same | ].
    rule (sum_swap N K (fun n i => label n i * w i * ln (y n i))). }
  apply (eq_eq _ (- (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n)) _).
  { rule (shared_10 j). }
  rule (shared_12 j).
Qed.

Lemma shared_14 :
  rsum K (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j) = rsum K (fun j => rsum N (fun k => ln (y k j) * label k j * w_dot j)).
Proof.
  apply (eq_eq _ (rsum K (fun j => w_dot j * rsum N (fun k => ln (y k j) * label k j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun j => rsum N (fun k => w_dot j * ln (y k j) * label k j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w_dot j) (fun k => ln (y k j) * label k j) (fun k => true)). }
  apply rsum_ext; intros j ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_15 :
  rsum K (fun j => rsum N (fun k => label k j) * w_dot j) = rsum K (fun j => rsum N (fun k => label k j * w_dot j)).
Proof.
  apply (eq_eq _ (rsum K (fun j => w_dot j * rsum N (fun k => label k j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun j => rsum N (fun k => w_dot j * label k j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    symmetry.
    rule (sum_factor N (w_dot j) (fun k => label k j) (fun k => true)). }
  apply rsum_ext; intros j ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

(** * Gradient *)

Section gradient.
Variables (i n : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through y_kl *)
Lemma gradient_1_chain :
  pd (at2 a n i) (fun a' => L_of N K label w (y_of K a') c)
  = rsum N (fun k => rsum K (fun l => pd (at2 y k l) (fun y' => L_of N K label w y' c) * pd (at2 a n i) (fun a' => y_of K a' k l))).
Proof.
  assert ((forall n', (n' < N)%nat -> (forall i', (i' < K)%nat -> 0 < y n' i'))).
  { intros n' ?.
    intros i' ?.
    sgn. }
  assert ((forall n', (n' < N)%nat -> rsum K (fun k => exp (a n' k)) <> 0)).
  { intros n' ?.
    sgn. }
  apply (chain2 (at2 a n i) N K (fun y' => L_of N K label w y' c) (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂y_kl and ∂y_kl/∂a_ni *)
Lemma gradient_2_lemma :
  rsum N (fun k => rsum K (fun l => pd (at2 y k l) (fun y' => L_of N K label w y' c) * pd (at2 a n i) (fun a' => y_of K a' k l)))
  = rsum N (fun k => rsum K (fun l => - (label k l * w l / (y k l * rsum N (fun m => c m)) * y k l * delta k n * (delta l i - y k i)))).
Proof.
  rule_same (shared_1 n i).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma gradient_3_sum_factor :
  rsum N (fun k => rsum K (fun l => - (label k l * w l / (y k l * rsum N (fun m => c m)) * y k l * delta k n * (delta l i - y k i))))
  = y n i * rsum K (fun l => label n l * w l) / rsum N (fun m => c m) - label n i * w i / rsum N (fun m => c m).
Proof.
  rule_same (shared_2 n i).
Qed.

(* exchange the sums *)
Lemma gradient_4_sum_swap :
  y n i * rsum K (fun l => label n l * w l) / rsum N (fun m => c m) - label n i * w i / rsum N (fun m => c m)
  = y n i * c n / rsum N (fun m => c m) - label n i * w i / rsum N (fun m => c m).
Proof.
  rule_same (shared_3 n i).
Qed.

(* factor *)
Lemma gradient_5_ring :
  y n i * c n / rsum N (fun m => c m) - label n i * w i / rsum N (fun m => c m)
  = (y n i * c n - label n i * w i) / rsum N (fun m => c m).
Proof.
  rule_same (shared_4 n i).
Qed.

(* rearrange *)
Lemma gradient_6_ring :
  (y n i * c n - label n i * w i) / rsum N (fun m => c m)
  = (c n * y n i - label n i * w i) / rsum N (fun m => c m).
Proof.
  apply (eq_eq _ (c n * y n i / rsum N (fun m => c m) - label n i * w i / rsum N (fun m => c m)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma gradient_needs_1 :
  (forall k, (k < N)%nat -> rsum K (fun m => exp (a k m)) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma gradient_needs_2 :
  (forall n', (n' < N)%nat -> (forall i', (i' < K)%nat -> 0 < y n' i')).
Proof.
  intros n' ?.
  intros i' ?.
  sgn.
Qed.

Theorem gradient :
  is_pd (at2 a n i) (fun a' => L_of N K label w (y_of K a') c)
  ((c n * y n i - label n i * w i) / rsum N (fun m => c m)).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_sum_factor (eq_eq _ _ _ gradient_4_sum_swap (eq_eq _ _ _ gradient_5_ring gradient_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at2 a n i) (fun a' => L_of N K label w (y_of K a') c)
  ((c n * y n i - label n i * w i) / rsum N (fun m => c m))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Div (Formula.Sum N (fun n' => (Formula.Sum K (fun i' => (Formula.Mul (Formula.Mul (Formula.C (label n' i')) (Formula.C (w i'))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (n', i'))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (n', k)))))))))))) (Formula.C (rsum N (fun n' => c n')))))).
Defined.
End gradient.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j l : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis l_in : (l < K)%nat.

(* chain rule through y_ni *)
Lemma derivative_L_a_1_chain :
  pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c)
  = rsum N (fun n => rsum K (fun i => pd (at2 y n i) (fun y' => L_of N K label w y' c) * pd (at2 a j l) (fun a' => y_of K a' n i))).
Proof.
  assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i))).
  { intros n ?.
    intros i ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0)).
  { intros n ?.
    sgn. }
  apply (chain2 (at2 a j l) N K (fun y' => L_of N K label w y' c) (fun a' => y_of K a')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂y_ni and ∂y_ni/∂a_jl *)
Lemma derivative_L_a_2_lemma :
  rsum N (fun n => rsum K (fun i => pd (at2 y n i) (fun y' => L_of N K label w y' c) * pd (at2 a j l) (fun a' => y_of K a' n i)))
  = rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun k => c k)) * y n i * delta n j * (delta i l - y n l)))).
Proof.
  rule (shared_1 j l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_a_3_sum_factor :
  rsum N (fun n => rsum K (fun i => - (label n i * w i / (y n i * rsum N (fun k => c k)) * y n i * delta n j * (delta i l - y n l))))
  = y j l * rsum K (fun i => label j i * w i) / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k).
Proof.
  rule (shared_2 j l).
Qed.

(* exchange the sums *)
Lemma derivative_L_a_4_sum_swap :
  y j l * rsum K (fun i => label j i * w i) / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)
  = y j l * c j / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k).
Proof.
  rule (shared_3 j l).
Qed.

(* factor *)
Lemma derivative_L_a_5_ring :
  y j l * c j / rsum N (fun k => c k) - label j l * w l / rsum N (fun k => c k)
  = (y j l * c j - label j l * w l) / rsum N (fun k => c k).
Proof.
  rule (shared_4 j l).
Qed.

Lemma derivative_L_a_needs_1 :
  (forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma derivative_L_a_needs_2 :
  (forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i)).
Proof.
  intros n ?.
  intros i ?.
  sgn.
Qed.

Theorem derivative_L_a :
  is_pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c)
  ((y j l * c j - label j l * w l) / rsum N (fun k => c k)).
Proof.
  pose proof derivative_L_a_needs_1.
  pose proof derivative_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_chain (eq_eq _ _ _ derivative_L_a_2_lemma (eq_eq _ _ _ derivative_L_a_3_sum_factor (eq_eq _ _ _ derivative_L_a_4_sum_swap derivative_L_a_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_a_outright : option (
  is_pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c)
  ((y j l * c j - label j l * w l) / rsum N (fun k => c k))).
Proof.
  attempt "derivative_L_a" from (gradient_outright l j) or Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.C (w i))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (n, i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (n, k)))))))))))) (Formula.C (rsum N (fun n => c n)))))).
Defined.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j l : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis l_in : (l < K)%nat.

(* put in ∂ℒ/∂a_jl *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c)
  = L_bar * ((y j l * c j - label j l * w l) / rsum N (fun k => c k)).
Proof.
  assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i))).
  { intros n ?.
    intros i ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0)).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_5 j l).
Qed.

(* rearrange *)
Lemma vjp_L_a_2_ring :
  L_bar * ((y j l * c j - label j l * w l) / rsum N (fun k => c k))
  = L_bar * (y j l * c j - label j l * w l) / rsum N (fun k => c k).
Proof.
  apply (eq_eq _ (L_bar * c j * y j l / rsum N (fun k => c k) - L_bar * label j l * w l / rsum N (fun k => c k)) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_L_a_needs_1 :
  (forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma vjp_L_a_needs_2 :
  (forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i)).
Proof.
  intros n ?.
  intros i ?.
  sgn.
Qed.

Theorem vjp_L_a :
  is_pd (at2 a j l) (fun a' => L_bar * L_of N K label w (y_of K a') c)
  (L_bar * (y j l * c j - label j l * w l) / rsum N (fun k => c k)).
Proof.
  pose proof vjp_L_a_needs_1.
  pose proof vjp_L_a_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_a_1_lemma vjp_L_a_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_a_outright : option (
  is_pd (at2 a j l) (fun a' => L_bar * L_of N K label w (y_of K a') c)
  (L_bar * (y j l * c j - label j l * w l) / rsum N (fun k => c k))).
Proof.
  attempt "vjp_L_a" times (gradient_outright l j) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.C (w i))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (n, i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (n, k)))))))))))) (Formula.C (rsum N (fun n => c n))))))).
Defined.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.

(* put in ∂ℒ/∂a_jl *)
Lemma jvp_L_a_1_lemma :
  rsum N (fun j => rsum K (fun l => pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c) * a_dot j l))
  = rsum N (fun j => rsum K (fun l => (y j l * c j - label j l * w l) / rsum N (fun k => c k) * a_dot j l)).
Proof.
  assert ((forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i))).
  { intros n ?.
    intros i ?.
    sgn. }
  assert ((forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_5 j l).
Qed.

(* factor; a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_L_a_2_sum_factor :
  rsum N (fun j => rsum K (fun l => (y j l * c j - label j l * w l) / rsum N (fun k => c k) * a_dot j l))
  = rsum K (fun l => rsum N (fun k => a_dot k l * (y k l * c k - label k l * w l))) / rsum N (fun k => c k).
Proof.
  apply (eq_eq _ (rsum N (fun j => - (rsum K (fun l => a_dot j l * label j l * w l) / rsum N (fun k => c k)) + rsum K (fun l => a_dot j l * y j l) * c j / rsum N (fun k => c k))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ (rsum K (fun l => a_dot j l * c j * y j l / rsum N (fun k => c k) - a_dot j l * label j l * w l / rsum N (fun k => c k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => a_dot j k * c j * y j k / rsum N (fun k' => c k') - a_dot j k * label j k * w k / rsum N (fun k' => c k'))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => a_dot j k * c j * y j k / rsum N (fun k' => c k')) + rsum K (fun k => - (a_dot j k * label j k * w k / rsum N (fun k' => c k')))) _).
    { rule (sum_add K (fun l => a_dot j l * c j * y j l / rsum N (fun k => c k)) (fun l => - (a_dot j l * label j l * w l / rsum N (fun k => c k))) (fun l => true)). }
    apply (eq_eq _ (rsum K (fun l => a_dot j l * c j * y j l / rsum N (fun k => c k)) + rsum K (fun l => - (a_dot j l * label j l * w l / rsum N (fun k => c k)))) _); [ same | ].
    apply (eq_eq _ (c j / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * y j l) - 1 / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * label j l * w l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun l => c j / rsum N (fun k => c k) * a_dot j l * y j l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => c j / rsum N (fun k' => c k') * a_dot j k * y j k)) _); [ same | ].
        apply (eq_eq _ (c j / rsum N (fun k => c k) * rsum K (fun k => a_dot j k * y j k)) _); [ | same ].
        rule_same (sum_factor K (c j / rsum N (fun k => c k)) (fun l => a_dot j l * y j l) (fun l => true)). }
      apply (eq_eq _ (rsum K (fun l => - (1 / rsum N (fun k => c k) * a_dot j l * label j l * w l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (1 / rsum N (fun k' => c k') * a_dot j k * label j k * w k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 1 / rsum N (fun k' => c k') * a_dot j k * label j k * w k)) _).
      { rule (sum_neg K (fun l => 1 / rsum N (fun k => c k) * a_dot j l * label j l * w l) (fun l => true)). }
      apply (eq_eq _ (- rsum K (fun l => 1 / rsum N (fun k => c k) * a_dot j l * label j l * w l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 1 / rsum N (fun k' => c k') * a_dot j k * label j k * w k)) _); [ same | ].
      apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum K (fun k => a_dot j k * label j k * w k)) _); [ | same ].
      rule_same (sum_factor K (1 / rsum N (fun k => c k)) (fun l => a_dot j l * label j l * w l) (fun l => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => - (rsum K (fun l => a_dot k l * label k l * w l) / rsum N (fun k' => c k')) + rsum K (fun l => a_dot k l * y k l) * c k / rsum N (fun k' => c k'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (rsum K (fun l => a_dot k l * label k l * w l) / rsum N (fun k' => c k'))) + rsum N (fun k => rsum K (fun l => a_dot k l * y k l) * c k / rsum N (fun k' => c k'))) _).
  { rule (sum_add N (fun j => - (rsum K (fun l => a_dot j l * label j l * w l) / rsum N (fun k => c k))) (fun j => rsum K (fun l => a_dot j l * y j l) * c j / rsum N (fun k => c k)) (fun j => true)). }
  apply (eq_eq _ (rsum N (fun j => - (rsum K (fun l => a_dot j l * label j l * w l) / rsum N (fun k => c k))) + rsum N (fun j => rsum K (fun l => a_dot j l * y j l) * c j / rsum N (fun k => c k))) _); [ same | ].
  apply (eq_eq _ (- (1 / rsum N (fun k => c k) * rsum K (fun l => rsum N (fun k => a_dot k l * label k l * w l))) + 1 / rsum N (fun k => c k) * rsum K (fun l => rsum N (fun k => a_dot k l * c k * y k l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun j => - (1 / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * label j l * w l)))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (1 / rsum N (fun k' => c k') * rsum K (fun l => a_dot k l * label k l * w l)))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 1 / rsum N (fun k' => c k') * rsum K (fun l => a_dot k l * label k l * w l))) _).
      { rule (sum_neg N (fun j => 1 / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * label j l * w l)) (fun j => true)). }
      apply (eq_eq _ (- rsum N (fun j => 1 / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * label j l * w l))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 1 / rsum N (fun k' => c k') * rsum K (fun l => a_dot k l * label k l * w l))) _); [ same | ].
      apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun k => rsum K (fun l => a_dot k l * label k l * w l))) _).
      { rule (sum_factor N (1 / rsum N (fun k => c k)) (fun j => rsum K (fun l => a_dot j l * label j l * w l)) (fun j => true)). }
      apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun j => rsum K (fun l => a_dot j l * label j l * w l))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l => a_dot k l * label k l * w l))) _); [ same | ].
      rule (sum_swap N K (fun j l => a_dot j l * label j l * w l)). }
    apply (eq_eq _ (rsum N (fun j => 1 / rsum N (fun k => c k) * rsum K (fun l => a_dot j l * y j l) * c j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / rsum N (fun k' => c k') * rsum K (fun l => a_dot k l * y k l) * c k)) _); [ same | ].
    apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun k => rsum K (fun l => a_dot k l * y k l) * c k)) _).
    { rule_same (sum_factor N (1 / rsum N (fun k => c k)) (fun j => rsum K (fun l => a_dot j l * y j l) * c j) (fun j => true)). }
    apply (eq_eq _ (1 / rsum N (fun k => c k) * rsum N (fun j => rsum K (fun l => a_dot j l * y j l) * c j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun j => c j * rsum K (fun l => a_dot j l * y j l))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun j => rsum K (fun k => c j * a_dot j k * y j k))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      apply (eq_eq _ (c j * rsum K (fun k => a_dot j k * y j k)) _); [ same | ].
      symmetry.
      rule_same (sum_factor K (c j) (fun l => a_dot j l * y j l) (fun l => true)). }
    apply (eq_eq _ (rsum N (fun j => rsum K (fun k => a_dot j k * c j * y j k))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l => a_dot k l * c k * y k l))) _); [ same | ].
    rule (sum_swap N K (fun j k => a_dot j k * c j * y j k)). }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => a_dot k l * c k * y k l)) / rsum N (fun k => c k) - rsum K (fun l => rsum N (fun k => a_dot k l * label k l * w l)) / rsum N (fun k => c k)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum K (fun l => rsum N (fun k => a_dot k l * c k * y k l)) + (-1) * rsum K (fun l => rsum N (fun k => a_dot k l * label k l * w l))) / rsum N (fun k => c k)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => a_dot k l * c k * y k l) - rsum N (fun k => a_dot k l * label k l) * w l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k => a_dot k l * c k * y k l - a_dot k l * label k l * w l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => a_dot k l * c k * y k l) + rsum N (fun k => - (a_dot k l * label k l * w l))) _).
      { rule (sum_add N (fun k => a_dot k l * c k * y k l) (fun k => - (a_dot k l * label k l * w l)) (fun k => true)). }
      apply (eq_eq _ (rsum N (fun k => a_dot k l * c k * y k l) - w l * rsum N (fun k => a_dot k l * label k l)) _).
      { refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum N (fun k => - (w l * a_dot k l * label k l))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum N (fun k => w l * a_dot k l * label k l)) _).
        { rule (sum_neg N (fun k => w l * a_dot k l * label k l) (fun k => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor N (w l) (fun k => a_dot k l * label k l) (fun k => true)). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => rsum N (fun m => a_dot m k * c m * y m k) - rsum N (fun m => a_dot m k * label m k) * w k)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum N (fun m => a_dot m k * c m * y m k)) + rsum K (fun k => - (rsum N (fun m => a_dot m k * label m k) * w k))) _).
    { rule (sum_add K (fun l => rsum N (fun k => a_dot k l * c k * y k l)) (fun l => - (rsum N (fun k => a_dot k l * label k l) * w l)) (fun l => true)). }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => a_dot k l * c k * y k l)) + rsum K (fun l => - (rsum N (fun k => a_dot k l * label k l) * w l))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum K (fun l => (-1) * rsum N (fun k => a_dot k l * label k l) * w l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => (-1) * rsum N (fun m => a_dot m k * label m k) * w k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum K (fun k => rsum N (fun m => a_dot m k * label m k) * w k)) _).
    { rule_same (sum_factor K (-1) (fun l => rsum N (fun k => a_dot k l * label k l) * w l) (fun l => true)). }
    apply (eq_eq _ ((-1) * rsum K (fun l => rsum N (fun k => a_dot k l * label k l) * w l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => a_dot k l * label k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * a_dot k l * label k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (w l) (fun k => a_dot k l * label k l) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma jvp_L_a_needs_1 :
  (forall n, (n < N)%nat -> rsum K (fun k => exp (a n k)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Lemma jvp_L_a_needs_2 :
  (forall n, (n < N)%nat -> (forall i, (i < K)%nat -> 0 < y n i)).
Proof.
  intros n ?.
  intros i ?.
  sgn.
Qed.

Theorem jvp_L_a :
  is_pd (at0 0) (fun t => L_of N K label w (y_of K (line2 a a_dot t)) c)
  (rsum K (fun l => rsum N (fun k => a_dot k l * (y k l * c k - label k l * w l))) / rsum N (fun k => c k)).
Proof.
  pose proof jvp_L_a_needs_1.
  pose proof jvp_L_a_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => rsum K (fun l => pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c) * a_dot j l))) _).
  { apply (eq_eq _ (rsum N (fun j => rsum K (fun l => pd (at2 a j l) (fun a' => L_of N K label w (y_of K a') c) * a_dot j l))) _).
    { refine (eq_trans (chain2_at (at0 0) N K a (fun a' => L_of N K label w (y_of K a') c) (fun t => (line2 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_a_1_lemma jvp_L_a_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_a_outright : option (
  is_pd (at0 0) (fun t => L_of N K label w (y_of K (line2 a a_dot t)) c)
  (rsum K (fun l => rsum N (fun k => a_dot k l * (y k l * c k - label k l * w l))) / rsum N (fun k => c k))).
Proof.
  attempt "jvp_L_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 a) (Formula.flat2 a_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.C (w i))) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (n, i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (n, k)))))))))))) (Formula.C (rsum N (fun n => c n)))))).
Defined.
End jvp_L_a.

(** * Derivative of L by w *)

Section derivative_L_w.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum N (fun n => c n) <> 0.

(* definition of ℒ *)
Lemma derivative_L_w_1_unfold :
  pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w'))
  = pd (at1 w j) (fun w' => - (rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n))).
Proof.
  reflexivity.
Qed.

(* quotient rule; differentiate under the sum; a constant factor stays in front; ∂w_l/∂w_j = δ_lj *)
Lemma derivative_L_w_2_diff_div :
  pd (at1 w j) (fun w' => - (rsum N (fun n => rsum K (fun i => label n i * w' i * ln (y n i))) / rsum N (fun n => c_of K label w' n)))
  = - ((rsum N (fun k => rsum K (fun l => label k l * ln (y k l) * delta l j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => rsum K (fun l => label k l * delta l j))) / rsum N (fun n => c n) ^ 2).
Proof.
  rule (shared_6 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_w_3_sum_delta :
  - ((rsum N (fun k => rsum K (fun l => label k l * ln (y k l) * delta l j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => rsum K (fun l => label k l * delta l j))) / rsum N (fun n => c n) ^ 2)
  = - ((rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j)) / rsum N (fun n => c n) ^ 2).
Proof.
  rule (shared_7 j).
Qed.

(* split the fraction *)
Lemma derivative_L_w_4_ring :
  - ((rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) - rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j)) / rsum N (fun n => c n) ^ 2)
  = - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2.
Proof.
  rule (shared_8 j).
Qed.

(* exchange the sums *)
Lemma derivative_L_w_5_sum_swap :
  - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum N (fun n => rsum K (fun i => label n i * w i * ln (y n i))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2
  = - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum K (fun l => rsum N (fun k => label k l * w l * ln (y k l))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2.
Proof.
  refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl)).
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => label k l * w l * ln (y k l)))) _); [ same | ].
  rule (sum_swap N K (fun n i => label n i * w i * ln (y n i))).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma derivative_L_w_6_sum_factor :
  - (rsum N (fun k => label k j * ln (y k j)) * rsum N (fun n => c n) / rsum N (fun n => c n) ^ 2) + rsum K (fun l => rsum N (fun k => label k l * w l * ln (y k l))) * rsum N (fun k => label k j) / rsum N (fun n => c n) ^ 2
  = - (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n).
Proof.
  rule (shared_10 j).
Qed.

(* factor *)
Lemma derivative_L_w_7_ring :
  - (L * rsum N (fun k => label k j) / rsum N (fun n => c n)) - rsum N (fun k => label k j * ln (y k j)) / rsum N (fun n => c n)
  = - (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)).
Proof.
  rule (shared_12 j).
Qed.

Theorem derivative_L_w :
  is_pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w'))
  (- (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_w_1_unfold (eq_eq _ _ _ derivative_L_w_2_diff_div (eq_eq _ _ _ derivative_L_w_3_sum_delta (eq_eq _ _ _ derivative_L_w_4_ring (eq_eq _ _ _ derivative_L_w_5_sum_swap (eq_eq _ _ _ derivative_L_w_6_sum_factor derivative_L_w_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_w_outright : option (
  is_pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w'))
  (- (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)))).
Proof.
  attempt "derivative_L_w" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.V (i))) (Formula.C (ln (y n i)))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label n i)) (Formula.V (i)))))))))).
Defined.
End derivative_L_w.

(** * VJP of L for w *)

Section vjp_L_w.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : rsum N (fun n => c n) <> 0.

(* put in ∂ℒ/∂w_j *)
Lemma vjp_L_w_1_lemma :
  L_bar * pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w'))
  = L_bar * (- (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n))).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 j).
Qed.

(* rearrange *)
Lemma vjp_L_w_2_ring :
  L_bar * (- (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)))
  = - (L_bar * rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)).
Proof.
  apply (eq_eq _ (L_bar * (- ((rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j)) / rsum N (fun n => c n)))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    rule (shared_11 j). }
  apply (eq_eq _ (- (rsum N (fun k => ln (y k j) * label k j) * L_bar / rsum N (fun n => c n)) - rsum N (fun k => label k j) * L * L_bar / rsum N (fun n => c n)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (L_bar * (rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j)) / rsum N (fun n => c n))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
    rule (shared_11 j). }
  fractions.
Qed.

Theorem vjp_L_w :
  is_pd (at1 w j) (fun w' => L_bar * L_of N K label w' y (c_of K label w'))
  (- (L_bar * rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n))).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_w_1_lemma vjp_L_w_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_w or else anew *)
Definition vjp_L_w_outright : option (
  is_pd (at1 w j) (fun w' => L_bar * L_of N K label w' y (c_of K label w'))
  (- (L_bar * rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n)))).
Proof.
  attempt "vjp_L_w" times (derivative_L_w_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.V (i))) (Formula.C (ln (y n i)))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label n i)) (Formula.V (i))))))))))).
Defined.
End vjp_L_w.

(** * JVP of L for w *)

Section jvp_L_w.
Hypothesis given1 : rsum N (fun n => c n) <> 0.

(* put in ∂ℒ/∂w_j *)
Lemma jvp_L_w_1_lemma :
  rsum K (fun j => pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w')) * w_dot j)
  = rsum K (fun j => - (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n) * w_dot j)).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n))) * w_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_w_2_sum_factor :
  rsum K (fun j => - (rsum N (fun k => label k j * (L + ln (y k j))) / rsum N (fun n => c n) * w_dot j))
  = - (rsum K (fun j => w_dot j * rsum N (fun k => label k j * (L + ln (y k j)))) / rsum N (fun n => c n)).
Proof.
  apply (eq_eq _ (rsum K (fun j => - (rsum N (fun k => ln (y k j) * label k j) * w_dot j / rsum N (fun n => c n)) - rsum N (fun k => label k j) * L * w_dot j / rsum N (fun n => c n))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ (- ((rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j)) / rsum N (fun n => c n) * w_dot j)) _).
    { refine (f_equal Ropp (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl)).
      rule (shared_11 j). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun l => ln (y l k) * label l k) * w_dot k / rsum N (fun n => c n)) - rsum N (fun l => label l k) * L * w_dot k / rsum N (fun n => c n))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun l => ln (y l k) * label l k) * w_dot k / rsum N (fun n => c n))) + rsum K (fun k => - (rsum N (fun l => label l k) * L * w_dot k / rsum N (fun n => c n)))) _).
  { rule (sum_add K (fun j => - (rsum N (fun k => ln (y k j) * label k j) * w_dot j / rsum N (fun n => c n))) (fun j => - (rsum N (fun k => label k j) * L * w_dot j / rsum N (fun n => c n))) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => - (rsum N (fun k => ln (y k j) * label k j) * w_dot j / rsum N (fun n => c n))) + rsum K (fun j => - (rsum N (fun k => label k j) * L * w_dot j / rsum N (fun n => c n)))) _); [ same | ].
  apply (eq_eq _ (- (1 / rsum N (fun n => c n) * rsum K (fun j => rsum N (fun k => ln (y k j) * label k j * w_dot j))) - L / rsum N (fun n => c n) * rsum K (fun j => rsum N (fun k => label k j * w_dot j))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => - (1 / rsum N (fun n => c n) * rsum N (fun k => ln (y k j) * label k j) * w_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (1 / rsum N (fun n => c n) * rsum N (fun l => ln (y l k) * label l k) * w_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 1 / rsum N (fun n => c n) * rsum N (fun l => ln (y l k) * label l k) * w_dot k)) _).
      { rule (sum_neg K (fun j => 1 / rsum N (fun n => c n) * rsum N (fun k => ln (y k j) * label k j) * w_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum K (fun j => 1 / rsum N (fun n => c n) * rsum N (fun k => ln (y k j) * label k j) * w_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 1 / rsum N (fun n => c n) * rsum N (fun l => ln (y l k) * label l k) * w_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / rsum N (fun n => c n) * rsum K (fun k => rsum N (fun l => ln (y l k) * label l k) * w_dot k)) _).
      { rule_same (sum_factor K (1 / rsum N (fun n => c n)) (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j) (fun j => true)). }
      apply (eq_eq _ (1 / rsum N (fun n => c n) * rsum K (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      rule shared_14. }
    apply (eq_eq _ (rsum K (fun j => - (L / rsum N (fun n => c n) * rsum N (fun k => label k j) * w_dot j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (L / rsum N (fun n => c n) * rsum N (fun l => label l k) * w_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => L / rsum N (fun n => c n) * rsum N (fun l => label l k) * w_dot k)) _).
    { rule (sum_neg K (fun j => L / rsum N (fun n => c n) * rsum N (fun k => label k j) * w_dot j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => L / rsum N (fun n => c n) * rsum N (fun k => label k j) * w_dot j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => L / rsum N (fun n => c n) * rsum N (fun l => label l k) * w_dot k)) _); [ same | ].
    apply (eq_eq _ (L / rsum N (fun n => c n) * rsum K (fun k => rsum N (fun l => label l k) * w_dot k)) _).
    { rule_same (sum_factor K (L / rsum N (fun n => c n)) (fun j => rsum N (fun k => label k j) * w_dot j) (fun j => true)). }
    apply (eq_eq _ (L / rsum N (fun n => c n) * rsum K (fun j => rsum N (fun k => label k j) * w_dot j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_15. }
  apply (eq_eq _ (- (rsum K (fun j => rsum N (fun k => ln (y k j) * label k j * w_dot j)) / rsum N (fun n => c n)) - rsum K (fun j => rsum N (fun k => label k j * w_dot j)) * L / rsum N (fun n => c n)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- ((rsum K (fun j => rsum N (fun k => ln (y k j) * label k j * w_dot j)) + L * rsum K (fun j => rsum N (fun k => label k j * w_dot j))) / rsum N (fun n => c n))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum K (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j + rsum N (fun k => label k j) * L * w_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      apply (eq_eq _ (w_dot j * (rsum N (fun k => ln (y k j) * label k j) + L * rsum N (fun k => label k j))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_11 j). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => rsum N (fun l => ln (y l k) * label l k) * w_dot k + rsum N (fun l => label l k) * L * w_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum N (fun l => ln (y l k) * label l k) * w_dot k) + rsum K (fun k => rsum N (fun l => label l k) * L * w_dot k)) _).
    { rule (sum_add K (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j) (fun j => rsum N (fun k => label k j) * L * w_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => rsum N (fun k => ln (y k j) * label k j) * w_dot j) + rsum K (fun j => rsum N (fun k => label k j) * L * w_dot j)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { rule shared_14. }
    apply (eq_eq _ (rsum K (fun j => L * rsum N (fun k => label k j) * w_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => L * rsum N (fun l => label l k) * w_dot k)) _); [ same | ].
    apply (eq_eq _ (L * rsum K (fun k => rsum N (fun l => label l k) * w_dot k)) _).
    { rule_same (sum_factor K L (fun j => rsum N (fun k => label k j) * w_dot j) (fun j => true)). }
    apply (eq_eq _ (L * rsum K (fun j => rsum N (fun k => label k j) * w_dot j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_15. }
  fractions.
Qed.

Theorem jvp_L_w :
  is_pd (at0 0) (fun t => L_of N K label (line1 w w_dot t) y (c_of K label (line1 w w_dot t)))
  (- (rsum K (fun j => w_dot j * rsum N (fun k => label k j * (L + ln (y k j)))) / rsum N (fun n => c n))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w')) * w_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 w j) (fun w' => L_of N K label w' y (c_of K label w')) * w_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K w (fun w' => L_of N K label w' y (c_of K label w')) (fun t => (line1 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_w_1_lemma jvp_L_w_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_w_outright : option (
  is_pd (at0 0) (fun t => L_of N K label (line1 w w_dot t) y (c_of K label (line1 w w_dot t)))
  (- (rsum K (fun j => w_dot j * rsum N (fun k => label k j * (L + ln (y k j)))) / rsum N (fun n => c n)))).
Proof.
  attempt "jvp_L_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 w) (Formula.flat1 w_dot) (Formula.Opp (Formula.Div (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.Mul (Formula.C (label n i)) (Formula.V (i))) (Formula.C (ln (y n i)))))))) (Formula.Sum N (fun n => (Formula.Sum K (fun i => (Formula.Mul (Formula.C (label n i)) (Formula.V (i)))))))))).
Defined.
End jvp_L_w.
End weighted_cross_entropy_theory.

(* the hypotheses of derivative_L_w can be met *)
Lemma derivative_L_w_possible :
  exists (K : nat) (N : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum N (fun n => c_of K label w n) <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_w can be met *)
Lemma vjp_L_w_possible :
  exists (K : nat) (N : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum N (fun n => c_of K label w n) <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_w can be met *)
Lemma jvp_L_w_possible :
  exists (K : nat) (N : nat) (label : nat -> nat -> R) (w : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum N (fun n => c_of K label w n) <> 0).
Proof.
  exists 2%nat, 2%nat, (fun i0 i1 => 1), (fun i0 => 1).
  witness.
Qed.
