(* made by derive, do not edit *)
(* Scaled dot-product attention

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition c_of (D' : nat) (q : nat -> nat -> R) (k : nat -> nat -> R) (n m : nat) : R :=
  rsum D' (fun d => q n d * k m d) / sqrt (INR D').
#[local] Hint Unfold c_of : definitions.
Definition p_of (M : nat) (c : nat -> nat -> R) (n m : nat) : R :=
  exp (c n m) / rsum M (fun l => exp (c n l)).
#[local] Hint Unfold p_of : definitions.
Definition y_of (M : nat) (p : nat -> nat -> R) (v : nat -> nat -> R) (n e : nat) : R :=
  rsum M (fun m => p n m * v m e).
#[local] Hint Unfold y_of : definitions.

Section attention_theory.
Variables (D' M N E : nat).
Variables (k q v v_dot y_bar k_dot q_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Hypothesis E_positive : (0 < E)%nat.
Local Notation c := (c_of D' q k).
Local Notation p := (p_of M c).
Local Notation y := (y_of M p v).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < M)%nat ->
  (l < E)%nat ->
  pd (at2 v k' l) (fun v' => rsum M (fun m => p i m * v' m j)) = rsum M (fun m => p i m * delta m k' * delta j l).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (pd (at2 v k' l) (fun v' => rsum M (fun k'' => p i k'' * v' k'' j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m => pd (at2 v k' l) (fun v' => p i m * v' m j))) _).
  { rule_same (diff_sum (at2 v k' l) M (fun k'' v' => p i k'' * v' k'' j) (fun k'' => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (pd (at2 v k' l) (fun v' => p i m * v' m j)) _).
  { reflexivity. }
  apply (eq_eq _ (p i m * pd (at2 v k' l) (fun v' => v' m j)) _).
  { assert (pd (at2 v k' l) (fun v' => p i m) = 0).
    { apply constant. }
    rule (diff_scale (at2 v k' l) (fun v' => p i m) (fun v' => v' m j)). }
  apply (eq_eq _ (p i m * (delta m k' * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

Lemma shared_2 :
  forall i k' j l : nat,
  (i < N)%nat ->
  (k' < M)%nat ->
  (j < E)%nat ->
  (l < E)%nat ->
  rsum M (fun m => p i m * delta m k' * delta j l) = p i k' * delta j l.
Proof.
  intros i k' j l ? ? ? ?.
  apply (eq_eq _ (rsum M (fun m => delta m k' * p i m * delta j l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => p i m * delta j l) k').
Qed.

Lemma shared_3 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < N)%nat ->
  (l < M)%nat ->
  pd (at2 p k' l) (fun p' => y_of M p' v i j) = v l j * delta i k'.
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (pd (at2 p k' l) (fun p' => rsum M (fun m => p' i m * v m j))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 p k' l) (fun p' => rsum M (fun k'' => p' i k'' * v k'' j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m => pd (at2 p k' l) (fun p' => p' i m * v m j))) _).
  { rule_same (diff_sum (at2 p k' l) M (fun k'' p' => p' i k'' * v k'' j) (fun k'' => true)). }
  apply (eq_eq _ (rsum M (fun m => v m j * delta i k' * delta m l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 p k' l) (fun p' => v m j * p' i m)) _).
    { apply pd_ext.
      intros p'; cbv beta.
      arith. }
    apply (eq_eq _ (v m j * pd (at2 p k' l) (fun p' => p' i m)) _).
    { assert (pd (at2 p k' l) (fun p' => v m j) = 0).
      { apply constant. }
      rule (diff_scale (at2 p k' l) (fun p' => v m j) (fun p' => p' i m)). }
    apply (eq_eq _ (v m j * (delta i k' * delta m l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum M (fun m => delta m l * v m j * delta i k')) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => v m j * delta i k') l).
Qed.

Lemma shared_4 :
  forall i k' : nat,
  (i < N)%nat ->
  (k' < M)%nat ->
  exp (c i k') = exp (rsum D' (fun d => k k' d * q i d) / sqrt (INR D')).
Proof.
  intros i k' ? ?.
  refine (f_equal exp _).
  apply (eq_eq _ (rsum D' (fun d => q i d * k k' d) / sqrt (INR D')) _).
  { reflexivity. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros d ?; cbv beta.
  arith.
Qed.

Lemma shared_5 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < M)%nat ->
  pd (at2 c k' l) (fun c' => p_of M c' i j) = p i j * delta i k' * (delta j l - p i l).
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (pd (at2 c k' l) (fun c' => exp (c' i j) / rsum M (fun m => exp (c' i m)))) _).
  { assert (rsum M (fun l' => exp (c i l')) <> 0).
    { sgn. }
    apply (eq_eq _ (pd (at2 c k' l) (fun c' => exp (c' i j) / rsum M (fun l' => exp (c' i l')))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ ((pd (at2 c k' l) (fun c' => exp (c' i j)) * rsum M (fun m => exp (c i m)) - exp (c i j) * pd (at2 c k' l) (fun c' => rsum M (fun m => exp (c' i m)))) / rsum M (fun m => exp (c i m)) ^ 2) _).
  { assert (rsum M (fun m => exp (c i m)) <> 0).
    { sgn. }
    rule (diff_div (at2 c k' l) (fun c' => exp (c' i j)) (fun c' => rsum M (fun m => exp (c' i m)))). }
  apply (eq_eq _ ((exp (c i j) * delta i k' * delta j l * rsum M (fun m => exp (c i m)) - exp (c i j) * rsum M (fun m => exp (c i m) * delta i k' * delta m l)) / rsum M (fun m => exp (c i m)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (c i j) * delta i k' * delta j l) * rsum M (fun m => exp (c i m))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (c i j) * pd (at2 c k' l) (fun c' => c' i j)) _).
      { rule (diff_exp (at2 c k' l) (fun c' => c' i j)). }
      apply (eq_eq _ (exp (c i j) * (delta i k' * delta j l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (pd (at2 c k' l) (fun c' => rsum M (fun k'' => exp (c' i k'')))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at2 c k' l) (fun c' => exp (c' i m)))) _).
    { rule_same (diff_sum (at2 c k' l) M (fun k'' c' => exp (c' i k'')) (fun k'' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (exp (c i m) * pd (at2 c k' l) (fun c' => c' i m)) _).
    { rule (diff_exp (at2 c k' l) (fun c' => c' i m)). }
    apply (eq_eq _ (exp (c i m) * (delta i k' * delta m l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ ((exp (c i j) * delta i k' * delta j l * rsum M (fun m => exp (c i m)) - exp (c i j) * exp (c i l) * delta i k') / rsum M (fun m => exp (c i m)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ (exp (c i j) * (exp (c i l) * delta i k')) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun m => delta m l * exp (c i m) * delta i k')) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m => exp (c i m) * delta i k') l). }
  apply (eq_eq _ (exp (c i j) * delta i k' * delta j l * rsum M (fun m => exp (c i m)) / rsum M (fun m => exp (c i m)) ^ 2 - exp (c i j) * exp (c i l) * delta i k' / rsum M (fun m => exp (c i m)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (p i j * delta i k' * delta j l - p i j * p i l * delta i k') _).
  { assert (rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) * delta i k' * delta j l * rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) / rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) * exp (rsum D' (fun d => k l d * q i d) / sqrt (INR D')) * delta i k' / rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) ^ 2) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) (f_equal (fun x => x ^ 2) _)))).
      { rule (shared_4 i j). }
      { apply rsum_ext; intros m ?; cbv beta.
        rule (shared_4 i m). }
      { apply rsum_ext; intros m ?; cbv beta.
        rule (shared_4 i m). }
      { rule (shared_4 i j). }
      { rule (shared_4 i l). }
      apply rsum_ext; intros m ?; cbv beta.
      rule (shared_4 i m). }
    apply (eq_eq _ (delta i k' * delta j l * exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) / rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) - delta i k' * exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) * exp (rsum D' (fun d => k l d * q i d) / sqrt (INR D')) / rsum M (fun m => exp (rsum D' (fun d => k m d * q i d) / sqrt (INR D'))) ^ 2) _).
    { cancel. }
    apply (eq_eq _ (delta i k' * delta j l * exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q i d) / sqrt (INR D'))) - delta i k' * exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) * exp (rsum D' (fun d => k l d * q i d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q i d) / sqrt (INR D'))) ^ 2) _); [ same | ].
    symmetry.
    apply (eq_eq _ (exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q i d) / sqrt (INR D'))) * delta i k' * delta j l - exp (rsum D' (fun d => k j d * q i d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q i d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k l d * q i d) / sqrt (INR D')) / rsum M (fun k'' => exp (rsum D' (fun d => k k'' d * q i d) / sqrt (INR D')))) * delta i k') _).
    { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl))).
      { apply (eq_eq _ (exp (c i j) / rsum M (fun l' => exp (c i l'))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ _).
        { rule (shared_4 i j). }
        apply rsum_ext; intros l' ?; cbv beta.
        rule (shared_4 i l'). }
      { apply (eq_eq _ (exp (c i j) / rsum M (fun l' => exp (c i l'))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ _).
        { rule (shared_4 i j). }
        apply rsum_ext; intros l' ?; cbv beta.
        rule (shared_4 i l'). }
      apply (eq_eq _ (exp (c i l) / rsum M (fun k'' => exp (c i k''))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv _ _).
      { rule (shared_4 i l). }
      apply rsum_ext; intros k'' ?; cbv beta.
      rule (shared_4 i k''). }
    fractions. }
  apply (eq_eq _ (delta i k' * delta j l * p i j - delta i k' * p i j * p i l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  forall n l : nat,
  (n < N)%nat ->
  (l < N)%nat ->
  delta n l ^ 2 = delta n l ^ 1.
Proof.
  intros n l ? ?.
  apply (eq_eq _ ((delta n l ^ 2) ^ 1) _).
  { arith. }
  refine (f_equal (fun x => x ^ 1) _).
  rule (delta_square n l).
Qed.

Lemma shared_7 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  p i j * delta i k' * k j l / sqrt (INR D') - p i j * delta i k' * rsum M (fun m => p i m * k m l) / sqrt (INR D') = - (delta i k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D')) + delta i k' * k j l * p i j / sqrt (INR D').
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (p i j * delta i k' * k j l / sqrt (INR D') - p i j * delta i k' * rsum M (fun m => k m l * p i m) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl))).
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_8 :
  forall n m k' l : nat,
  (n < N)%nat ->
  (m < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  p n m * delta n k' * (k m l - rsum M (fun r => p n r * k r l)) / sqrt (INR D') = p n m * delta n k' * (k m l - rsum M (fun r => k r l * p n r)) / sqrt (INR D').
Proof.
  intros n m k' l ? ? ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp _))) eq_refl).
  apply rsum_ext; intros r ?; cbv beta.
  arith.
Qed.

Lemma shared_9 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < M)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  pd (at2 q k' l) (fun q' => p_of M (c_of D' q' k) i j) = p i j * delta i k' * (k j l - rsum M (fun m => p i m * k m l)) / sqrt (INR D').
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => pd (at2 c n m) (fun c' => p_of M c' i j) * pd (at2 q k' l) (fun q' => c_of D' q' k n m)))) _).
  { assert (rsum M (fun l' => exp (c i l')) <> 0).
    { sgn. }
    apply (chain2 (at2 q k' l) N M (fun c' => p_of M c' i j) (fun q' => c_of D' q' k)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => p i j * delta i n * (delta j m - p i m) * (k m l * delta n k' / sqrt (INR D'))))) _).
  { assert (rsum M (fun l' => exp (c i l')) <> 0).
    { sgn. }
    apply rsum_ext; intros n ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ ((p i j * delta i n * (delta j m - p i m)) * (k m l * delta n k' / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_5 i j n m). }
    apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n d * k m d) / sqrt (INR D'))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n d * k m d))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n d * k m d))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n d * k m d))) _).
    { assert (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D')) = 0).
      { apply constant. }
      rule (diff_scale (at2 q k' l) (fun q' => 1 / sqrt (INR D')) (fun q' => rsum D' (fun d => q' n d * k m d))). }
    apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n d * k m d)) / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (rsum D' (fun m' => k m m' * delta n k' * delta m' l) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun k'' => q' n k'' * k m k''))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m' => pd (at2 q k' l) (fun q' => q' n m' * k m m'))) _).
      { rule_same (diff_sum (at2 q k' l) D' (fun k'' q' => q' n k'' * k m k'') (fun k'' => true)). }
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => k m m' * q' n m')) _).
      { apply pd_ext.
        intros q'; cbv beta.
        arith. }
      apply (eq_eq _ (k m m' * pd (at2 q k' l) (fun q' => q' n m')) _).
      { assert (pd (at2 q k' l) (fun q' => k m m') = 0).
        { apply constant. }
        rule (diff_scale (at2 q k' l) (fun q' => k m m') (fun q' => q' n m')). }
      apply (eq_eq _ (k m m' * (delta n k' * delta m' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun m' => delta m' l * k m m' * delta n k')) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m' => k m m' * delta n k') l). }
  apply (eq_eq _ (rsum N (fun n => - (delta i n * delta n k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D')) + delta i n * delta n k' * k j l * p i j / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta i n * delta j m * delta n k' * k m l * p i j / sqrt (INR D') - delta i n * delta n k' * k m l * p i j * p i m / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m => delta i n * delta j m * delta n k' * k m l * p i j / sqrt (INR D')) + rsum M (fun m => - (delta i n * delta n k' * k m l * p i j * p i m / sqrt (INR D')))) _).
    { rule (sum_add M (fun m => delta i n * delta j m * delta n k' * k m l * p i j / sqrt (INR D')) (fun m => - (delta i n * delta n k' * k m l * p i j * p i m / sqrt (INR D'))) (fun m => true)). }
    apply (eq_eq _ (delta i n * delta n k' * p i j / sqrt (INR D') * k j l - delta i n * delta n k' * p i j / sqrt (INR D') * rsum M (fun m => k m l * p i m)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta i n * delta n k' * p i j / sqrt (INR D') * delta j m * k m l)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta i n * delta n k' * p i j / sqrt (INR D') * rsum M (fun k'' => delta j k'' * k k'' l)) _).
        { rule_same (sum_factor M (delta i n * delta n k' * p i j / sqrt (INR D')) (fun m => delta j m * k m l) (fun m => true)). }
        apply (eq_eq _ (delta i n * delta n k' * p i j / sqrt (INR D') * rsum M (fun m => delta j m * k m l)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m => delta m j * k m l)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum M (fun k'' => delta k'' j * k k'' l)) _); [ same | ].
        rule (sum_delta M (fun m => k m l) j). }
      apply (eq_eq _ (rsum M (fun m => - (delta i n * delta n k' * p i j / sqrt (INR D') * k m l * p i m))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta i n * delta n k' * p i j / sqrt (INR D') * k m l * p i m)) _).
      { rule (sum_neg M (fun m => delta i n * delta n k' * p i j / sqrt (INR D') * k m l * p i m) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta i n * delta n k' * p i j / sqrt (INR D') * rsum M (fun k'' => k k'' l * p i k'')) _); [ | same ].
      rule_same (sum_factor M (delta i n * delta n k' * p i j / sqrt (INR D')) (fun m => k m l * p i m) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => - (delta i m * delta m k' * rsum M (fun m' => k m' l * p i m') * p i j / sqrt (INR D')) + delta i m * delta m k' * k j l * p i j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => - (delta i m * delta m k' * rsum M (fun m' => k m' l * p i m') * p i j / sqrt (INR D'))) + rsum N (fun m => delta i m * delta m k' * k j l * p i j / sqrt (INR D'))) _).
  { rule (sum_add N (fun n => - (delta i n * delta n k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D'))) (fun n => delta i n * delta n k' * k j l * p i j / sqrt (INR D')) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (delta i n * delta n k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D'))) + rsum N (fun n => delta i n * delta n k' * k j l * p i j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * delta i k') + k j l * p i j / sqrt (INR D') * delta i k') _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => - (rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * delta i n * delta n k'))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => - (rsum M (fun m' => k m' l * p i m') * p i j / sqrt (INR D') * delta i m * delta m k'))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m => rsum M (fun m' => k m' l * p i m') * p i j / sqrt (INR D') * delta i m * delta m k')) _).
      { rule (sum_neg N (fun n => rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * delta i n * delta n k') (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * delta i n * delta n k')) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m => rsum M (fun m' => k m' l * p i m') * p i j / sqrt (INR D') * delta i m * delta m k')) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * rsum N (fun l' => delta i l' * delta l' k')) _).
      { rule_same (sum_factor N (rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D')) (fun n => delta i n * delta n k') (fun n => true)). }
      apply (eq_eq _ (rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D') * rsum N (fun n => delta i n * delta n k')) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => delta n i * delta n k')) _).
      { apply rsum_ext; intros n ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun l' => delta l' i * delta l' k')) _); [ same | ].
      rule (sum_delta N (fun n => delta n k') i). }
    apply (eq_eq _ (rsum N (fun n => k j l * p i j / sqrt (INR D') * delta i n * delta n k')) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => k j l * p i j / sqrt (INR D') * delta i m * delta m k')) _); [ same | ].
    apply (eq_eq _ (k j l * p i j / sqrt (INR D') * rsum N (fun l' => delta i l' * delta l' k')) _).
    { rule_same (sum_factor N (k j l * p i j / sqrt (INR D')) (fun n => delta i n * delta n k') (fun n => true)). }
    apply (eq_eq _ (k j l * p i j / sqrt (INR D') * rsum N (fun n => delta i n * delta n k')) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => delta n i * delta n k')) _).
    { apply rsum_ext; intros n ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun l' => delta l' i * delta l' k')) _); [ same | ].
    rule (sum_delta N (fun n => delta n k') i). }
  apply (eq_eq _ (- (delta i k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D')) + delta i k' * k j l * p i j / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (p i j * delta i k' * k j l / sqrt (INR D') - p i j * delta i k' * rsum M (fun m => p i m * k m l) / sqrt (INR D')) _).
  { symmetry.
    rule (shared_7 i j k' l). }
  apply (eq_eq _ (- (delta i k' * rsum M (fun m => k m l * p i m) * p i j / sqrt (INR D')) + delta i k' * k j l * p i j / sqrt (INR D')) _).
  { rule (shared_7 i j k' l). }
  symmetry.
  apply (eq_eq _ (p i j * delta i k' * (k j l - rsum M (fun m => k m l * p i m)) / sqrt (INR D')) _).
  { rule_same (shared_8 i j k' l). }
  fractions.
Qed.

Lemma shared_10 :
  forall l i j : nat,
  (l < D')%nat ->
  (i < N)%nat ->
  (j < E)%nat ->
  rsum M (fun k' => k k' l * p i k' * v k' j - k k' l * p i k' * y i j) = rsum M (fun k' => k k' l * p i k' * v k' j) - y i j * rsum M (fun k' => k k' l * p i k').
Proof.
  intros l i j ? ? ?.
  apply (eq_eq _ (rsum M (fun k' => k k' l * p i k' * v k' j) + rsum M (fun k' => - (k k' l * p i k' * y i j))) _).
  { rule (sum_add M (fun k' => k k' l * p i k' * v k' j) (fun k' => - (k k' l * p i k' * y i j)) (fun k' => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum M (fun k' => - (y i j * k k' l * p i k'))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  apply (eq_eq _ (- rsum M (fun k' => y i j * k k' l * p i k')) _).
  { rule (sum_neg M (fun k' => y i j * k k' l * p i k') (fun k' => true)). }
  refine (f_equal Ropp _).
  rule_same (sum_factor M (y i j) (fun k' => k k' l * p i k') (fun k' => true)).
Qed.

Lemma shared_11 :
  forall d e n : nat,
  (d < D')%nat ->
  (e < E)%nat ->
  (n < N)%nat ->
  rsum M (fun m => k m d * (v m e - y n e) * p n m) / sqrt (INR D') = rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => k m d * p n m) * y n e / sqrt (INR D').
Proof.
  intros d e n ? ? ?.
  apply (eq_eq _ ((rsum M (fun m => k m d * p n m * v m e) - y n e * rsum M (fun m => k m d * p n m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e - k m d * p n m * y n e)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e - k k' d * p n k' * y n e)) _); [ same | ].
    rule_same (shared_10 d n e). }
  fractions.
Qed.

Lemma shared_12 :
  forall i j l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (l < D')%nat ->
  rsum M (fun k' => p i k' * (v k' j - y i j) * k k' l) = rsum M (fun k' => k k' l * p i k' * v k' j) - y i j * rsum M (fun k' => k k' l * p i k').
Proof.
  intros i j l ? ? ?.
  apply (eq_eq _ (rsum M (fun k' => k k' l * p i k' * v k' j - k k' l * p i k' * y i j)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  rule (shared_10 l i j).
Qed.

Lemma shared_13 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  rsum N (fun n => rsum M (fun m => pd (at2 p n m) (fun p' => y_of M p' v i j) * pd (at2 q k' l) (fun q' => p_of M (c_of D' q' k) n m))) = rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * delta n k' * (k m l - rsum M (fun r => p n r * k r l)) / sqrt (INR D')))).
Proof.
  intros i j k' l ? ? ? ?.
  assert ((forall n, (n < N)%nat -> rsum M (fun l' => exp (c n l')) <> 0)).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * delta n k' * (k m l - rsum M (fun m' => p n m' * k m' l)) / sqrt (INR D'))))) _); [ | same ].
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m j * delta i n) * (p n m * delta n k' * (k m l - rsum M (fun m' => p n m' * k m' l)) / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 i j n m). }
  rule (shared_9 n m k' l).
Qed.

Lemma shared_14 :
  forall i k' j l : nat,
  (i < N)%nat ->
  (k' < N)%nat ->
  (j < E)%nat ->
  (l < D')%nat ->
  delta i k' * rsum M (fun m => p i m * v m j * k m l) / sqrt (INR D') = delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D').
Proof.
  intros i k' j l ? ? ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
  apply rsum_ext; intros m ?; cbv beta.
  arith.
Qed.

Lemma shared_15 :
  forall j i k' l : nat,
  (j < E)%nat ->
  (i < N)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * delta n k' * (k m l - rsum M (fun r => p n r * k r l)) / sqrt (INR D')))) = delta i k' * rsum M (fun m => p i m * v m j * k m l) / sqrt (INR D') - y i j * delta i k' * rsum M (fun r => p i r * k r l) / sqrt (INR D').
Proof.
  intros j i k' l ? ? ? ?.
  apply (eq_eq _ (rsum N (fun n => delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j) / sqrt (INR D') - delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) * p n m * v m j / sqrt (INR D')) + delta i n * delta n k' * k m l * p n m * v m j / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m j * delta i n * (p n m * delta n k' * (k m l - rsum M (fun r => k r l * p n r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        rule (shared_8 n m k' l). }
      fractions. }
    apply (eq_eq _ (rsum M (fun m => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) * p n m * v m j / sqrt (INR D'))) + rsum M (fun m => delta i n * delta n k' * k m l * p n m * v m j / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) * p n m * v m j / sqrt (INR D'))) (fun m => delta i n * delta n k' * k m l * p n m * v m j / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (- (delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D') * rsum M (fun m => p n m * v m j)) + delta i n * delta n k' / sqrt (INR D') * rsum M (fun m => k m l * p n m * v m j)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D') * p n m * v m j))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D') * p n m * v m j)) _).
        { rule (sum_neg M (fun m => delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D') * p n m * v m j) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D') * rsum M (fun k'' => p n k'' * v k'' j)) _); [ | same ].
        rule_same (sum_factor M (delta i n * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D')) (fun m => p n m * v m j) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta i n * delta n k' / sqrt (INR D') * k m l * p n m * v m j)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (delta i n * delta n k' / sqrt (INR D') * rsum M (fun k'' => k k'' l * p n k'' * v k'' j)) _); [ | same ].
      rule_same (sum_factor M (delta i n * delta n k' / sqrt (INR D')) (fun m => k m l * p n m * v m j) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => delta i m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' j) / sqrt (INR D') - delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => delta i m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' j) / sqrt (INR D')) + rsum N (fun m => - (delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j) / sqrt (INR D')))) _).
  { rule (sum_add N (fun n => delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j) / sqrt (INR D')) (fun n => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j) / sqrt (INR D'))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j) / sqrt (INR D')) + rsum N (fun n => - (delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * delta i k' * rsum M (fun m => k m l * p i m * v m j) - 1 / sqrt (INR D') * delta i k' * rsum M (fun r => k r l * p i r) * rsum M (fun m => p i m * v m j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / sqrt (INR D') * delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta i m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' j))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta i m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' j))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j)) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta i n * delta n k' * rsum M (fun m => k m l * p n m * v m j))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (delta i k' * rsum M (fun m => k m l * p i m * v m j))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => delta n i * delta n k' * rsum M (fun m => k m l * p n m * v m j))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m i * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' j))) _); [ same | ].
      rule_same (sum_delta N (fun n => delta n k' * rsum M (fun m => k m l * p n m * v m j)) i). }
    apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j))) _).
    { rule (sum_neg N (fun n => 1 / sqrt (INR D') * delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j)) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta i m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j)) (fun n => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta i n * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (delta i k' * rsum M (fun r => k r l * p i r) * rsum M (fun m => p i m * v m j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => delta n i * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m i * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' j))) _); [ same | ].
    rule_same (sum_delta N (fun n => delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m j)) i). }
  apply (eq_eq _ (delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D') - delta i k' * rsum M (fun r => k r l * p i r) * rsum M (fun m => p i m * v m j) / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D') - rsum M (fun m => p i m * v m j) * delta i k' * rsum M (fun r => k r l * p i r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl))).
    { rule (shared_14 i k' j l). }
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_16 :
  forall i k' j l : nat,
  (i < N)%nat ->
  (k' < N)%nat ->
  (j < E)%nat ->
  (l < D')%nat ->
  delta i k' * rsum M (fun m => p i m * v m j * k m l) / sqrt (INR D') - y i j * delta i k' * rsum M (fun r => p i r * k r l) / sqrt (INR D') = delta i k' * rsum M (fun m => p i m * (v m j - y i j) * k m l) / sqrt (INR D').
Proof.
  intros i k' j l ? ? ? ?.
  apply (eq_eq _ (delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D') - y i j * delta i k' * rsum M (fun r => k r l * p i r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl))).
    { rule (shared_14 i k' j l). }
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D') - delta i k' * rsum M (fun r => k r l * p i r) * y i j / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (delta i k' * rsum M (fun m => k m l * p i m * v m j) / sqrt (INR D') - delta i k' * rsum M (fun m => k m l * p i m) * y i j / sqrt (INR D')) _); [ same | ].
  symmetry.
  apply (eq_eq _ (delta i k' * (rsum M (fun m => k m l * p i m * v m j) - y i j * rsum M (fun m => k m l * p i m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule_same (shared_12 i j l). }
  fractions.
Qed.

Lemma shared_17 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < N)%nat ->
  (l < D')%nat ->
  pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v i j) = delta i k' * rsum M (fun m => p i m * (v m j - y i j) * k m l) / sqrt (INR D').
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => pd (at2 p n m) (fun p' => y_of M p' v i j) * pd (at2 q k' l) (fun q' => p_of M (c_of D' q' k) n m)))) _).
  { assert ((forall n, (n < N)%nat -> rsum M (fun l' => exp (c n l')) <> 0)).
    { intros n ?.
      sgn. }
    assert (rsum M (fun l' => exp (c i l')) <> 0).
    { sgn. }
    apply (chain2 (at2 q k' l) N M (fun p' => y_of M p' v i j) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * delta n k' * (k m l - rsum M (fun r => p n r * k r l)) / sqrt (INR D'))))) _).
  { rule (shared_13 i j k' l). }
  apply (eq_eq _ (delta i k' * rsum M (fun m => p i m * v m j * k m l) / sqrt (INR D') - y i j * delta i k' * rsum M (fun r => p i r * k r l) / sqrt (INR D')) _).
  { rule (shared_15 j i k' l). }
  rule (shared_16 i k' j l).
Qed.

Lemma shared_18 :
  forall j i : nat,
  (j < D')%nat ->
  (i < N)%nat ->
  rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e) = rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)).
Proof.
  intros j i ? ?.
  apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => k k' j * p i k' * v k' e))) _).
  { apply rsum_ext; intros e ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => y_bar i e * k k' j * p i k' * v k' e))) _).
  { apply rsum_ext; intros e ?; cbv beta.
    symmetry.
    rule_same (sum_factor M (y_bar i e) (fun k' => k k' j * p i k' * v k' e) (fun k' => true)). }
  apply rsum_ext; intros e ?; cbv beta.
  apply rsum_ext; intros k' ?; cbv beta.
  arith.
Qed.

Lemma shared_19 :
  forall i j : nat,
  (i < N)%nat ->
  (j < D')%nat ->
  rsum E (fun e => y_bar i e * rsum M (fun l => v l e * p i l * k l j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun m => p i m * k m j) / sqrt (INR D') = - (rsum E (fun e => y i e * y_bar i e) * rsum M (fun m => k m j * p i m) / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D').
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D') - rsum E (fun e => y i e * y_bar i e) * rsum M (fun m => k m j * p i m) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ _) eq_refl))).
    { apply (eq_eq _ (rsum E (fun e => rsum M (fun l => k l j * p i l * v l e) * y_bar i e)) _).
      { apply rsum_ext; intros e ?; cbv beta.
        apply (eq_eq _ (y_bar i e * rsum M (fun l => k l j * p i l * v l e)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros l ?; cbv beta.
          arith. }
        arith. }
      rule_same (shared_18 j i). }
    { apply rsum_ext; intros e ?; cbv beta.
      arith. }
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_20 :
  forall i j : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * v k' j) * q_dot i l) = rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l * v k' j)).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum D' (fun l => q_dot i l * rsum M (fun k' => k k' l * p i k' * v k' j))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot i l * k k' l * p i k' * v k' j))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor M (q_dot i l) (fun k' => k k' l * p i k' * v k' j) (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k' ?; cbv beta.
  arith.
Qed.

Lemma shared_21 :
  forall i : nat,
  (i < N)%nat ->
  rsum D' (fun l => rsum M (fun k' => k k' l * p i k') * q_dot i l) = rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum D' (fun l => q_dot i l * rsum M (fun k' => k k' l * p i k'))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot i l * k k' l * p i k'))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor M (q_dot i l) (fun k' => k k' l * p i k') (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k' ?; cbv beta.
  arith.
Qed.

Lemma shared_22 :
  forall i j : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  rsum D' (fun l => q_dot i l * rsum M (fun m => p i m * v m j * k m l)) / sqrt (INR D') - y i j * rsum D' (fun l => q_dot i l * rsum M (fun m => p i m * k m l)) / sqrt (INR D') = rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l * v k' j)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l)) * y i j / sqrt (INR D').
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l * v k' j)) / sqrt (INR D') - y i j * rsum D' (fun l => rsum M (fun k' => k k' l * p i k' * q_dot i l)) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    { apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => k m l * p i m * v m j) * q_dot i l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot i l * rsum M (fun m => k m l * p i m * v m j)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros m ?; cbv beta.
          arith. }
        arith. }
      rule_same (shared_20 i j). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => k m l * p i m) * q_dot i l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot i l * rsum M (fun m => k m l * p i m)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros m ?; cbv beta.
        arith. }
      arith. }
    rule_same (shared_21 i). }
  fractions.
Qed.

Lemma shared_23 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  rsum N (fun n => rsum M (fun m => pd (at2 p n m) (fun p' => y_of M p' v i j) * pd (at2 k k' l) (fun k'' => p_of M (c_of D' q k'') n m))) = rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * (delta m k' - p n k') * q n l / sqrt (INR D')))).
Proof.
  intros i j k' l ? ? ? ?.
  assert ((forall n, (n < N)%nat -> rsum M (fun l' => exp (c n l')) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m j * delta i n) * (p n m * (delta m k' - p n k') * q n l / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 i j n m). }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m' => pd (at2 c n' m') (fun c' => p_of M c' n m) * pd (at2 k k' l) (fun k'' => c_of D' q k'' n' m')))) _).
  { assert (rsum M (fun l' => exp (c n l')) <> 0).
    { sgn. }
    apply (chain2 (at2 k k' l) N M (fun c' => p_of M c' n m) (fun k'' => c_of D' q k'')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m' => p n m * delta n n' * (delta m m' - p n m') * (q n' l * delta m' k' / sqrt (INR D'))))) _).
  { assert (rsum M (fun l' => exp (c n l')) <> 0).
    { sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ ((p n m * delta n n' * (delta m m' - p n m')) * (q n' l * delta m' k' / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_5 n m n' m'). }
    apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n' d * k'' m' d) / sqrt (INR D'))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D') * rsum D' (fun d => q n' d * k'' m' d))) _).
    { apply pd_ext.
      intros k''; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D') * rsum D' (fun d => q n' d * k'' m' d))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n' d * k'' m' d))) _).
    { assert (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D')) = 0).
      { apply constant. }
      rule (diff_scale (at2 k k' l) (fun k'' => 1 / sqrt (INR D')) (fun k'' => rsum D' (fun d => q n' d * k'' m' d))). }
    apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n' d * k'' m' d)) / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (rsum D' (fun m'' => q n' m'' * delta m' k' * delta m'' l) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun k''' => q n' k''' * k'' m' k'''))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m'' => pd (at2 k k' l) (fun k'' => q n' m'' * k'' m' m''))) _).
      { rule_same (diff_sum (at2 k k' l) D' (fun k'' k''' => q n' k'' * k''' m' k'') (fun k'' => true)). }
      apply rsum_ext; intros m'' ?; cbv beta.
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => q n' m'' * k'' m' m'')) _).
      { reflexivity. }
      apply (eq_eq _ (q n' m'' * pd (at2 k k' l) (fun k'' => k'' m' m'')) _).
      { assert (pd (at2 k k' l) (fun k'' => q n' m'') = 0).
        { apply constant. }
        rule (diff_scale (at2 k k' l) (fun k'' => q n' m'') (fun k'' => k'' m' m'')). }
      apply (eq_eq _ (q n' m'' * (delta m' k' * delta m'' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun m'' => delta m'' l * q n' m'' * delta m' k')) _).
    { apply rsum_ext; intros m'' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m'' => q n' m'' * delta m' k') l). }
  apply (eq_eq _ (rsum N (fun n' => p n m * delta n n' * (delta m k' - p n k') * q n' l / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m' => delta m' k' * (p n m * delta n n' * (delta m m' - p n m') * q n' l / sqrt (INR D')))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      fractions. }
    rule_same (sum_delta M (fun m' => p n m * delta n n' * (delta m m' - p n m') * q n' l / sqrt (INR D')) k'). }
  apply (eq_eq _ (rsum N (fun n' => delta n' n * (p n m * (delta m k' - p n k') * q n' l / sqrt (INR D')))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun m' => delta m' n * (p n m * (delta m k' - p n k') * q m' l / sqrt (INR D')))) _); [ same | ].
  rule (sum_delta N (fun n' => p n m * (delta m k' - p n k') * q n' l / sqrt (INR D')) n).
Qed.

Lemma shared_24 :
  forall j i k' l : nat,
  (j < E)%nat ->
  (i < N)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * (delta m k' - p n k') * q n l / sqrt (INR D')))) = q i l * p i k' * v k' j / sqrt (INR D') - q i l * p i k' * y i j / sqrt (INR D').
Proof.
  intros j i k' l ? ? ? ?.
  apply (eq_eq _ (rsum N (fun n => - (delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l / sqrt (INR D')) + delta i n * p n k' * q n l * v k' j / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta i n * delta m k' * p n m * q n l * v m j / sqrt (INR D') - delta i n * p n k' * p n m * q n l * v m j / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m => delta i n * delta m k' * p n m * q n l * v m j / sqrt (INR D')) + rsum M (fun m => - (delta i n * p n k' * p n m * q n l * v m j / sqrt (INR D')))) _).
    { rule (sum_add M (fun m => delta i n * delta m k' * p n m * q n l * v m j / sqrt (INR D')) (fun m => - (delta i n * p n k' * p n m * q n l * v m j / sqrt (INR D'))) (fun m => true)). }
    apply (eq_eq _ (delta i n * q n l / sqrt (INR D') * p n k' * v k' j - delta i n * p n k' * q n l / sqrt (INR D') * rsum M (fun m => p n m * v m j)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta i n * q n l / sqrt (INR D') * delta m k' * p n m * v m j)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta i n * q n l / sqrt (INR D') * rsum M (fun l' => delta l' k' * p n l' * v l' j)) _).
        { rule_same (sum_factor M (delta i n * q n l / sqrt (INR D')) (fun m => delta m k' * p n m * v m j) (fun m => true)). }
        apply (eq_eq _ (delta i n * q n l / sqrt (INR D') * rsum M (fun m => delta m k' * p n m * v m j)) _); [ same | ].
        apply (eq_eq _ (delta i n * q n l / sqrt (INR D') * (p n k' * v k' j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun l' => delta l' k' * p n l' * v l' j)) _); [ same | ].
        rule_same (sum_delta M (fun m => p n m * v m j) k'). }
      apply (eq_eq _ (rsum M (fun m => - (delta i n * p n k' * q n l / sqrt (INR D') * p n m * v m j))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta i n * p n k' * q n l / sqrt (INR D') * p n m * v m j)) _).
      { rule (sum_neg M (fun m => delta i n * p n k' * q n l / sqrt (INR D') * p n m * v m j) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta i n * p n k' * q n l / sqrt (INR D') * rsum M (fun k'' => p n k'' * v k'' j)) _); [ | same ].
      rule_same (sum_factor M (delta i n * p n k' * q n l / sqrt (INR D')) (fun m => p n m * v m j) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => - (delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l / sqrt (INR D')) + delta i m * p m k' * q m l * v k' j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => - (delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l / sqrt (INR D'))) + rsum N (fun m => delta i m * p m k' * q m l * v k' j / sqrt (INR D'))) _).
  { rule (sum_add N (fun n => - (delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l / sqrt (INR D'))) (fun n => delta i n * p n k' * q n l * v k' j / sqrt (INR D')) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l / sqrt (INR D'))) + rsum N (fun n => delta i n * p n k' * q n l * v k' j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum M (fun m => p i m * v m j) * p i k' * q i l) + v k' j / sqrt (INR D') * p i k' * q i l) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l)) _).
      { rule (sum_neg N (fun n => 1 / sqrt (INR D') * delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l) (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta i m * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta i n * rsum M (fun m => p n m * v m j) * p n k' * q n l)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun m => p i m * v m j) * p i k' * q i l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => delta n i * rsum M (fun m => p n m * v m j) * p n k' * q n l)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m i * rsum M (fun k'' => p m k'' * v k'' j) * p m k' * q m l)) _); [ same | ].
      rule_same (sum_delta N (fun n => rsum M (fun m => p n m * v m j) * p n k' * q n l) i). }
    apply (eq_eq _ (rsum N (fun n => v k' j / sqrt (INR D') * delta i n * p n k' * q n l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => v k' j / sqrt (INR D') * delta i m * p m k' * q m l)) _); [ same | ].
    apply (eq_eq _ (v k' j / sqrt (INR D') * rsum N (fun m => delta i m * p m k' * q m l)) _).
    { rule_same (sum_factor N (v k' j / sqrt (INR D')) (fun n => delta i n * p n k' * q n l) (fun n => true)). }
    apply (eq_eq _ (v k' j / sqrt (INR D') * rsum N (fun n => delta i n * p n k' * q n l)) _); [ same | ].
    apply (eq_eq _ (v k' j / sqrt (INR D') * (p i k' * q i l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => delta n i * p n k' * q n l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m i * p m k' * q m l)) _); [ same | ].
    rule_same (sum_delta N (fun n => p n k' * q n l) i). }
  apply (eq_eq _ (- (rsum M (fun m => p i m * v m j) * p i k' * q i l / sqrt (INR D')) + p i k' * q i l * v k' j / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (q i l * p i k' * v k' j / sqrt (INR D') - q i l * p i k' * rsum M (fun m => p i m * v m j) / sqrt (INR D')) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_25 :
  forall i l k' j : nat,
  (i < N)%nat ->
  (l < D')%nat ->
  (k' < M)%nat ->
  (j < E)%nat ->
  q i l * p i k' * v k' j / sqrt (INR D') - q i l * p i k' * y i j / sqrt (INR D') = q i l * p i k' * (v k' j - y i j) / sqrt (INR D').
Proof.
  intros i l k' j ? ? ? ?.
  apply (eq_eq _ (p i k' * q i l * v k' j / sqrt (INR D') - p i k' * q i l * y i j / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_26 :
  forall i j k' l : nat,
  (i < N)%nat ->
  (j < E)%nat ->
  (k' < M)%nat ->
  (l < D')%nat ->
  pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v i j) = q i l * p i k' * (v k' j - y i j) / sqrt (INR D').
Proof.
  intros i j k' l ? ? ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => pd (at2 p n m) (fun p' => y_of M p' v i j) * pd (at2 k k' l) (fun k'' => p_of M (c_of D' q k'') n m)))) _).
  { assert ((forall n, (n < N)%nat -> rsum M (fun l' => exp (c n l')) <> 0)).
    { intros n ?.
      sgn. }
    assert (rsum M (fun l' => exp (c i l')) <> 0).
    { sgn. }
    apply (chain2 (at2 k k' l) N M (fun p' => y_of M p' v i j) (fun k'' => p_of M (c_of D' q k''))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum M (fun m => v m j * delta i n * (p n m * (delta m k' - p n k') * q n l / sqrt (INR D'))))) _).
  { rule (shared_23 i j k' l). }
  apply (eq_eq _ (q i l * p i k' * v k' j / sqrt (INR D') - q i l * p i k' * y i j / sqrt (INR D')) _).
  { rule (shared_24 j i k' l). }
  rule (shared_25 i l k' j).
Qed.

(** * sums-to-one *)

Section sums_to_one.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* definition of p_nm *)
Lemma sums_to_one_1_unfold :
  rsum M (fun m => p n m)
  = rsum M (fun m => exp (c n m) / rsum M (fun l => exp (c n l))).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum M (fun m => exp (c n m) / rsum M (fun l => exp (c n l)))
  = rsum M (fun m => exp (c n m)) / rsum M (fun l => exp (c n l)).
Proof.
  apply (eq_eq _ (rsum M (fun m => 1 / rsum M (fun l => exp (c n l)) * exp (c n m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k' => 1 / rsum M (fun l => exp (c n l)) * exp (c n k'))) _); [ same | ].
  apply (eq_eq _ (1 / rsum M (fun l => exp (c n l)) * rsum M (fun k' => exp (c n k'))) _).
  { rule (sum_factor M (1 / rsum M (fun l => exp (c n l))) (fun m => exp (c n m)) (fun m => true)). }
  apply (eq_eq _ (1 / rsum M (fun l => exp (c n l)) * rsum M (fun m => exp (c n m))) _); [ same | ].
  fractions.
Qed.

(* cancel Σ_m exp(c_nm) *)
Lemma sums_to_one_3_ring :
  rsum M (fun m => exp (c n m)) / rsum M (fun l => exp (c n l))
  = 1.
Proof.
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (1) _).
  { cancel. }
  reflexivity.
Qed.

Theorem sums_to_one :
  rsum M (fun m => p n m)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold (eq_eq _ _ _ sums_to_one_2_sum_factor sums_to_one_3_ring)).
Qed.
End sums_to_one.

(** * Derivative by the values *)

Section values.
Variables (e f m n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis f_in : (f < E)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_ne *)
Lemma values_1_unfold :
  pd (at2 v m f) (fun v' => y_of M p v' n e)
  = pd (at2 v m f) (fun v' => rsum M (fun l => p n l * v' l e)).
Proof.
  apply (eq_eq _ (pd (at2 v m f) (fun v' => rsum M (fun m' => p n m' * v' m' e))) _); [ | same ].
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂v_ke/∂v_mf = δ_km·δ_ef *)
Lemma values_2_diff_sum :
  pd (at2 v m f) (fun v' => rsum M (fun l => p n l * v' l e))
  = rsum M (fun l => p n l * delta l m * delta e f).
Proof.
  rule_same (shared_1 n e m f).
Qed.

(* the delta keeps one term of the sum *)
Lemma values_3_sum_delta :
  rsum M (fun l => p n l * delta l m * delta e f)
  = p n m * delta e f.
Proof.
  rule_same (shared_2 n m e f).
Qed.

Theorem values :
  is_pd (at2 v m f) (fun v' => y_of M p v' n e)
  (p n m * delta e f).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ values_1_unfold (eq_eq _ _ _ values_2_diff_sum values_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition values_outright : option (
  is_pd (at2 v m f) (fun v' => y_of M p v' n e)
  (p n m * delta e f)).
Proof.
  attempt "values" by Formula.outright (Formula.by_matrix (Formula.Sum M (fun m' => (Formula.Mul (Formula.C (p n m')) (Formula.V (m', e)))))).
Defined.
End values.

(** * Derivative by the scores *)

Section scores.
Variables (e m n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_kl *)
Lemma scores_1_chain :
  pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  = rsum N (fun r => rsum M (fun l => pd (at2 p r l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' r l))).
Proof.
  assert ((forall k', (k' < N)%nat -> rsum M (fun m' => exp (c k' m')) <> 0)).
  { intros k' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum M (fun l => pd (at2 p k' l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' k' l)))) _); [ | same ].
  apply (chain2 (at2 c n m) N M (fun p' => y_of M p' v n e) (fun c' => p_of M c')); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_rl and ∂p_rl/∂c_nm *)
Lemma scores_2_lemma :
  rsum N (fun r => rsum M (fun l => pd (at2 p r l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' r l)))
  = rsum N (fun r => rsum M (fun l => v l e * delta n r * p r l * delta r n * (delta l m - p r m))).
Proof.
  assert ((forall r, (r < N)%nat -> rsum M (fun k' => exp (c r k')) <> 0)).
  { intros r ?.
    sgn. }
  apply rsum_ext; intros r ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((v l e * delta n r) * (p r l * delta r n * (delta l m - p r m))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 n e r l). }
  rule (shared_5 r l n m).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma scores_3_sum_factor :
  rsum N (fun r => rsum M (fun l => v l e * delta n r * p r l * delta r n * (delta l m - p r m)))
  = v m e * p n m - y n e * p n m.
Proof.
  apply (eq_eq _ (rsum N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m) + delta n r * p r m * v m e)) _).
  { apply rsum_ext; intros r ?; cbv beta.
    apply (eq_eq _ (rsum M (fun l => delta l m * delta n r * p r l * v l e - delta n r * p r l * p r m * v l e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (delta l m * delta n r ^ 2 * p r l * v l e - delta n r ^ 2 * p r l * p r m * v l e) _).
      { arith. }
      apply (eq_eq _ (delta l m * delta n r ^ 1 * p r l * v l e - delta n r ^ 1 * p r l * p r m * v l e) _).
      { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl))).
        { rule (shared_6 n r). }
        rule (shared_6 n r). }
      arith. }
    apply (eq_eq _ (rsum M (fun k' => delta k' m * delta n r * p r k' * v k' e - delta n r * p r k' * p r m * v k' e)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => delta k' m * delta n r * p r k' * v k' e) + rsum M (fun k' => - (delta n r * p r k' * p r m * v k' e))) _).
    { rule (sum_add M (fun l => delta l m * delta n r * p r l * v l e) (fun l => - (delta n r * p r l * p r m * v l e)) (fun l => true)). }
    apply (eq_eq _ (rsum M (fun l => delta l m * delta n r * p r l * v l e) + rsum M (fun l => - (delta n r * p r l * p r m * v l e))) _); [ same | ].
    apply (eq_eq _ (delta n r * p r m * v m e - delta n r * p r m * rsum M (fun l => p r l * v l e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun l => delta n r * delta l m * p r l * v l e)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => delta n r * delta k' m * p r k' * v k' e)) _); [ same | ].
        apply (eq_eq _ (delta n r * rsum M (fun k' => delta k' m * p r k' * v k' e)) _).
        { rule_same (sum_factor M (delta n r) (fun l => delta l m * p r l * v l e) (fun l => true)). }
        apply (eq_eq _ (delta n r * rsum M (fun l => delta l m * p r l * v l e)) _); [ same | ].
        apply (eq_eq _ (delta n r * (p r m * v m e)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => delta k' m * p r k' * v k' e)) _); [ same | ].
        rule_same (sum_delta M (fun l => p r l * v l e) m). }
      apply (eq_eq _ (rsum M (fun l => - (delta n r * p r m * p r l * v l e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => - (delta n r * p r m * p r k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (- rsum M (fun k' => delta n r * p r m * p r k' * v k' e)) _).
      { rule (sum_neg M (fun l => delta n r * p r m * p r l * v l e) (fun l => true)). }
      apply (eq_eq _ (- rsum M (fun l => delta n r * p r m * p r l * v l e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum M (fun k' => delta n r * p r m * p r k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (delta n r * p r m * rsum M (fun k' => p r k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n r * p r m) (fun l => p r l * v l e) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k' => - (delta n k' * rsum M (fun l => p k' l * v l e) * p k' m) + delta n k' * p k' m * v m e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) + rsum N (fun k' => delta n k' * p k' m * v m e)) _).
  { rule (sum_add N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m)) (fun r => delta n r * p r m * v m e) (fun r => true)). }
  apply (eq_eq _ (rsum N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m)) + rsum N (fun r => delta n r * p r m * v m e)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum M (fun l => p n l * v l e) * p n m + v m e * p n m) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun r => (-1) * delta n r * rsum M (fun l => p r l * v l e) * p r m)) _).
      { apply rsum_ext; intros r ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => (-1) * delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k' => delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) _).
      { rule_same (sum_factor N (-1) (fun r => delta n r * rsum M (fun l => p r l * v l e) * p r m) (fun r => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun r => delta n r * rsum M (fun l => p r l * v l e) * p r m)) _); [ same | ].
      apply (eq_eq _ ((-1) * (rsum M (fun l => p n l * v l e) * p n m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun r => delta r n * rsum M (fun l => p r l * v l e) * p r m)) _).
      { apply rsum_ext; intros r ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun l => p k' l * v l e) * p k' m)) _); [ same | ].
      rule_same (sum_delta N (fun r => rsum M (fun l => p r l * v l e) * p r m) n). }
    apply (eq_eq _ (rsum N (fun r => v m e * delta n r * p r m)) _).
    { apply rsum_ext; intros r ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => v m e * delta n k' * p k' m)) _); [ same | ].
    apply (eq_eq _ (v m e * rsum N (fun k' => delta n k' * p k' m)) _).
    { rule_same (sum_factor N (v m e) (fun r => delta n r * p r m) (fun r => true)). }
    apply (eq_eq _ (v m e * rsum N (fun r => delta n r * p r m)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun r => delta r n * p r m)) _).
    { apply rsum_ext; intros r ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * p k' m)) _); [ same | ].
    rule (sum_delta N (fun r => p r m) n). }
  apply (eq_eq _ (- (rsum M (fun l => p n l * v l e) * p n m) + p n m * v m e) _).
  { arith. }
  apply (eq_eq _ (- (rsum M (fun m' => p n m' * v m' e) * p n m) + p n m * v m e) _); [ same | ].
  symmetry.
  apply (eq_eq _ (v m e * p n m - rsum M (fun m' => p n m' * v m' e) * p n m) _).
  { reflexivity. }
  arith.
Qed.

(* factor out p_nm *)
Lemma scores_4_ring :
  v m e * p n m - y n e * p n m
  = (v m e - y n e) * p n m.
Proof.
  apply (eq_eq _ (p n m * v m e - p n m * y n e) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* rearrange *)
Lemma scores_5_ring :
  (v m e - y n e) * p n m
  = p n m * (v m e - y n e).
Proof.
  apply (eq_eq _ (p n m * v m e - p n m * y n e) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma scores_needs_1 :
  rsum M (fun l => exp (c n l)) <> 0.
Proof.
  sgn.
Qed.

Theorem scores :
  is_pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  (p n m * (v m e - y n e)).
Proof.
  pose proof scores_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ scores_1_chain (eq_eq _ _ _ scores_2_lemma (eq_eq _ _ _ scores_3_sum_factor (eq_eq _ _ _ scores_4_ring scores_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition scores_outright : option (
  is_pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  (p n m * (v m e - y n e))).
Proof.
  attempt "scores" by Formula.outright (Formula.by_matrix (Formula.Sum M (fun m' => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (n, m'))) (Formula.Sum M (fun l => (Formula.Exp (Formula.V (n, l)))))) (Formula.C (v m' e)))))).
Defined.
End scores.

(** * Derivative by its own query *)

Section query.
Variables (d e n : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_km *)
Lemma query_1_chain :
  pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  = rsum N (fun l => rsum M (fun m => pd (at2 p l m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) l m))).
Proof.
  assert ((forall k', (k' < N)%nat -> rsum M (fun l => exp (c k' l)) <> 0)).
  { intros k' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum M (fun m => pd (at2 p k' m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) k' m)))) _); [ | same ].
  apply (chain2 (at2 q n d) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_lm and ∂p_lm/∂q_nd *)
Lemma query_2_lemma :
  rsum N (fun l => rsum M (fun m => pd (at2 p l m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) l m)))
  = rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => p l r * k r d)) / sqrt (INR D')))).
Proof.
  assert ((forall l, (l < N)%nat -> rsum M (fun k' => exp (c l k')) <> 0)).
  { intros l ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun m' => p l m' * k m' d)) / sqrt (INR D'))))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m e * delta n l) * (p l m * delta l n * (k m d - rsum M (fun m' => p l m' * k m' d)) / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_3 n e l m). }
  rule (shared_9 l m n d).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma query_3_sum_factor :
  rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => p l r * k r d)) / sqrt (INR D'))))
  = rsum M (fun m => k m d * v m e * p n m) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D') - delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D'))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l * k m d * p l m * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => k r d * p l r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        rule (shared_8 l m n d). }
      apply (eq_eq _ (- (delta n l ^ 2 * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l ^ 2 * k m d * p l m * v m e / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (- (delta n l ^ 1 * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l ^ 1 * k m d * p l m * v m e / sqrt (INR D')) _).
      { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl) eq_refl)) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl) eq_refl)).
        { rule (shared_6 n l). }
        rule (shared_6 n l). }
      fractions. }
    apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) * p l k' * v k' e / sqrt (INR D')) + delta n l * k k' d * p l k' * v k' e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) * p l k' * v k' e / sqrt (INR D'))) + rsum M (fun k' => delta n l * k k' d * p l k' * v k' e / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D'))) (fun m => delta n l * k m d * p l m * v m e / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D'))) + rsum M (fun m => delta n l * k m d * p l m * v m e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (- (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * rsum M (fun m => p l m * v m e)) + delta n l / sqrt (INR D') * rsum M (fun m => k m d * p l m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e)) _).
        { rule (sum_neg M (fun m => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e)) _); [ same | ].
        apply (eq_eq _ (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * rsum M (fun k' => p l k' * v k' e)) _); [ | same ].
        rule_same (sum_factor M (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D')) (fun m => p l m * v m e) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta n l / sqrt (INR D') * k m d * p l m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k' => delta n l / sqrt (INR D') * k k' d * p l k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (delta n l / sqrt (INR D') * rsum M (fun k' => k k' d * p l k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n l / sqrt (INR D')) (fun m => k m d * p l m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e) / sqrt (INR D') - delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e) / sqrt (INR D')) + rsum N (fun k' => - (delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e) / sqrt (INR D')))) _).
  { rule (sum_add N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D')) (fun l => - (delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D'))) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D')) + rsum N (fun l => - (delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun m => k m d * p n m * v m e) - 1 / sqrt (INR D') * rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun m => k m d * p l m * v m e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun m => k m d * p k' m * v m e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e)) (fun l => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => delta l n * rsum M (fun m => k m d * p l m * v m e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun m => k m d * p k' m * v m e))) _); [ same | ].
      rule (sum_delta N (fun l => rsum M (fun m => k m d * p l m * v m e)) n). }
    apply (eq_eq _ (rsum N (fun l => - (1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _).
    { rule (sum_neg N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) (fun l => true)). }
    apply (eq_eq _ (- rsum N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun l => delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) (fun l => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun l => delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun l => delta l n * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _); [ same | ].
    rule_same (sum_delta N (fun l => rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) n). }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => p n m * v m e) * rsum M (fun r => k r d * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  fractions.
Qed.

(* factor *)
Lemma query_4_ring :
  rsum M (fun m => k m d * v m e * p n m) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D')
  = rsum M (fun m => k m d * (v m e - y n e) * p n m) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun r => k r d * p n r) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => k m d * p n m) * y n e / sqrt (INR D')) _); [ same | ].
  symmetry.
  rule (shared_11 d e n).
Qed.

(* a constant factor goes in front of the sum *)
Lemma query_5_sum_factor :
  rsum M (fun m => k m d * (v m e - y n e) * p n m) / sqrt (INR D')
  = rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => k m d * p n m) * y n e / sqrt (INR D')) _).
  { rule (shared_11 d e n). }
  symmetry.
  apply (eq_eq _ ((rsum M (fun m => k m d * p n m * v m e) - y n e * rsum M (fun m => k m d * p n m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule_same (shared_12 n e d). }
  fractions.
Qed.

Lemma query_needs_1 :
  rsum M (fun l => exp (c n l)) <> 0.
Proof.
  sgn.
Qed.

Theorem query :
  is_pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D')).
Proof.
  pose proof query_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ query_1_chain (eq_eq _ _ _ query_2_lemma (eq_eq _ _ _ query_3_sum_factor (eq_eq _ _ _ query_4_ring query_5_sum_factor)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition query_outright : option (
  is_pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D'))).
Proof.
  attempt "query" by Formula.outright (Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (n, d')) (Formula.C (k m d'))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (n, d')) (Formula.C (k l d'))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e)))))).
Defined.
End query.

(** * Derivative of y by q *)

Section derivative_y_q.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < D')%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_nm *)
Lemma derivative_y_q_1_chain :
  pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  = rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) p' m))).
Proof.
  apply (eq_eq _ (pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) n' m)))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (chain2 (at2 q i j) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_nm and ∂p_nm/∂q_ij *)
Lemma derivative_y_q_2_lemma :
  rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) p' m)))
  = rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * delta p' i * (k m j - rsum M (fun r => p p' r * k r j)) / sqrt (INR D')))).
Proof.
  rule (shared_13 n e i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_y_q_3_sum_factor :
  rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * delta p' i * (k m j - rsum M (fun r => p p' r * k r j)) / sqrt (INR D'))))
  = delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D').
Proof.
  rule (shared_15 e n i j).
Qed.

(* factor; a constant factor goes in front of the sum *)
Lemma derivative_y_q_4_sum_factor :
  delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D')
  = delta n i * rsum M (fun m => p n m * (v m e - y n e) * k m j) / sqrt (INR D').
Proof.
  rule (shared_16 n i e j).
Qed.

Theorem derivative_y_q :
  is_pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (delta n i * rsum M (fun m => p n m * (v m e - y n e) * k m j) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_q_1_chain (eq_eq _ _ _ derivative_y_q_2_lemma (eq_eq _ _ _ derivative_y_q_3_sum_factor derivative_y_q_4_sum_factor))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_q_outright : option (
  is_pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (delta n i * rsum M (fun m => p n m * (v m e - y n e) * k m j) / sqrt (INR D'))).
Proof.
  attempt "derivative_y_q" by Formula.outright (Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k m d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k l d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e)))))).
Defined.
End derivative_y_q.

(** * VJP of y for q *)

Section vjp_y_q.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_ne/∂q_ij *)
Lemma vjp_y_q_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * (delta n i * rsum M (fun m => p n m * (v m e - y n e) * k m j) / sqrt (INR D')))).
Proof.
  assert ((forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_17 n e i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_q_2_sum_factor :
  rsum N (fun n => rsum E (fun e => y_bar n e * (delta n i * rsum M (fun m => p n m * (v m e - y n e) * k m j) / sqrt (INR D'))))
  = rsum E (fun e => y_bar i e * rsum M (fun l => v l e * p i l * k l j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun m => p i m * k m j) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m) / sqrt (INR D')) + delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D') - delta n i * rsum M (fun m => k m j * p n m) * y n e * y_bar n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros e ?; cbv beta.
      apply (eq_eq _ (y_bar n e * (delta n i * (rsum M (fun m => k m j * p n m * v m e) - y n e * rsum M (fun m => k m j * p n m)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
        rule_same (shared_12 n e j). }
      fractions. }
    apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m * v m k') * y_bar n k' / sqrt (INR D') - delta n i * rsum M (fun m => k m j * p n m) * y n k' * y_bar n k' / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m * v m k') * y_bar n k' / sqrt (INR D')) + rsum E (fun k' => - (delta n i * rsum M (fun m => k m j * p n m) * y n k' * y_bar n k' / sqrt (INR D')))) _).
    { rule (sum_add E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D')) (fun e => - (delta n i * rsum M (fun m => k m j * p n m) * y n e * y_bar n e / sqrt (INR D'))) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D')) + rsum E (fun e => - (delta n i * rsum M (fun m => k m j * p n m) * y n e * y_bar n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) - delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum E (fun e => delta n i / sqrt (INR D') * rsum M (fun m => k m j * p n m * v m e) * y_bar n e)) _).
        { apply rsum_ext; intros e ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum E (fun k' => delta n i / sqrt (INR D') * rsum M (fun m => k m j * p n m * v m k') * y_bar n k')) _); [ same | ].
        apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun k' => rsum M (fun m => k m j * p n m * v m k') * y_bar n k')) _).
        { rule_same (sum_factor E (delta n i / sqrt (INR D')) (fun e => rsum M (fun m => k m j * p n m * v m e) * y_bar n e) (fun e => true)). }
        apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun e => rsum M (fun m => k m j * p n m * v m e) * y_bar n e)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        rule_same (shared_18 j n). }
      apply (eq_eq _ (rsum E (fun e => - (delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n e * y_bar n e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum E (fun k' => - (delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n k' * y_bar n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n k' * y_bar n k')) _).
      { rule (sum_neg E (fun e => delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (- rsum E (fun e => delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n e * y_bar n e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * y n k' * y_bar n k')) _); [ same | ].
      apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D') * rsum E (fun k' => y n k' * y_bar n k')) _); [ | same ].
      rule_same (sum_factor E (delta n i * rsum M (fun m => k m j * p n m) / sqrt (INR D')) (fun e => y n e * y_bar n e) (fun e => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => - (delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m) / sqrt (INR D')) + delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m) / sqrt (INR D'))) + rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)) / sqrt (INR D'))) _).
  { rule (sum_add N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m) / sqrt (INR D'))) (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D')) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m) / sqrt (INR D'))) + rsum N (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum E (fun e => y i e * y_bar i e) * rsum M (fun m => k m j * p i m)) + 1 / sqrt (INR D') * rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m)))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m))) _).
      { rule (sum_neg N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m)) (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m)) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum E (fun e => y i e * y_bar i e) * rsum M (fun m => k m j * p i m))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k' => delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun m => k m j * p k' m))) _); [ same | ].
      rule_same (sum_delta N (fun n => rsum E (fun e => y n e * y_bar n e) * rsum M (fun m => k m j * p n m)) i). }
    apply (eq_eq _ (rsum N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e))) (fun n => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _); [ same | ].
    rule (sum_delta N (fun n => rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e))) i). }
  apply (eq_eq _ (- (rsum E (fun e => y i e * y_bar i e) * rsum M (fun m => k m j * p i m) / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => v k' e * p i k' * k k' j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun m => p i m * k m j) / sqrt (INR D')) _); [ | same ].
  symmetry.
  rule_same (shared_19 i j).
Qed.

(* factor *)
Lemma vjp_y_q_3_ring :
  rsum E (fun e => y_bar i e * rsum M (fun l => v l e * p i l * k l j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun m => p i m * k m j) / sqrt (INR D')
  = rsum E (fun e => y_bar i e * rsum M (fun l => (v l e - y i e) * p i l * k l j)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (- (rsum E (fun e => y i e * y_bar i e) * rsum M (fun k' => k k' j * p i k') / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D')) _).
  { rule_same (shared_19 i j). }
  apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => (v k' e - y i e) * p i k' * k k' j)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) - rsum M (fun k' => k k' j * p i k') * rsum E (fun e => y i e * y_bar i e)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e - rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) _).
    { apply rsum_ext; intros e ?; cbv beta.
      apply (eq_eq _ (y_bar i e * (rsum M (fun k' => k k' j * p i k' * v k' e) - y i e * rsum M (fun k' => k k' j * p i k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => k k' j * p i k' * v k' e - k k' j * p i k' * y i e)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        rule (shared_10 j i e). }
      arith. }
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun l => k l j * p i l * v l k') * y_bar i k' - rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun l => k l j * p i l * v l k') * y_bar i k') + rsum E (fun k' => - (rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k'))) _).
    { rule (sum_add E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e) (fun e => - (rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e) + rsum E (fun e => - (rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { rule (shared_18 j i). }
    apply (eq_eq _ (rsum E (fun k' => - (rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k'))) _); [ same | ].
    apply (eq_eq _ (- rsum E (fun k' => rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _).
    { rule (sum_neg E (fun e => rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e) (fun e => true)). }
    apply (eq_eq _ (- rsum E (fun e => rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => k k' j * p i k') * rsum E (fun k' => y i k' * y_bar i k')) _); [ | same ].
    rule_same (sum_factor E (rsum M (fun k' => k k' j * p i k')) (fun e => y i e * y_bar i e) (fun e => true)). }
  fractions.
Qed.

Lemma vjp_y_q_needs_1 :
  (forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_y_q :
  is_pd (at2 q i j) (fun q' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M (p_of M (c_of D' q' k)) v n e)))
  (rsum E (fun e => y_bar i e * rsum M (fun l => (v l e - y i e) * p i l * k l j)) / sqrt (INR D')).
Proof.
  pose proof vjp_y_q_needs_1.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_q_1_lemma (eq_eq _ _ _ vjp_y_q_2_sum_factor vjp_y_q_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_q_outright : option (
  is_pd (at2 q i j) (fun q' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M (p_of M (c_of D' q' k)) v n e)))
  (rsum E (fun e => y_bar i e * rsum M (fun l => (v l e - y i e) * p i l * k l j)) / sqrt (INR D'))).
Proof.
  attempt "vjp_y_q" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum E (fun e => (Formula.Mul (Formula.C (y_bar n e)) (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k m d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k l d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e))))))))))).
Defined.
End vjp_y_q.

(** * JVP of y for q *)

Section jvp_y_q.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂q_kl *)
Lemma jvp_y_q_1_lemma :
  rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))
  = rsum N (fun k' => rsum D' (fun l => delta n k' * rsum M (fun m => p n m * (v m e - y n e) * k m l) / sqrt (INR D') * q_dot k' l)).
Proof.
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum D' (fun l => delta n n' * rsum M (fun m => p n m * (v m e - y n e) * k m l) / sqrt (INR D') * q_dot n' l))) _); [ | same ].
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => delta n k' * rsum M (fun m => p n m * (v m e - y n e) * k m l) / sqrt (INR D') * q_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_17 n e k' l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_q_2_sum_factor :
  rsum N (fun k' => rsum D' (fun l => delta n k' * rsum M (fun m => p n m * (v m e - y n e) * k m l) / sqrt (INR D') * q_dot k' l))
  = rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum D' (fun l => delta n n' * rsum M (fun m => p n m * (v m e - y n e) * k m l) / sqrt (INR D') * q_dot n' l))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D')) _); [ | same ].
  apply (eq_eq _ (rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D') - delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D') - delta n n' * rsum M (fun m => k m l * p n m) * q_dot n' l * y n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (delta n n' * (rsum M (fun m => k m l * p n m * v m e) - y n e * rsum M (fun m => k m l * p n m)) / sqrt (INR D') * q_dot n' l) _).
      { refine (f_equal2 Rmult (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
        rule_same (shared_12 n e l). }
      fractions. }
    apply (eq_eq _ (rsum D' (fun k' => delta n n' * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k' / sqrt (INR D') - delta n n' * rsum M (fun m => k m k' * p n m) * q_dot n' k' * y n e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => delta n n' * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k' / sqrt (INR D')) + rsum D' (fun k' => - (delta n n' * rsum M (fun m => k m k' * p n m) * q_dot n' k' * y n e / sqrt (INR D')))) _).
    { rule (sum_add D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D')) (fun l => - (delta n n' * rsum M (fun m => k m l * p n m) * q_dot n' l * y n e / sqrt (INR D'))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D')) + rsum D' (fun l => - (delta n n' * rsum M (fun m => k m l * p n m) * q_dot n' l * y n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) - delta n n' * y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun l => delta n n' / sqrt (INR D') * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum D' (fun k' => delta n n' / sqrt (INR D') * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k')) _); [ same | ].
        apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k')) _).
        { rule_same (sum_factor D' (delta n n' / sqrt (INR D')) (fun l => rsum M (fun m => k m l * p n m * v m e) * q_dot n' l) (fun l => true)). }
        apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun l => rsum M (fun m => k m l * p n m * v m e) * q_dot n' l)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum D' (fun l => q_dot n' l * rsum M (fun m => k m l * p n m * v m e))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n' l * k k' l * p n k' * v k' e))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (q_dot n' l * rsum M (fun k' => k k' l * p n k' * v k' e)) _); [ same | ].
          symmetry.
          rule_same (sum_factor M (q_dot n' l) (fun m => k m l * p n m * v m e) (fun m => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => - (delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m l * p n m) * q_dot n' l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k' => - (delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m k' * p n m) * q_dot n' k'))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k' => delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m k' * p n m) * q_dot n' k')) _).
      { rule (sum_neg D' (fun l => delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m l * p n m) * q_dot n' l) (fun l => true)). }
      apply (eq_eq _ (- rsum D' (fun l => delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m l * p n m) * q_dot n' l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k' => delta n n' * y n e / sqrt (INR D') * rsum M (fun m => k m k' * p n m) * q_dot n' k')) _); [ same | ].
      apply (eq_eq _ (delta n n' * y n e / sqrt (INR D') * rsum D' (fun k' => rsum M (fun m => k m k' * p n m) * q_dot n' k')) _).
      { rule_same (sum_factor D' (delta n n' * y n e / sqrt (INR D')) (fun l => rsum M (fun m => k m l * p n m) * q_dot n' l) (fun l => true)). }
      apply (eq_eq _ (delta n n' * y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun m => k m l * p n m) * q_dot n' l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum D' (fun l => q_dot n' l * rsum M (fun m => k m l * p n m))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n' l * k k' l * p n k'))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot n' l * rsum M (fun k' => k k' l * p n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor M (q_dot n' l) (fun m => k m l * p n m) (fun m => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)) / sqrt (INR D') - delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)) * y n e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)) / sqrt (INR D')) + rsum N (fun k' => - (delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)) * y n e / sqrt (INR D')))) _).
  { rule (sum_add N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D')) (fun n' => - (delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D'))) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D')) + rsum N (fun n' => - (delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) - y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e))) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _); [ same | ].
      rule (sum_delta N (fun n' => rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e))) n). }
    apply (eq_eq _ (rsum N (fun n' => - (y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l))))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _).
    { rule (sum_neg N (fun n' => y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) (fun n' => true)). }
    apply (eq_eq _ (- rsum N (fun n' => y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _); [ same | ].
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _).
    { rule_same (sum_factor N (y n e / sqrt (INR D')) (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) (fun n' => true)). }
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _); [ same | ].
    rule (sum_delta N (fun n' => rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) n). }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * v k' e * k k' l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * k k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  rule_same (shared_22 n e).
Qed.

(* factor *)
Lemma jvp_y_q_3_ring :
  rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D')
  = rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * (v m e - y n e) * k m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) * y n e / sqrt (INR D')) _).
  { rule (shared_22 n e). }
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * (v k' e - y n e) * k k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) - y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l - rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot n l * (rsum M (fun k' => k k' l * p n k' * v k' e) - y n e * rsum M (fun k' => k k' l * p n k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule (shared_12 n e l). }
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n k' - rsum M (fun m => k m k' * p n m) * q_dot n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n k') + rsum D' (fun k' => - (rsum M (fun m => k m k' * p n m) * q_dot n k' * y n e))) _).
    { rule (sum_add D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l) (fun l => - (rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l) + rsum D' (fun l => - (rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { rule (shared_20 n e). }
    apply (eq_eq _ (rsum D' (fun l => - (y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (y n e * rsum M (fun m => k m k' * p n m) * q_dot n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k' => y n e * rsum M (fun m => k m k' * p n m) * q_dot n k')) _).
    { rule (sum_neg D' (fun l => y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l) (fun l => true)). }
    apply (eq_eq _ (- rsum D' (fun l => y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k' => y n e * rsum M (fun m => k m k' * p n m) * q_dot n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum D' (fun k' => rsum M (fun m => k m k' * p n m) * q_dot n k')) _).
    { rule_same (sum_factor D' (y n e) (fun l => rsum M (fun k' => k k' l * p n k') * q_dot n l) (fun l => true)). }
    apply (eq_eq _ (y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k') * q_dot n l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_21 n). }
  fractions.
Qed.

Theorem jvp_y_q :
  is_pd (at0 0) (fun t => y_of M (p_of M (c_of D' (line2 q q_dot t) k)) v n e)
  (rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * (v m e - y n e) * k m l)) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))) _).
  { apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))) _).
    { refine (eq_trans (chain2_at (at0 0) N D' q (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) (fun t => (line2 q q_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_q_1_lemma (eq_eq _ _ _ jvp_y_q_2_sum_factor jvp_y_q_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_q_outright : option (
  is_pd (at0 0) (fun t => y_of M (p_of M (c_of D' (line2 q q_dot t) k)) v n e)
  (rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * (v m e - y n e) * k m l)) / sqrt (INR D'))).
Proof.
  attempt "jvp_y_q" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 q) (Formula.flat2 q_dot) (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k m d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k l d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e)))))).
Defined.
End jvp_y_q.

(** * Derivative of y by k *)

Section derivative_y_k.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < D')%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_nm *)
Lemma derivative_y_k_1_chain :
  pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  = rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') p' m))).
Proof.
  apply (eq_eq _ (pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') n' m)))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (chain2 (at2 k i j) N M (fun p' => y_of M p' v n e) (fun k' => p_of M (c_of D' q k'))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_nm and ∂p_nm/∂k_ij *)
Lemma derivative_y_k_2_lemma :
  rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') p' m)))
  = rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * (delta m i - p p' i) * q p' j / sqrt (INR D')))).
Proof.
  rule (shared_23 n e i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_y_k_3_sum_factor :
  rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * (delta m i - p p' i) * q p' j / sqrt (INR D'))))
  = q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D').
Proof.
  rule (shared_24 e n i j).
Qed.

(* factor out q_nj *)
Lemma derivative_y_k_4_ring :
  q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D')
  = q n j * p n i * (v i e - y n e) / sqrt (INR D').
Proof.
  rule (shared_25 n j i e).
Qed.

Theorem derivative_y_k :
  is_pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  (q n j * p n i * (v i e - y n e) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_k_1_chain (eq_eq _ _ _ derivative_y_k_2_lemma (eq_eq _ _ _ derivative_y_k_3_sum_factor derivative_y_k_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_k_outright : option (
  is_pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  (q n j * p n i * (v i e - y n e) / sqrt (INR D'))).
Proof.
  attempt "derivative_y_k" by Formula.outright (Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (m, d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (l, d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e)))))).
Defined.
End derivative_y_k.

(** * VJP of y for k *)

Section vjp_y_k.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_ne/∂k_ij *)
Lemma vjp_y_k_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * (q n j * p n i * (v i e - y n e) / sqrt (INR D')))).
Proof.
  assert ((forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_26 n e i j).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_k_2_sum_factor :
  rsum N (fun n => rsum E (fun e => y_bar n e * (q n j * p n i * (v i e - y n e) / sqrt (INR D'))))
  = rsum E (fun l => rsum N (fun m => p m i * (v i l - y m l) * q m j * y_bar m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D') - rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D') - p n i * q n j * y n e * y_bar n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros e ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum E (fun k' => p n i * q n j * v i k' * y_bar n k' / sqrt (INR D') - p n i * q n j * y n k' * y_bar n k' / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => p n i * q n j * v i k' * y_bar n k' / sqrt (INR D')) + rsum E (fun k' => - (p n i * q n j * y n k' * y_bar n k' / sqrt (INR D')))) _).
    { rule (sum_add E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D')) (fun e => - (p n i * q n j * y n e * y_bar n e / sqrt (INR D'))) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D')) + rsum E (fun e => - (p n i * q n j * y n e * y_bar n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun e => v i e * y_bar n e) - p n i * q n j / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum E (fun e => p n i * q n j / sqrt (INR D') * v i e * y_bar n e)) _).
        { apply rsum_ext; intros e ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum E (fun k' => p n i * q n j / sqrt (INR D') * v i k' * y_bar n k')) _); [ same | ].
        apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun k' => v i k' * y_bar n k')) _); [ | same ].
        rule_same (sum_factor E (p n i * q n j / sqrt (INR D')) (fun e => v i e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (rsum E (fun e => - (p n i * q n j / sqrt (INR D') * y n e * y_bar n e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum E (fun k' => - (p n i * q n j / sqrt (INR D') * y n k' * y_bar n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum E (fun k' => p n i * q n j / sqrt (INR D') * y n k' * y_bar n k')) _).
      { rule (sum_neg E (fun e => p n i * q n j / sqrt (INR D') * y n e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (- rsum E (fun e => p n i * q n j / sqrt (INR D') * y n e * y_bar n e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum E (fun k' => p n i * q n j / sqrt (INR D') * y n k' * y_bar n k')) _); [ same | ].
      apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun k' => y n k' * y_bar n k')) _); [ | same ].
      rule_same (sum_factor E (p n i * q n j / sqrt (INR D')) (fun e => y n e * y_bar n e) (fun e => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j / sqrt (INR D') - rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j / sqrt (INR D')) + rsum N (fun k' => - (rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j / sqrt (INR D')))) _).
  { rule (sum_add N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D')) (fun n => - (rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D'))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D')) + rsum N (fun n => - (rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l)) - 1 / sqrt (INR D') * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / sqrt (INR D') * rsum E (fun e => v i e * y_bar n e) * p n i * q n j)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => p n i * q n j * rsum E (fun e => v i e * y_bar n e))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun n => rsum E (fun k' => p n i * q n j * v i k' * y_bar n k'))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (p n i * q n j * rsum E (fun k' => v i k' * y_bar n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor E (p n i * q n j) (fun e => v i e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (rsum N (fun k' => rsum E (fun l => p k' i * q k' j * v i l * y_bar k' l))) _); [ same | ].
      rule (sum_swap N E (fun n k' => p n i * q n j * v i k' * y_bar n k')). }
    apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _).
    { rule (sum_neg N (fun n => 1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => rsum E (fun e => y n e * y_bar n e) * p n i * q n j) (fun n => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => rsum E (fun e => y n e * y_bar n e) * p n i * q n j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => p n i * q n j * rsum E (fun e => y n e * y_bar n e))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun n => rsum E (fun k' => p n i * q n j * y n k' * y_bar n k'))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (p n i * q n j * rsum E (fun k' => y n k' * y_bar n k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor E (p n i * q n j) (fun e => y n e * y_bar n e) (fun e => true)). }
    apply (eq_eq _ (rsum N (fun k' => rsum E (fun l => p k' i * q k' j * y k' l * y_bar k' l))) _); [ same | ].
    rule (sum_swap N E (fun n k' => p n i * q n j * y n k' * y_bar n k')). }
  apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l)) / sqrt (INR D') - rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => p k' i * (v i l - y k' l) * q k' j * y_bar k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ (((-1) * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) + rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l) + rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l - p k' i * q k' j * y k' l * y_bar k' l)) _).
      { apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l) + rsum N (fun k' => - (p k' i * q k' j * y k' l * y_bar k' l))) _).
      { rule (sum_add N (fun k' => p k' i * q k' j * v i l * y_bar k' l) (fun k' => - (p k' i * q k' j * y k' l * y_bar k' l)) (fun k' => true)). }
      apply (eq_eq _ (v i l * rsum N (fun k' => p k' i * q k' j * y_bar k' l) + (-1) * rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum N (fun k' => v i l * p k' i * q k' j * y_bar k' l)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule_same (sum_factor N (v i l) (fun k' => p k' i * q k' j * y_bar k' l) (fun k' => true)). }
        apply (eq_eq _ (rsum N (fun k' => (-1) * p k' i * q k' j * y k' l * y_bar k' l)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        rule_same (sum_factor N (-1) (fun k' => p k' i * q k' j * y k' l * y_bar k' l) (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum E (fun k' => - rsum N (fun m => p m i * q m j * y m k' * y_bar m k') + rsum N (fun m => p m i * q m j * y_bar m k') * v i k')) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => - rsum N (fun m => p m i * q m j * y m k' * y_bar m k')) + rsum E (fun k' => rsum N (fun m => p m i * q m j * y_bar m k') * v i k')) _).
    { rule (sum_add E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) (fun l => rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l) (fun l => true)). }
    apply (eq_eq _ (rsum E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) + rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum E (fun l => (-1) * rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun k' => (-1) * rsum N (fun m => p m i * q m j * y m k' * y_bar m k'))) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum E (fun k' => rsum N (fun m => p m i * q m j * y m k' * y_bar m k'))) _); [ | same ].
      rule (sum_factor E (-1) (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) (fun l => true)). }
    apply (eq_eq _ (rsum E (fun l => v i l * rsum N (fun k' => p k' i * q k' j * y_bar k' l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => v i l * p k' i * q k' j * y_bar k' l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (v i l) (fun k' => p k' i * q k' j * y_bar k' l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma vjp_y_k_needs_1 :
  (forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_y_k :
  is_pd (at2 k i j) (fun k' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M (p_of M (c_of D' q k')) v n e)))
  (rsum E (fun l => rsum N (fun m => p m i * (v i l - y m l) * q m j * y_bar m l)) / sqrt (INR D')).
Proof.
  pose proof vjp_y_k_needs_1.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_k_1_lemma vjp_y_k_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_k_outright : option (
  is_pd (at2 k i j) (fun k' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M (p_of M (c_of D' q k')) v n e)))
  (rsum E (fun l => rsum N (fun m => p m i * (v i l - y m l) * q m j * y_bar m l)) / sqrt (INR D'))).
Proof.
  attempt "vjp_y_k" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum E (fun e => (Formula.Mul (Formula.C (y_bar n e)) (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (m, d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (l, d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e))))))))))).
Defined.
End vjp_y_k.

(** * JVP of y for k *)

Section jvp_y_k.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂k_kl *)
Lemma jvp_y_k_1_lemma :
  rsum M (fun k' => rsum D' (fun l => pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v n e) * k_dot k' l))
  = rsum M (fun m => rsum D' (fun l => q n l * p n m * (v m e - y n e) / sqrt (INR D') * k_dot m l)).
Proof.
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => q n l * p n k' * (v k' e - y n e) / sqrt (INR D') * k_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_26 n e k' l).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_k_2_sum_factor :
  rsum M (fun m => rsum D' (fun l => q n l * p n m * (v m e - y n e) / sqrt (INR D') * k_dot m l))
  = rsum D' (fun l => q n l * rsum M (fun m => p n m * (v m e - y n e) * k_dot m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D') - rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D'))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D') - k_dot m l * p n m * q n l * y n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e / sqrt (INR D') - k_dot m k' * p n m * q n k' * y n e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e / sqrt (INR D')) + rsum D' (fun k' => - (k_dot m k' * p n m * q n k' * y n e / sqrt (INR D')))) _).
    { rule (sum_add D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D')) (fun l => - (k_dot m l * p n m * q n l * y n e / sqrt (INR D'))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D')) + rsum D' (fun l => - (k_dot m l * p n m * q n l * y n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (p n m * v m e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) - p n m * y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun l => p n m * v m e / sqrt (INR D') * k_dot m l * q n l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum D' (fun k' => p n m * v m e / sqrt (INR D') * k_dot m k' * q n k')) _); [ same | ].
        apply (eq_eq _ (p n m * v m e / sqrt (INR D') * rsum D' (fun k' => k_dot m k' * q n k')) _); [ | same ].
        rule_same (sum_factor D' (p n m * v m e / sqrt (INR D')) (fun l => k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (rsum D' (fun l => - (p n m * y n e / sqrt (INR D') * k_dot m l * q n l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k' => - (p n m * y n e / sqrt (INR D') * k_dot m k' * q n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k' => p n m * y n e / sqrt (INR D') * k_dot m k' * q n k')) _).
      { rule (sum_neg D' (fun l => p n m * y n e / sqrt (INR D') * k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (- rsum D' (fun l => p n m * y n e / sqrt (INR D') * k_dot m l * q n l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k' => p n m * y n e / sqrt (INR D') * k_dot m k' * q n k')) _); [ same | ].
      apply (eq_eq _ (p n m * y n e / sqrt (INR D') * rsum D' (fun k' => k_dot m k' * q n k')) _); [ | same ].
      rule_same (sum_factor D' (p n m * y n e / sqrt (INR D')) (fun l => k_dot m l * q n l) (fun l => true)). }
    fractions. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e / sqrt (INR D') - rsum D' (fun l => k_dot k' l * q n l) * p n k' * y n e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e / sqrt (INR D')) + rsum M (fun k' => - (rsum D' (fun l => k_dot k' l * q n l) * p n k' * y n e / sqrt (INR D')))) _).
  { rule (sum_add M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D')) (fun m => - (rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D'))) (fun m => true)). }
  apply (eq_eq _ (rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D')) + rsum M (fun m => - (rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) - y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun m => 1 / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k' => 1 / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e)) _).
      { rule_same (sum_factor M (1 / sqrt (INR D')) (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e) (fun m => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun m => p n m * v m e * rsum D' (fun l => k_dot m l * q n l))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => p n m * v m e * k_dot m k' * q n k'))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (p n m * v m e * rsum D' (fun k' => k_dot m k' * q n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor D' (p n m * v m e) (fun l => k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * p n k' * q n l * v k' e))) _); [ same | ].
      rule (sum_swap M D' (fun m k' => k_dot m k' * p n m * q n k' * v m e)). }
    apply (eq_eq _ (rsum M (fun m => - (y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k' => - (y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k')) _).
    { rule (sum_neg M (fun m => y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k')) _); [ same | ].
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k')) _).
    { rule_same (sum_factor M (y n e / sqrt (INR D')) (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m) (fun m => true)). }
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun m => p n m * rsum D' (fun l => k_dot m l * q n l))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => p n m * k_dot m k' * q n k'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (p n m * rsum D' (fun k' => k_dot m k' * q n k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor D' (p n m) (fun l => k_dot m l * q n l) (fun l => true)). }
    apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k_dot m k' * p n m * q n k'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * p n k' * q n l))) _); [ same | ].
    rule (sum_swap M D' (fun m k' => k_dot m k' * p n m * q n k')). }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l)) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => p n k' * (v k' e - y n e) * k_dot k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) - y n e * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l - rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q n l * (rsum M (fun k' => k_dot k' l * p n k' * v k' e) - y n e * rsum M (fun k' => k_dot k' l * p n k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => k_dot k' l * p n k' * v k' e - k_dot k' l * p n k' * y n e)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => k_dot k' l * p n k' * v k' e) + rsum M (fun k' => - (k_dot k' l * p n k' * y n e))) _).
        { rule (sum_add M (fun k' => k_dot k' l * p n k' * v k' e) (fun k' => - (k_dot k' l * p n k' * y n e)) (fun k' => true)). }
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => - (y n e * k_dot k' l * p n k'))) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum M (fun k' => y n e * k_dot k' l * p n k')) _).
        { rule (sum_neg M (fun k' => y n e * k_dot k' l * p n k') (fun k' => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor M (y n e) (fun k' => k_dot k' l * p n k') (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m * v m e) * q n k' - rsum M (fun m => k_dot m k' * p n m) * q n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m * v m e) * q n k') + rsum D' (fun k' => - (rsum M (fun m => k_dot m k' * p n m) * q n k' * y n e))) _).
    { rule (sum_add D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l) (fun l => - (rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l) + rsum D' (fun l => - (rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => k_dot k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q n l * k_dot k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (q n l) (fun k' => k_dot k' l * p n k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => - (y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (y n e * rsum M (fun m => k_dot m k' * p n m) * q n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k' => y n e * rsum M (fun m => k_dot m k' * p n m) * q n k')) _).
    { rule (sum_neg D' (fun l => y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l) (fun l => true)). }
    apply (eq_eq _ (- rsum D' (fun l => y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k' => y n e * rsum M (fun m => k_dot m k' * p n m) * q n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m) * q n k')) _).
    { rule_same (sum_factor D' (y n e) (fun l => rsum M (fun k' => k_dot k' l * p n k') * q n l) (fun l => true)). }
    apply (eq_eq _ (y n e * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k') * q n l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => k_dot k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q n l * k_dot k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor M (q n l) (fun k' => k_dot k' l * p n k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem jvp_y_k :
  is_pd (at0 0) (fun t => y_of M (p_of M (c_of D' q (line2 k k_dot t))) v n e)
  (rsum D' (fun l => q n l * rsum M (fun m => p n m * (v m e - y n e) * k_dot m l)) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v n e) * k_dot k' l))) _).
  { apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v n e) * k_dot k' l))) _).
    { refine (eq_trans (chain2_at (at0 0) M D' k (fun k' => y_of M (p_of M (c_of D' q k')) v n e) (fun t => (line2 k k_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_k_1_lemma jvp_y_k_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_k_outright : option (
  is_pd (at0 0) (fun t => y_of M (p_of M (c_of D' q (line2 k k_dot t))) v n e)
  (rsum D' (fun l => q n l * rsum M (fun m => p n m * (v m e - y n e) * k_dot m l)) / sqrt (INR D'))).
Proof.
  attempt "jvp_y_k" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 k) (Formula.flat2 k_dot) (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (m, d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (l, d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e)))))).
Defined.
End jvp_y_k.

(** * Derivative of y by v *)

Section derivative_y_v.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_ne *)
Lemma derivative_y_v_1_unfold :
  pd (at2 v i j) (fun v' => y_of M p v' n e)
  = pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e)).
Proof.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂v_me/∂v_ij = δ_mi·δ_ej *)
Lemma derivative_y_v_2_diff_sum :
  pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e))
  = rsum M (fun m => p n m * delta m i * delta e j).
Proof.
  rule (shared_1 n e i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_v_3_sum_delta :
  rsum M (fun m => p n m * delta m i * delta e j)
  = p n i * delta e j.
Proof.
  rule (shared_2 n i e j).
Qed.

Theorem derivative_y_v :
  is_pd (at2 v i j) (fun v' => y_of M p v' n e)
  (p n i * delta e j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_v_1_unfold (eq_eq _ _ _ derivative_y_v_2_diff_sum derivative_y_v_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for values or else anew *)
Definition derivative_y_v_outright : option (
  is_pd (at2 v i j) (fun v' => y_of M p v' n e)
  (p n i * delta e j)).
Proof.
  attempt "derivative_y_v" as (values_outright e j i n) or Formula.outright (Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.C (p n m)) (Formula.V (m, e)))))).
Defined.
End derivative_y_v.

(** * VJP of y for v *)

Section vjp_y_v.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < E)%nat.

(* put in ∂y_ne/∂v_ij *)
Lemma vjp_y_v_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 v i j) (fun v' => y_of M p v' n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * p n i * delta e j)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  apply (eq_eq _ (y_bar n e * (p n i * delta e j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum M (fun m => p n m * delta m i * delta e j)) _).
  { rule (shared_1 n e i j). }
  rule (shared_2 n i e j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_v_2_sum_delta :
  rsum N (fun n => rsum E (fun e => y_bar n e * p n i * delta e j))
  = rsum N (fun n => y_bar n j * p n i).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum E (fun e => delta e j * y_bar n e * p n i)) _).
  { apply rsum_ext; intros e ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum E (fun k' => delta k' j * y_bar n k' * p n i)) _); [ same | ].
  rule_same (sum_delta E (fun e => y_bar n e * p n i) j).
Qed.

Theorem vjp_y_v :
  is_pd (at2 v i j) (fun v' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M p v' n e)))
  (rsum N (fun n => y_bar n j * p n i)).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 v i j) (fun v' => y_of M p v' n e)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_v_1_lemma vjp_y_v_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_v_outright : option (
  is_pd (at2 v i j) (fun v' => rsum N (fun n => rsum E (fun e => y_bar n e * y_of M p v' n e)))
  (rsum N (fun n => y_bar n j * p n i))).
Proof.
  attempt "vjp_y_v" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum N (fun n => (Formula.Sum E (fun e => (Formula.Mul (Formula.C (y_bar n e)) (Formula.Sum M (fun m => (Formula.Mul (Formula.C (p n m)) (Formula.V (m, e))))))))))).
Defined.
End vjp_y_v.

(** * JVP of y for v *)

Section jvp_y_v.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂v_kl *)
Lemma jvp_y_v_1_lemma :
  rsum M (fun k' => rsum E (fun l => pd (at2 v k' l) (fun v' => y_of M p v' n e) * v_dot k' l))
  = rsum M (fun m => rsum E (fun l => p n m * delta e l * v_dot m l)).
Proof.
  apply (eq_eq _ (rsum M (fun k' => rsum E (fun l => p n k' * delta e l * v_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((p n k' * delta e l) * v_dot k' l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 v k' l) (fun v' => rsum M (fun m => p n m * v' m e))) _).
  { reflexivity. }
  apply (eq_eq _ (rsum M (fun m => p n m * delta m k' * delta e l)) _).
  { rule (shared_1 n e k' l). }
  rule (shared_2 n k' e l).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_v_2_sum_delta :
  rsum M (fun m => rsum E (fun l => p n m * delta e l * v_dot m l))
  = rsum M (fun m => p n m * v_dot m e).
Proof.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (rsum E (fun l => delta l e * p n m * v_dot m l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum E (fun k' => delta k' e * p n m * v_dot m k')) _); [ same | ].
  rule_same (sum_delta E (fun l => p n m * v_dot m l) e).
Qed.

Theorem jvp_y_v :
  is_pd (at0 0) (fun t => y_of M p (line2 v v_dot t) n e)
  (rsum M (fun m => p n m * v_dot m e)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum M (fun k' => rsum E (fun l => pd (at2 v k' l) (fun v' => y_of M p v' n e) * v_dot k' l))) _).
  { apply (eq_eq _ (rsum M (fun k' => rsum E (fun l => pd (at2 v k' l) (fun v' => y_of M p v' n e) * v_dot k' l))) _).
    { refine (eq_trans (chain2_at (at0 0) M E v (fun v' => y_of M p v' n e) (fun t => (line2 v v_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_v_1_lemma jvp_y_v_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_v_outright : option (
  is_pd (at0 0) (fun t => y_of M p (line2 v v_dot t) n e)
  (rsum M (fun m => p n m * v_dot m e))).
Proof.
  attempt "jvp_y_v" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 v) (Formula.flat2 v_dot) (Formula.Sum M (fun m => (Formula.Mul (Formula.C (p n m)) (Formula.V (m, e)))))).
Defined.
End jvp_y_v.
End attention_theory.
