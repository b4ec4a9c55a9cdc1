(* What is known: one lemma for each rule of the tables in derive/rules, under the same name.

   Arguments come in the order in which the rule mentions them: what is differentiated by, dimensions, quantities,
   conditions, indices.  `_int`, `_inv` and `_real` are the cases of an exponent: a whole number, minus one, any other. *)
From Coq Require Import Reals Lra Lia Arith Bool FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives.
Open Scope R_scope.

(** * Functions *)

Lemma exp_add u v : exp (u + v) = exp u * exp v. Proof. apply exp_plus. Qed.
Lemma exp_neg u : exp (- u) = 1 / exp u. Proof. rewrite exp_Ropp; unfold Rdiv; ring. Qed.
Lemma exp_zero : exp 0 = 1. Proof. apply exp_0. Qed.
Lemma exp_times_int (n : nat) (c u : R) : INR n = c -> exp (c * u) = exp u ^ n.
Proof. intros <-. induction n; [simpl; rewrite Rmult_0_l; apply exp_0|]. rewrite S_INR, Rmult_plus_distr_r, exp_plus, IHn, Rmult_1_l; simpl; ring. Qed.
Lemma exp_times_inv (n : nat) (c u : R) : - INR n = c -> exp (c * u) = / exp u ^ n.
Proof. intros <-. replace (- INR n * u) with (- (INR n * u)) by ring. now rewrite exp_Ropp, (exp_times_int n (INR n)). Qed.
Lemma exp_times_real n u : exp (n * u) = Rpower (exp u) n. Proof. unfold Rpower; now rewrite ln_exp. Qed.
Lemma exp_log u : 0 < u -> exp (ln u) = u. Proof. apply exp_ln. Qed.
Lemma log_exp u : ln (exp u) = u. Proof. apply ln_exp. Qed.
Lemma log_one : ln 1 = 0. Proof. apply ln_1. Qed.
Lemma log_mul u v : 0 < u /\ 0 < v -> ln (u * v) = ln u + ln v. Proof. intros [H G]; now apply ln_mult. Qed.
Lemma log_div u v : 0 < u /\ 0 < v -> ln (u / v) = ln u - ln v.
Proof. intros [H G]. unfold Rdiv. rewrite ln_mult, ln_Rinv; auto with real. Qed.
Lemma log_pow_int (u : R) (n : nat) (c : R) : INR n = c -> 0 < u -> ln (u ^ n) = c * ln u.
Proof. intros <- H. induction n; [simpl; rewrite ln_1; ring|]. rewrite S_INR. simpl pow. rewrite ln_mult, IHn; auto using pow_lt. ring. Qed.
Lemma log_pow_inv (u : R) (n : nat) (c : R) : - INR n = c -> 0 < u -> ln (/ u ^ n) = c * ln u.
Proof. intros <- H. rewrite ln_Rinv, (log_pow_int u n (INR n)); auto using pow_lt. ring. Qed.
Lemma log_pow_real u n : 0 < u -> ln (Rpower u n) = n * ln u. Proof. intros _. unfold Rpower. apply ln_exp. Qed.
Lemma sqrt_square u : 0 <= u -> sqrt u ^ 2 = u. Proof. intro. simpl. rewrite Rmult_1_r. now apply sqrt_sqrt. Qed.
Lemma sqrt_of_square u : sqrt (u ^ 2) = Rabs u. Proof. replace (u ^ 2) with (Rsqr u) by (unfold Rsqr; ring). apply sqrt_Rsqr_abs. Qed.
Lemma sqrt_mul u v : 0 <= u /\ 0 <= v -> sqrt (u * v) = sqrt u * sqrt v. Proof. intros [H G]; now apply sqrt_mult. Qed.
Lemma sqrt_div u v : 0 <= u /\ 0 < v -> sqrt (u / v) = sqrt u / sqrt v. Proof. intros [H G]; now apply sqrt_div. Qed.
Lemma sqrt_pow u : 0 < u -> sqrt u = Rpower u (1 / 2). Proof. intro. replace (1 / 2) with (/ 2) by field. symmetry; now apply Rpower_sqrt. Qed.
Lemma pow_exp_int (u : R) (n : nat) (c : R) : INR n = c -> 0 < u -> u ^ n = exp (c * ln u).
Proof. intros <- H. rewrite (exp_times_int n (INR n)); auto. now rewrite exp_ln. Qed.
Lemma pow_exp_inv (u : R) (n : nat) (c : R) : - INR n = c -> 0 < u -> / u ^ n = exp (c * ln u).
Proof. intros <- H. rewrite (exp_times_inv n (- INR n)); auto. now rewrite exp_ln. Qed.
Lemma pow_exp_real u v : 0 < u -> Rpower u v = exp (v * ln u). Proof. reflexivity. Qed.
Lemma abs_square u : Rabs u ^ 2 = u ^ 2. Proof. apply pow2_abs. Qed.
Lemma abs_of_positive u : 0 <= u -> Rabs u = u. Proof. apply Rabs_pos_eq. Qed.
Lemma abs_of_negative u : u <= 0 -> Rabs u = - u. Proof. apply Rabs_left1. Qed.
Lemma sign_square u : u <> 0 -> signum u ^ 2 = 1.
Proof. intro. destruct (Rlt_dec 0 u); [rewrite signum_pos | rewrite signum_neg]; lra. Qed.
Lemma sign_abs u : signum u * Rabs u = u.
Proof. destruct (Rlt_dec 0 u); [rewrite signum_pos, Rabs_pos_eq; lra|]. destruct (Rlt_dec u 0); [rewrite signum_neg, Rabs_left; lra|].
  replace u with 0 by lra. rewrite Rabs_R0; ring. Qed.
Lemma sign_quotient u : signum u = u / Rabs u.
Proof. destruct (Req_EM_T u 0) as [->|N]; [rewrite signum_zero; unfold Rdiv; ring|].
  rewrite <- (sign_abs u) at 2. field. now apply Rabs_no_R0. Qed.
Lemma sign_of_positive u : 0 < u -> signum u = 1. Proof. apply signum_pos. Qed.
Lemma sign_of_negative u : u < 0 -> signum u = -1. Proof. apply signum_neg. Qed.
Lemma tan_quotient u : tan u = sin u / cos u. Proof. reflexivity. Qed.
Lemma sin_square u : sin u ^ 2 = 1 - cos u ^ 2. Proof. generalize (sin2_cos2 u); unfold Rsqr; intro; lra. Qed.
Lemma sinh_exp u : sinh u = (exp u - exp (- u)) / 2. Proof. reflexivity. Qed.
Lemma cosh_exp u : cosh u = (exp u + exp (- u)) / 2. Proof. reflexivity. Qed.
Lemma tanh_exp u : tanh u = (exp u - exp (- u)) / (exp u + exp (- u)). Proof. apply tanh_quotient. Qed.
Lemma sin_odd u : sin (- u) = - sin u. Proof. apply sin_neg. Qed.
Lemma cos_even u : cos (- u) = cos u. Proof. apply cos_neg. Qed.
Lemma atan_odd u : atan (- u) = - atan u. Proof. apply atan_opp. Qed.

Definition erf (x : R) : R := 2 / sqrt PI * RInt (fun t => exp (- t ^ 2)) 0 x.
Lemma gauss_continuous (t : R) : continuous (fun t : R => exp (- t ^ 2)) t.
Proof. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)). auto_derive. auto. Qed.
Lemma isd_erf x : is_derive erf x (2 * exp (- x ^ 2) / sqrt PI).
Proof.
  assert (C := gauss_continuous).
  assert (G : is_derive (RInt (fun t => exp (- t ^ 2)) 0) x (exp (- x ^ 2))).
  { apply (is_derive_RInt (V := R_NormedModule) (fun t : R => exp (- t ^ 2)) (RInt (fun t => exp (- t ^ 2)) 0) 0 x); [|apply C].
    apply filter_forall; intro y. apply (RInt_correct (V := R_CompleteNormedModule)).
    apply (ex_RInt_continuous (V := R_CompleteNormedModule)); intros; apply C. }
  apply (isd_eq _ _ (0 * RInt (fun t => exp (- t ^ 2)) 0 x + 2 / sqrt PI * exp (- x ^ 2))).
  - exact (isd_mult (fun _ => 2 / sqrt PI) (RInt (fun t => exp (- t ^ 2)) 0) x 0 (exp (- x ^ 2)) (isd_const _ _) G).
  - unfold Rdiv; ring. Qed.
Lemma erf_odd u : erf (- u) = - erf u.
Proof. unfold erf.
  assert (E : RInt (fun t => exp (- t ^ 2)) 0 (- u) = - RInt (fun t => exp (- t ^ 2)) 0 u).
  { assert (C : forall a b, ex_RInt (fun t : R => exp (- t ^ 2)) a b).
    { intros. apply (ex_RInt_continuous (V := R_CompleteNormedModule)); intros t _. apply gauss_continuous. }
    assert (L : is_RInt (fun t => exp (- t ^ 2)) (- 0) (- u) (RInt (fun t => exp (- t ^ 2)) 0 (- u))).
    { rewrite Ropp_0. apply (RInt_correct (V := R_CompleteNormedModule)), C. }
    apply (is_RInt_comp_opp (V := R_NormedModule)) in L.
    apply (is_RInt_unique (V := R_CompleteNormedModule)) in L. rewrite <- L.
    rewrite (RInt_ext (V := R_CompleteNormedModule) _ (fun t => opp (exp (- t ^ 2)))).
    - apply (RInt_opp (V := R_CompleteNormedModule)), C.
    - intros t _. unfold opp; simpl. f_equal. f_equal. ring. }
  rewrite E; ring. Qed.

Lemma max_if u v : Rmax u v = if leb v u then u else v.
Proof. destruct (leb v u) eqn:E; bools; [apply Rmax_left | apply Rmax_right]; lra. Qed.
Lemma min_if u v : Rmin u v = if leb u v then u else v.
Proof. destruct (leb u v) eqn:E; bools; [apply Rmin_left | apply Rmin_right]; lra. Qed.

(** * Branches *)

Ltac branches := repeat match goal with |- context [if ?b then _ else _] => destruct b eqn:? end; bools; try reflexivity; try ring; try lra; try (exfalso; nra); try congruence.
Lemma if_less (v w u z : R) : (if ltb v w then u else z) = (if leb w v then z else u). Proof. branches. Qed.
Lemma if_unequal (v w u z : R) : (if negb (eqb v w) then u else z) = (if eqb v w then z else u). Proof. branches. Qed.
Lemma if_scaled (a b u v n : R) : 0 < n -> (if leb a b then u else v) = (if leb (n * a) (n * b) then u else v). Proof. intro; branches. Qed.
Lemma if_moved (a b u v d : R) : d = b - a -> (if leb a b then u else v) = (if leb 0 d then u else v). Proof. intros ->; branches. Qed.
Lemma if_and (u v : R) (P Q : bool) : (if andb P Q then u else v) = (if P then (if Q then u else v) else v). Proof. now destruct P, Q. Qed.
Lemma if_indicator (u v : R) (P : bool) : (if P then u else v) = (if P then 1 else 0) * u + (1 - (if P then 1 else 0)) * v. Proof. branches. Qed.
Lemma indicator_square (P : bool) : (if P then 1 else 0) ^ 2 = (if P then 1 else 0). Proof. branches. Qed.
Lemma if_factor (c u v : R) (P : bool) : (if P then c * u else c * v) = c * (if P then u else v). Proof. branches. Qed.
Lemma if_same (u : R) (P : bool) : (if P then u else u) = u. Proof. branches. Qed.
Lemma if_true (u v : R) (P : bool) : P = true -> (if P then u else v) = u. Proof. now intros ->. Qed.
Lemma if_false (u v : R) (P : bool) : P = false -> (if P then u else v) = v. Proof. now intros ->. Qed.

(** * Derivatives *)

Section Calculus.
Context {T : Type} (s : slot T).
Implicit Types (u v w c g h : T -> R).

Lemma diff_add u v : ex s u -> ex s v -> pd s (fun a => u a + v a) = pd s u + pd s v.
Proof. intros; apply is_pd_value, i_add; now apply ex_is_pd. Qed.
Lemma diff_neg u : ex s u -> pd s (fun a => - u a) = - pd s u.
Proof. intros; apply is_pd_value, i_opp; now apply ex_is_pd. Qed.
Lemma diff_mul u v : ex s u -> ex s v -> pd s (fun a => u a * v a) = pd s u * v (pt s) + u (pt s) * pd s v.
Proof. intros; apply is_pd_value, i_mul; now apply ex_is_pd. Qed.
Lemma diff_scale c u : ex s c -> ex s u -> pd s c = 0 -> pd s (fun a => c a * u a) = c (pt s) * pd s u.
Proof. intros H G E. rewrite diff_mul, E by auto. ring. Qed.
Lemma diff_div g h : ex s g -> ex s h -> h (pt s) <> 0 ->
  pd s (fun a => g a / h a) = (pd s g * h (pt s) - g (pt s) * pd s h) / h (pt s) ^ 2.
Proof. intros; apply is_pd_value, i_div; auto; now apply ex_is_pd. Qed.
Lemma diff_inverse c h : ex s c -> ex s h -> h (pt s) <> 0 -> pd s c = 0 ->
  pd s (fun a => c a / h a) = - (c (pt s) / h (pt s) ^ 2 * pd s h).
Proof. intros H G N E. rewrite diff_div, E by auto. now field. Qed.
Lemma i_pow u l n : is_pd s u l -> is_pd s (fun a => u a ^ n) (INR n * u (pt s) ^ pred n * l).
Proof. intro H. exact (i_comp s (fun t => t ^ n) u _ l (isd_pow n (u (pt s))) H). Qed.
Lemma diff_pow_int u (n m : nat) (c : R) : INR n = c -> n = S m -> ex s u -> pd s (fun a => u a ^ n) = c * u (pt s) ^ m * pd s u.
Proof. intros <- -> H. apply is_pd_value, (i_pow u _ (S m)). now apply ex_is_pd. Qed.
Lemma diff_pow_inv u (n m : nat) (c : R) : - INR n = c -> m = S n -> u (pt s) <> 0 -> ex s u ->
  pd s (fun a => / u a ^ n) = c * / u (pt s) ^ m * pd s u.
Proof. intros <- -> N H. apply is_pd_value. apply (isd_eq _ _ (- (INR n * u (pt s) ^ pred n * pd s u / (u (pt s) ^ n) ^ 2))).
  - apply (i_inv s (fun a => u a ^ n)); [apply i_pow; now apply ex_is_pd | now apply pow_nonzero].
  - destruct n; simpl; [unfold Rdiv; ring|]. field. split; [now apply pow_nonzero | auto]. Qed.
Lemma isd_Rpower n x : 0 < x -> is_derive (fun t => Rpower t n) x (n * Rpower x (n - 1)).
Proof. intro P. apply (isd_eq _ _ (exp (n * ln x) * (n * / x))).
  - apply (isd_comp exp (fun t => n * ln t)); [apply isd_exp|].
    apply (isd_eq _ _ (0 * ln x + n * / x)); [apply (isd_mult (fun _ => n) ln); [apply isd_const | now apply isd_ln] | ring].
  - unfold Rminus. rewrite Rpower_plus, Rpower_Ropp, Rpower_1 by auto. unfold Rpower. ring. Qed.
Lemma diff_pow_real u (n m : R) : n = m + 1 -> 0 < u (pt s) -> ex s u -> pd s (fun a => Rpower (u a) n) = n * Rpower (u (pt s)) m * pd s u.
Proof. intros -> P H. apply is_pd_value. replace m with (m + 1 - 1) at 2 by ring.
  apply (i_comp s (fun t => Rpower t (m + 1))); [now apply isd_Rpower | now apply ex_is_pd]. Qed.
Lemma diff_exponent u v : ex s u -> ex s v -> 0 < u (pt s) ->
  pd s (fun a => Rpower (u a) (v a)) = Rpower (u (pt s)) (v (pt s)) * (pd s v * ln (u (pt s)) + v (pt s) * pd s u / u (pt s)).
Proof. intros H G P. apply is_pd_value. unfold Rpower.
  apply (i_comp s exp (fun a => v a * ln (u a))); [apply isd_exp|].
  apply (isd_eq _ _ (pd s v * ln (u (pt s)) + v (pt s) * (/ u (pt s) * pd s u))); [|unfold Rdiv; ring].
  apply (i_mul s v (fun a => ln (u a))); [now apply ex_is_pd|].
  apply (i_comp s ln u); [now apply isd_ln | now apply ex_is_pd]. Qed.
Lemma diff_sum n (f : nat -> T -> R) (P : nat -> bool) : (forall k, (k < n)%nat -> P k = true -> ex s (f k)) ->
  pd s (fun a => rsumif n P (fun k => f k a)) = rsumif n P (fun k => pd s (f k)).
Proof. intro H. unfold rsumif. transitivity (rsum n (fun k => pd s (fun a => if P k then f k a else 0))).
  - apply is_pd_value, (i_sum s n (fun k a => if P k then f k a else 0)). intros k Hk. apply ex_is_pd, x_if; auto using x_const.
  - apply rsum_ext; intros k Hk. destruct (P k); auto. apply is_pd_value, i_const. Qed.
(* the case of a sum over all *)
Lemma diff_sum_all n (f : nat -> T -> R) : (forall k, (k < n)%nat -> ex s (f k)) ->
  pd s (fun a => rsum n (fun k => f k a)) = rsum n (fun k => pd s (f k)).
Proof. intro H. apply is_pd_value, i_sum. intros; apply ex_is_pd; auto. Qed.
Lemma rprod_out n (f : nat -> R) k : (n <= k)%nat -> rprodif n (fun l => negb (Nat.eqb l k)) f = rprod n f.
Proof. intro H. apply rprod_ext; intros l Hl. replace (Nat.eqb l k) with false; auto. symmetry; apply Nat.eqb_neq; lia. Qed.
Lemma diff_prod_all n (f : nat -> T -> R) : (forall k, (k < n)%nat -> ex s (f k)) ->
  pd s (fun a => rprod n (fun k => f k a)) = rsum n (fun k => pd s (f k) * rprodif n (fun l => negb (Nat.eqb l k)) (fun l => f l (pt s))).
Proof. induction n; intro H; simpl.
  - apply is_pd_value, i_const.
  - rewrite (diff_mul (fun a => rprod n (fun k => f k a)) (f n)); auto using x_prod. rewrite IHn by auto.
    rewrite <- rsum_scal_r. f_equal.
    + apply rsum_ext; intros k Hk. unfold rprodif; simpl. replace (Nat.eqb n k) with false by (symmetry; apply Nat.eqb_neq; lia). simpl; ring.
    + unfold rprodif at 1. simpl. rewrite Nat.eqb_refl. simpl. fold (rprodif n (fun l => negb (Nat.eqb l n)) (fun l => f l (pt s))).
      rewrite rprod_out by lia. ring. Qed.
Lemma diff_prod n (f : nat -> T -> R) (P : nat -> bool) : (forall k, (k < n)%nat -> P k = true -> ex s (f k)) ->
  pd s (fun a => rprodif n P (fun k => f k a)) =
  rsumif n P (fun k => pd s (f k) * rprodif n (fun l => andb (P l) (negb (Nat.eqb l k))) (fun l => f l (pt s))).
Proof. intro H. unfold rprodif at 1. rewrite (diff_prod_all n (fun k a => if P k then f k a else 1)).
  - apply rsum_ext; intros k Hk. destruct (P k).
    + f_equal. apply rprod_ext; intros l Hl. now destruct (P l), (negb (Nat.eqb l k)).
    + rewrite (is_pd_value s (fun _ => 1) 0) by apply i_const. ring.
  - intros k Hk. apply x_if; auto using x_const. Qed.

(* where the largest element stays the same nearby, so do its position and the derivative of the element there *)
Lemma near_argmax n (f : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> cont s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => f l (pt s))) (pt s)) ->
  near s (fun a => argmax n (fun k => f k a) = argmax n (fun k => f k (pt s))).
Proof. intros P C N. set (m := argmax n (fun k => f k (pt s))) in *.
  assert (Hm : (m < n)%nat) by now apply argmax_lt.
  apply (near_imp s (fun a => forall k, (k < n)%nat -> k <> m -> f k a < f m a)).
  - intros a L. assert (Ha : (argmax n (fun k => f k a) < n)%nat) by now apply argmax_lt.
    destruct (Nat.eq_dec (argmax n (fun k => f k a)) m) as [E|E]; auto. exfalso.
    assert (G := L _ Ha E). assert (M := argmax_max n (fun k => f k a) m Hm). simpl in M. lra.
  - apply (near_forall s n (fun k a => k <> m -> f k a < f m a)). intros k Hk. apply near_implies; [lia|]. intro E.
    apply near_lt; auto. assert (M := argmax_max n (fun k => f k (pt s)) k Hk). simpl in M. fold m in M. assert (D := N k Hk E). lra. Qed.
Lemma diff_largest n (f : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> ex s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => f l (pt s))) (pt s)) ->
  pd s (fun a => largest n (fun k => f k a)) = rsum n (fun k => delta k (argmax n (fun l => f l (pt s))) * pd s (f k)).
Proof. intros P X N. rewrite rsum_delta by now apply argmax_lt. apply pd_ext_near.
  apply (near_imp s (fun a => argmax n (fun k => f k a) = argmax n (fun k => f k (pt s)))).
  - intros a E. unfold largest. now rewrite E.
  - apply near_argmax; auto using ex_cont. Qed.
Lemma ex_largest n (f : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> ex s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => f l (pt s))) (pt s)) ->
  ex s (fun a => largest n (fun k => f k a)).
Proof. intros P X N. apply (ex_ext_near s (f (argmax n (fun k => f k (pt s))))).
  - apply (near_imp s (fun a => argmax n (fun k => f k a) = argmax n (fun k => f k (pt s)))).
    + intros a E. unfold largest. now rewrite E.
    + apply near_argmax; auto using ex_cont.
  - apply X. now apply argmax_lt. Qed.
Lemma ex_delta n (f : nat -> T -> R) i : (0 < n)%nat -> (forall k, (k < n)%nat -> cont s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => f l (pt s))) (pt s)) ->
  ex s (fun a => delta i (argmax n (fun k => f k a))).
Proof. intros P C N. apply (ex_ext_near s (fun _ => delta i (argmax n (fun k => f k (pt s))))); [|apply x_const].
  apply (near_imp s (fun a => argmax n (fun k => f k a) = argmax n (fun k => f k (pt s)))).
  - intros a E; now rewrite E.
  - now apply near_argmax. Qed.
Lemma diff_delta n (f : nat -> T -> R) i : (0 < n)%nat -> (forall k, (k < n)%nat -> cont s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => f l (pt s))) (pt s)) ->
  pd s (fun a => delta i (argmax n (fun k => f k a))) = 0.
Proof. intros P C N. transitivity (pd s (fun _ => delta i (argmax n (fun k => f k (pt s))))).
  - apply pd_ext_near. apply (near_imp s (fun a => argmax n (fun k => f k a) = argmax n (fun k => f k (pt s)))).
    + intros a E; now rewrite E.
    + now apply near_argmax.
  - apply is_pd_value, i_const. Qed.

Lemma diff_if u v (P : T -> bool) : near s (fun a => P a = P (pt s)) ->
  pd s (fun a => if P a then u a else v a) = (if P (pt s) then pd s u else pd s v).
Proof. intro N. transitivity (pd s (fun a => if P (pt s) then u a else v a)).
  - apply pd_ext_near. apply (near_imp s (fun a => P a = P (pt s))); auto. intros a E; now rewrite E.
  - now destruct (P (pt s)). Qed.
Lemma near_leb u v : cont s u -> cont s v -> u (pt s) <> v (pt s) -> near s (fun a => leb (u a) (v a) = leb (u (pt s)) (v (pt s))).
Proof. intros C D N. destruct (leb (u (pt s)) (v (pt s))) eqn:E; bools.
  - apply (near_imp s (fun a => u a < v a)); [intros a L; apply leb_true; lra | apply near_lt; auto; lra].
  - apply (near_imp s (fun a => v a < u a)); [intros a L; apply leb_false; lra | apply near_lt; auto; lra]. Qed.
Lemma near_ltb u v : cont s u -> cont s v -> u (pt s) <> v (pt s) -> near s (fun a => ltb (u a) (v a) = ltb (u (pt s)) (v (pt s))).
Proof. intros C D N. destruct (ltb (u (pt s)) (v (pt s))) eqn:E; bools.
  - apply (near_imp s (fun a => u a < v a)); [intros a L; apply ltb_true; lra | apply near_lt; auto; lra].
  - apply (near_imp s (fun a => v a < u a)); [intros a L; apply ltb_false; lra | apply near_lt; auto; lra]. Qed.
Lemma near_eqb u v : cont s u -> cont s v -> u (pt s) <> v (pt s) -> near s (fun a => eqb (u a) (v a) = eqb (u (pt s)) (v (pt s))).
Proof. intros C D N. destruct (eqb (u (pt s)) (v (pt s))) eqn:E; bools; [congruence|].
  apply (near_imp s (fun a => u a <> v a)); [intros a L; now apply eqb_false | apply near_ne; auto]. Qed.
Lemma near_negb (P : T -> bool) : near s (fun a => P a = P (pt s)) -> near s (fun a => negb (P a) = negb (P (pt s))).
Proof. apply near_imp. intros a E; now rewrite E. Qed.
Lemma near_andb (P Q : T -> bool) : near s (fun a => P a = P (pt s)) -> near s (fun a => Q a = Q (pt s)) ->
  near s (fun a => andb (P a) (Q a) = andb (P (pt s)) (Q (pt s))).
Proof. intros H G. apply (near_imp s (fun a => P a = P (pt s) /\ Q a = Q (pt s))); [intros a [E F]; now rewrite E, F | now apply near_and]. Qed.
Lemma diff_max u v : cont s u -> cont s v -> u (pt s) <> v (pt s) -> pd s (fun a => Rmax (u a) (v a)) = (if leb (v (pt s)) (u (pt s)) then pd s u else pd s v).
Proof. intros C D N. rewrite (pd_ext s (fun a => Rmax (u a) (v a)) (fun a => if leb (v a) (u a) then u a else v a)) by (intro; apply max_if).
  apply (diff_if u v (fun a => leb (v a) (u a))). now apply near_leb; auto. Qed.
Lemma diff_min u v : cont s u -> cont s v -> u (pt s) <> v (pt s) -> pd s (fun a => Rmin (u a) (v a)) = (if leb (u (pt s)) (v (pt s)) then pd s u else pd s v).
Proof. intros C D N. rewrite (pd_ext s (fun a => Rmin (u a) (v a)) (fun a => if leb (u a) (v a) then u a else v a)) by (intro; apply min_if).
  apply (diff_if u v (fun a => leb (u a) (v a))). now apply near_leb. Qed.
Lemma ex_max u v : ex s u -> ex s v -> u (pt s) <> v (pt s) -> ex s (fun a => Rmax (u a) (v a)).
Proof. intros C D N. apply (ex_ext s (fun a => if leb (v a) (u a) then u a else v a)); [intro; symmetry; apply max_if|].
  apply (x_branch s (fun a => leb (v a) (u a)) u v); auto. apply near_leb; auto using ex_cont. Qed.
Lemma ex_min u v : ex s u -> ex s v -> u (pt s) <> v (pt s) -> ex s (fun a => Rmin (u a) (v a)).
Proof. intros C D N. apply (ex_ext s (fun a => if leb (u a) (v a) then u a else v a)); [intro; symmetry; apply min_if|].
  apply (x_branch s (fun a => leb (u a) (v a)) u v); auto. apply near_leb; auto using ex_cont. Qed.

Ltac chain h d := intros; apply is_pd_value, (i_comp s h); [apply d; auto | now apply ex_is_pd].
Lemma diff_exp u : ex s u -> pd s (fun a => exp (u a)) = exp (u (pt s)) * pd s u. Proof. chain exp isd_exp. Qed.
Lemma diff_log u : ex s u -> 0 < u (pt s) -> pd s (fun a => ln (u a)) = 1 / u (pt s) * pd s u.
Proof. intros H P. replace (1 / u (pt s)) with (/ u (pt s)) by (unfold Rdiv; ring). revert H P. chain ln isd_ln. Qed.
Lemma diff_sqrt u : ex s u -> 0 < u (pt s) -> pd s (fun a => sqrt (u a)) = 1 / (2 * sqrt (u (pt s))) * pd s u. Proof. chain sqrt isd_sqrt. Qed.
Lemma diff_abs u : ex s u -> u (pt s) <> 0 -> pd s (fun a => Rabs (u a)) = signum (u (pt s)) * pd s u. Proof. chain Rabs isd_abs. Qed.
Lemma isd_signum x : x <> 0 -> is_derive signum x 0.
Proof. intro N. assert (H : near (at0 x) (fun t => signum t = signum x)).
  { destruct (Rlt_dec 0 x) as [P|P].
    - apply (near_imp (at0 x) (fun t => 0 < t)); [intros t L; now rewrite !signum_pos|].
      apply (near_pos (at0 x) (fun t => t)); auto. apply ex_cont. eexists; apply isd_id.
    - apply (near_imp (at0 x) (fun t => 0 < - t)); [intros t L; rewrite !signum_neg; lra|].
      apply (near_pos (at0 x) (fun t => - t)); [|simpl; lra]. apply ex_cont. eexists; apply isd_opp, isd_id. }
  apply (is_derive_ext_loc (fun _ => signum x)); [|apply isd_const].
  apply (near_imp (at0 x) (fun t => signum t = signum x)); auto. Qed.
Lemma diff_sign u : ex s u -> u (pt s) <> 0 -> pd s (fun a => signum (u a)) = 0 * pd s u. Proof. chain signum isd_signum. Qed.
Lemma diff_sin u : ex s u -> pd s (fun a => sin (u a)) = cos (u (pt s)) * pd s u. Proof. chain sin isd_sin. Qed.
Lemma diff_cos u : ex s u -> pd s (fun a => cos (u a)) = - (sin (u (pt s)) * pd s u).
Proof. intro H. replace (- (sin (u (pt s)) * pd s u)) with (- sin (u (pt s)) * pd s u) by ring. revert H. chain cos isd_cos. Qed.
Lemma diff_tan u : ex s u -> cos (u (pt s)) <> 0 -> pd s (fun a => tan (u a)) = (1 + tan (u (pt s)) ^ 2) * pd s u. Proof. chain tan isd_tan. Qed.
Lemma diff_sinh u : ex s u -> pd s (fun a => sinh (u a)) = cosh (u (pt s)) * pd s u. Proof. chain sinh isd_sinh. Qed.
Lemma diff_cosh u : ex s u -> pd s (fun a => cosh (u a)) = sinh (u (pt s)) * pd s u. Proof. chain cosh isd_cosh. Qed.
Lemma diff_tanh u : ex s u -> pd s (fun a => tanh (u a)) = (1 - tanh (u (pt s)) ^ 2) * pd s u. Proof. chain tanh isd_tanh. Qed.
Lemma diff_atan u : ex s u -> pd s (fun a => atan (u a)) = 1 / (1 + u (pt s) ^ 2) * pd s u. Proof. chain atan isd_atan. Qed.
Lemma diff_erf u : ex s u -> pd s (fun a => erf (u a)) = 2 * exp (- u (pt s) ^ 2) / sqrt PI * pd s u. Proof. chain erf isd_erf. Qed.

(* no derivative by what does not occur; the variable itself *)
Lemma constant (c : R) : pd s (fun _ => c) = 0. Proof. apply is_pd_value, i_const. Qed.
End Calculus.
Lemma variable0 x : pd (at0 x) (fun x => x) = 1. Proof. apply is_pd_value, i_at0. Qed.
Lemma variable1 a i k : pd (at1 a i) (fun a => a k) = delta k i. Proof. apply is_pd_value, i_at1. Qed.
Lemma variable2 a i j k l : pd (at2 a i j) (fun a => a k l) = delta k i * delta l j. Proof. apply is_pd_value, i_at2. Qed.
Lemma variable3 a i j m k l p : pd (at3 a i j m) (fun a => a k l p) = delta k i * delta l j * delta p m. Proof. apply is_pd_value, i_at3. Qed.

(** * Sums and deltas *)

Lemma sum_add n (f g : nat -> R) (P : nat -> bool) : rsumif n P (fun k => f k + g k) = rsumif n P f + rsumif n P g.
Proof. unfold rsumif. rewrite <- rsum_plus. apply rsum_ext; intros k _. destruct (P k); ring. Qed.
Lemma sum_neg n (f : nat -> R) (P : nat -> bool) : rsumif n P (fun k => - f k) = - rsumif n P f.
Proof. unfold rsumif. rewrite <- rsum_opp. apply rsum_ext; intros k _. destruct (P k); ring. Qed.
Lemma sum_factor n c (f : nat -> R) (P : nat -> bool) : rsumif n P (fun k => c * f k) = c * rsumif n P f.
Proof. unfold rsumif. rewrite <- rsum_scal_l. apply rsum_ext; intros k _. destruct (P k); ring. Qed.
Lemma sum_constant n c : rsum n (fun _ => c) = INR n * c. Proof. apply rsum_const. Qed.
Lemma sum_swap n m (f : nat -> nat -> R) : rsum n (fun k => rsum m (fun l => f k l)) = rsum m (fun l => rsum n (fun k => f k l)). Proof. apply rsum_exch. Qed.
Lemma sum_out n (f : nat -> R) i : (n <= i)%nat -> rsumif n (fun k => negb (Nat.eqb k i)) f = rsum n f.
Proof. intro H. apply rsum_ext; intros k Hk. replace (Nat.eqb k i) with false; auto. symmetry; apply Nat.eqb_neq; lia. Qed.
Lemma sum_split n (f : nat -> R) i : (i < n)%nat -> rsum n f = f i + rsumif n (fun k => negb (Nat.eqb k i)) f.
Proof. induction n; intro H; [lia|]. unfold rsumif in *; simpl. destruct (Nat.eq_dec n i) as [->|E].
  - rewrite Nat.eqb_refl; simpl. fold (rsumif i (fun k => negb (Nat.eqb k i)) f). rewrite sum_out by lia. ring.
  - rewrite IHn by lia. replace (Nat.eqb n i) with false by (symmetry; now apply Nat.eqb_neq). simpl; ring. Qed.
Lemma sum_split_more n (f : nat -> R) (P : nat -> bool) i : (i < n)%nat ->
  rsumif n P f = (if P i then f i else 0) + rsumif n (fun k => andb (P k) (negb (Nat.eqb k i))) f.
Proof. intro H. unfold rsumif at 1. rewrite (sum_split n (fun k => if P k then f k else 0) i H). f_equal.
  apply rsum_ext; intros k _. now destruct (P k), (negb (Nat.eqb k i)). Qed.
Lemma sum_guard n (f : nat -> R) (P : nat -> bool) : rsumif n P f = rsum n (fun k => if P k then f k else 0). Proof. reflexivity. Qed.
Lemma sum_delta n (f : nat -> R) j : (j < n)%nat -> rsum n (fun k => delta k j * f k) = f j. Proof. apply rsum_delta. Qed.
Lemma sum_delta_where n (f : nat -> R) (P : nat -> bool) j : (j < n)%nat -> rsumif n P (fun k => delta k j * f k) = (if P j then f j else 0).
Proof. intro H. transitivity (rsum n (fun k => delta k j * (if P k then f k else 0))).
  - apply rsum_ext; intros k _. destruct (P k); ring.
  - now rewrite rsum_delta. Qed.
Lemma sum_delta_except n (f : nat -> R) j i : (j < n)%nat -> rsumif n (fun k => negb (Nat.eqb k i)) (fun k => delta k j * f k) = (1 - delta i j) * f j.
Proof. intro H. rewrite sum_delta_where by auto. unfold delta. destruct (Nat.eqb j i) eqn:E; bools; simpl; destruct (Nat.eq_dec i j); try congruence; ring. Qed.
Lemma delta_same i : delta i i = 1. Proof. apply delta_eq. Qed.
Lemma delta_apart i j : i <> j -> delta i j = 0. Proof. apply delta_ne. Qed.
Lemma delta_square i j : delta i j ^ 2 = delta i j. Proof. destruct (delta_cases i j) as [->| ->]; ring. Qed.
Lemma delta_moves (f : nat -> R) i j : delta i j * f i = delta i j * f j.
Proof. unfold delta; destruct (Nat.eq_dec i j) as [->|]; ring. Qed.
Lemma if_equal u v i j : (if Nat.eqb i j then u else v) = delta i j * u + (1 - delta i j) * v.
Proof. unfold delta. destruct (Nat.eqb i j) eqn:E; bools; destruct (Nat.eq_dec i j); try congruence; ring. Qed.
Lemma if_apart u v i j : (if negb (Nat.eqb i j) then u else v) = (1 - delta i j) * u + delta i j * v.
Proof. unfold delta. destruct (Nat.eqb i j) eqn:E; bools; destruct (Nat.eq_dec i j); try congruence; simpl; ring. Qed.

(** * Products, largest and smallest elements *)

Lemma prod_mul n (f g : nat -> R) (P : nat -> bool) : rprodif n P (fun k => f k * g k) = rprodif n P f * rprodif n P g.
Proof. unfold rprodif. rewrite <- rprod_mult. apply rprod_ext; intros k _. destruct (P k); ring. Qed.
Lemma prod_constant n c : 0 < c -> rprod n (fun _ => c) = Rpower c (INR n).
Proof. intro H. rewrite rprod_const. symmetry; now apply Rpower_pow. Qed.
Lemma prod_split n (f : nat -> R) i : (i < n)%nat -> rprod n f = f i * rprodif n (fun k => negb (Nat.eqb k i)) f.
Proof. induction n; intro H; [lia|]. unfold rprodif in *; simpl. destruct (Nat.eq_dec n i) as [->|E].
  - rewrite Nat.eqb_refl; simpl. fold (rprodif i (fun k => negb (Nat.eqb k i)) f). rewrite rprod_out by lia. ring.
  - rewrite IHn by lia. replace (Nat.eqb n i) with false by (symmetry; now apply Nat.eqb_neq). simpl; ring. Qed.
Lemma exp_sum_all n (f : nat -> R) : exp (rsum n f) = rprod n (fun k => exp (f k)).
Proof. induction n; simpl; [apply exp_0|]. now rewrite exp_plus, IHn. Qed.
Lemma exp_sum n (f : nat -> R) (P : nat -> bool) : exp (rsumif n P f) = rprodif n P (fun k => exp (f k)).
Proof. unfold rsumif, rprodif. rewrite exp_sum_all. apply rprod_ext; intros k _. destruct (P k); auto using exp_0. Qed.
Lemma log_prod n (f : nat -> R) : (forall k, (k < n)%nat -> 0 < f k) -> ln (rprod n f) = rsum n (fun k => ln (f k)).
Proof. induction n; intro H; simpl; [apply ln_1|]. rewrite ln_mult, IHn; auto using rprod_pos. Qed.
Lemma largest_add n (f : nat -> R) c : (0 < n)%nat -> largest n (fun k => f k + c) = largest n f + c.
Proof. intro P. apply largest_eq; auto.
  - intros k Hk. assert (H := largest_ge n f k Hk). lra.
  - destruct (largest_attained n f P) as [k [Hk E]]. exists k; split; auto. lra. Qed.
Lemma smallest_add n (f : nat -> R) c : (0 < n)%nat -> smallest n (fun k => f k + c) = smallest n f + c.
Proof. intro P. unfold smallest. rewrite (largest_ext n _ (fun k => - f k + - c)) by (auto; intros; ring).
  rewrite (largest_add n (fun k => - f k)) by auto. ring. Qed.
Lemma largest_bounds n (f : nat -> R) i : (i < n)%nat -> f i <= largest n f. Proof. apply largest_ge. Qed.
Lemma smallest_bounds n (f : nat -> R) i : (i < n)%nat -> smallest n f <= f i. Proof. apply smallest_le. Qed.
Lemma sum_bounds n (f : nat -> R) i : (i < n)%nat -> (forall k, (k < n)%nat -> 0 <= f k) -> f i <= rsum n f.
Proof. intros H G. rewrite (sum_split n f i H). assert (0 <= rsumif n (fun k => negb (Nat.eqb k i)) f) by (apply rsumif_ge0; auto). lra. Qed.
Lemma ex_smallest {T} (s : slot T) n (f : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> ex s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => - f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => - f l (pt s))) (pt s)) ->
  ex s (fun a => smallest n (fun k => f k a)).
Proof. intros P X N. unfold smallest. apply (x_opp s (fun a => largest n (fun k => - f k a))).
  apply (ex_largest s n (fun k a => - f k a)); auto using x_opp. intros k Hk E. assert (D := N k Hk E). lra. Qed.
Lemma diff_smallest {T} (s : slot T) n (f : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> ex s (f k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => - f l (pt s)) -> f k (pt s) <> f (argmax n (fun l => - f l (pt s))) (pt s)) ->
  pd s (fun a => smallest n (fun k => f k a)) = rsum n (fun k => delta k (argmax n (fun l => - f l (pt s))) * pd s (f k)).
Proof. intros P X N. unfold smallest.
  rewrite (diff_neg s (fun a => largest n (fun k => - f k a))).
  - rewrite (diff_largest s n (fun k a => - f k a)); auto using x_opp.
    + rewrite <- rsum_opp. apply rsum_ext; intros k Hk. rewrite diff_neg by auto. ring.
    + intros k Hk E. assert (D := N k Hk E). lra.
  - apply ex_largest; auto using x_opp. intros k Hk E. assert (D := N k Hk E). lra. Qed.
