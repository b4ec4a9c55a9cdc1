(* The equations that generated code uses for its digits: one lemma for each rule in derive/rules/stability.py, under the same name.
   Proofs of claims do not use them, so proof files do not load this one. *)
From Coq Require Import Reals Lra Lia Arith Bool.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives Rules Tactics.
Open Scope R_scope.

(** * Tools *)

Lemma e_pos v : 0 < exp v. Proof. apply exp_pos. Qed.
Lemma e_minus u c : exp (u - c) = exp u * exp (- c). Proof. unfold Rminus; apply exp_plus. Qed.
Lemma e_inv v : exp (- v) = / exp v. Proof. apply exp_Ropp. Qed.
Lemma shifted n (P : nat -> bool) v c : rsumif n P (fun k => exp (v k - c)) = rsumif n P (fun k => exp (v k)) * exp (- c).
Proof. unfold rsumif. rewrite <- rsum_scal_r. apply rsum_ext; intros k _. destruct (P k); [apply e_minus | ring]. Qed.
Lemma shifted_weighted n (P : nat -> bool) w v c :
  rsumif n P (fun k => w k * exp (v k - c)) = rsumif n P (fun k => w k * exp (v k)) * exp (- c).
Proof. unfold rsumif. rewrite <- rsum_scal_r. apply rsum_ext; intros k _. destruct (P k); [rewrite e_minus; ring | ring]. Qed.
Lemma shifted_all n v c : rsum n (fun k => exp (v k - c)) = rsum n (fun k => exp (v k)) * exp (- c).
Proof. exact (shifted n (fun _ => true) v c). Qed.
Lemma ratio x y c : x / y = x * exp (- c) / (y * exp (- c)).
Proof. generalize (e_pos (- c)); intro. unfold Rdiv. rewrite Rinv_mult. replace (x * exp (- c) * (/ y * / exp (- c))) with (x * / y * (exp (- c) * / exp (- c))) by ring.
  rewrite Rinv_r by lra. ring. Qed.
Lemma log_scaled d c : 0 < d -> ln d = c + ln (d * exp (- c)).
Proof. intro. rewrite ln_mult, ln_exp by auto using e_pos. ring. Qed.
Lemma exps_pos n v : (0 < n)%nat -> 0 < rsum n (fun k => exp (v k)). Proof. intro; apply rsum_pos; auto using e_pos. Qed.

(** * Sums of exponentials *)

Lemma shift_log_ratio n u v c : (0 < n)%nat -> ln (exp u / rsum n (fun k => exp (v k))) = u - c - ln (rsum n (fun k => exp (v k - c))).
Proof. intro H. assert (S := exps_pos n v H). rewrite log_div, ln_exp, shifted_all, (log_scaled _ c S) by auto using e_pos. ring. Qed.
Lemma shift_log_ratio_where n u v c (P : nat -> bool) : 0 < rsumif n P (fun k => exp (v k)) ->
  ln (exp u / rsumif n P (fun k => exp (v k))) = u - c - ln (rsumif n P (fun k => exp (v k - c))).
Proof. intro S. rewrite log_div, ln_exp, shifted, (log_scaled _ c S) by auto using e_pos. ring. Qed.
Lemma shift_ratio n u v c (P : nat -> bool) : exp u / rsumif n P (fun k => exp (v k)) = exp (u - c) / rsumif n P (fun k => exp (v k - c)).
Proof. rewrite shifted, e_minus. apply ratio. Qed.
Lemma shift_mean n w v c (P : nat -> bool) : rsumif n P (fun k => w k * exp (v k)) / rsumif n P (fun k => exp (v k)) =
  rsumif n P (fun k => w k * exp (v k - c)) / rsumif n P (fun k => exp (v k - c)).
Proof. rewrite shifted, shifted_weighted. apply ratio. Qed.
Lemma shift_weighted_share n w v c (P : nat -> bool) i : w i * exp (v i) / rsumif n P (fun k => w k * exp (v k)) =
  w i * exp (v i - c) / rsumif n P (fun k => w k * exp (v k - c)).
Proof. rewrite shifted_weighted, e_minus, <- Rmult_assoc. apply ratio. Qed.
Lemma shift_weighted_ratio n u w v c (P : nat -> bool) : exp u / rsumif n P (fun k => w k * exp (v k)) =
  exp (u - c) / rsumif n P (fun k => w k * exp (v k - c)).
Proof. rewrite shifted_weighted, e_minus. apply ratio. Qed.
Lemma shift_log_sum n v c : (0 < n)%nat -> ln (rsum n (fun k => exp (v k))) = c + ln (rsum n (fun k => exp (v k - c))).
Proof. intro H. rewrite shifted_all. apply log_scaled. now apply exps_pos. Qed.
Lemma shift_log_difference n v c i : (0 < n)%nat -> v i - ln (rsum n (fun k => exp (v k))) = v i - c - ln (rsum n (fun k => exp (v k - c))).
Proof. intro H. rewrite (shift_log_sum n v c H). ring. Qed.
Lemma shift_log_sum_where n v c (P : nat -> bool) : 0 < rsumif n P (fun k => exp (v k)) ->
  ln (rsumif n P (fun k => exp (v k))) = c + ln (rsumif n P (fun k => exp (v k - c))).
Proof. intro H. rewrite shifted. now apply log_scaled. Qed.
Lemma shift_log_weighted n w v c (P : nat -> bool) : 0 < rsumif n P (fun k => w k * exp (v k)) ->
  ln (rsumif n P (fun k => w k * exp (v k))) = c + ln (rsumif n P (fun k => w k * exp (v k - c))).
Proof. intro H. rewrite shifted_weighted. now apply log_scaled. Qed.
Lemma larger_of_sum u v : exp u + exp v = exp (Rmax u v) * (1 + exp (- Rabs (u - v))).
Proof. rewrite Rmult_plus_distr_l, <- exp_plus, Rmult_1_r. unfold Rmax, Rabs. destruct (Rle_dec u v), (Rcase_abs (u - v)); try lra.
  - rewrite Rplus_comm. repeat f_equal; lra.
  - rewrite Rplus_comm. repeat f_equal; lra.
  - repeat f_equal; lra. Qed.
Lemma log_add_exp u v : ln (exp u + exp v) = Rmax u v + ln (1 + exp (- Rabs (u - v))).
Proof. rewrite larger_of_sum, ln_mult, ln_exp; auto using e_pos. generalize (e_pos (- Rabs (u - v))); lra. Qed.
Lemma shift_quotient u d c : u / d = u * exp (- c) / (d * exp (- c)). Proof. apply ratio. Qed.
Lemma shift_log d c : 0 < d -> ln d = c + ln (d * exp (- c)). Proof. apply log_scaled. Qed.

(** * One exponential *)

Ltac positives := repeat match goal with |- context [exp ?v] => lazymatch goal with _ : 0 < exp v |- _ => fail | _ => assert (0 < exp v) by apply exp_pos end end.
Ltac rational := rewrite ?e_inv; positives; field; repeat split; nra.
Ltac by_sign v := unfold Rabs; destruct (Rcase_abs v); rewrite ?Ropp_involutive.

Lemma softplus v : ln (1 + exp v) = Rmax v 0 + ln (1 + exp (- Rabs v)).
Proof. rewrite <- exp_0 at 1. rewrite Rplus_comm, log_add_exp. now rewrite Rminus_0_r. Qed.
Lemma larger_of_cosh v : cosh v = exp (Rabs v) * ((1 + exp (- (2 * Rabs v))) / 2).
Proof. unfold cosh. replace (exp (- (2 * Rabs v))) with (exp (- Rabs v) * exp (- Rabs v)) by (rewrite <- exp_plus; f_equal; ring).
  by_sign v; rational. Qed.
Lemma log_cosh v : ln (cosh v) = Rabs v + ln (1 + exp (- (2 * Rabs v))) - ln 2.
Proof. rewrite larger_of_cosh. assert (H := e_pos (- (2 * Rabs v))). rewrite ln_mult, ln_exp, log_div; try lra; auto using e_pos. Qed.
Ltac sigmoids v := by_sign v; unfold leb; repeat match goal with |- context [Rle_dec ?a ?b] => destruct (Rle_dec a b) end; try lra; try rational.
Lemma sigmoid v : 1 / (1 + exp (- v)) = (if leb 0 v then 1 else exp (- Rabs v)) / (1 + exp (- Rabs v)). Proof. sigmoids v. Qed.
Lemma sigmoid_mirrored v : 1 / (1 + exp v) = (if leb v 0 then 1 else exp (- Rabs v)) / (1 + exp (- Rabs v)).
Proof. destruct (Req_EM_T v 0) as [->|N]; [rewrite Rabs_R0, Ropp_0; unfold leb; destruct (Rle_dec 0 0); lra | sigmoids v]. Qed.
Lemma sigmoid_slope v : exp v / (1 + exp v) ^ 2 = exp (- Rabs v) / (1 + exp (- Rabs v) * (2 + exp (- Rabs v))). Proof. sigmoids v. Qed.
Lemma sigmoid_slope_product v : exp (- v) * (1 / (1 + exp (- v))) ^ 2 = exp (- Rabs v) / (1 + exp (- Rabs v) * (2 + exp (- Rabs v))). Proof. sigmoids v. Qed.
Lemma sigmoid_slope_complement v : 1 / (1 + exp (- v)) * (1 - 1 / (1 + exp (- v))) = exp (- Rabs v) / (1 + exp (- Rabs v) * (2 + exp (- Rabs v))). Proof. sigmoids v. Qed.
Lemma one_minus_sigmoid v : 1 - 1 / (1 + exp (- v)) = 1 / (1 + exp v). Proof. rational. Qed.
Lemma one_minus_mirrored v : 1 - 1 / (1 + exp v) = 1 / (1 + exp (- v)). Proof. rational. Qed.
Lemma sigmoid_quotient v : exp v / (1 + exp v) = 1 / (1 + exp (- v)). Proof. rational. Qed.
Lemma two_exponentials u v : exp u / (exp u + exp v) = 1 / (1 + exp (v - u)). Proof. rewrite e_minus. rational. Qed.
Lemma complement v : 1 - (1 - v) = v. Proof. ring. Qed.

(** * What is left beside one term *)

Lemma one_minus_share n f i : (i < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) ->
  1 - f i / rsum n f = rsumif n (fun k => negb (Nat.eqb k i)) f / rsum n f.
Proof. intros H P. assert (S : 0 < rsum n f) by (apply rsum_pos; auto; lia). assert (E := sum_split n f i H).
  replace (rsumif n (fun k => negb (Nat.eqb k i)) f) with (rsum n f - f i) by lra. field; lra. Qed.
Lemma sum_less_own n f i : (i < n)%nat -> rsum n f - f i = rsumif n (fun k => negb (Nat.eqb k i)) f.
Proof. intro H. rewrite (sum_split n f i H). ring. Qed.
Lemma less_weight u t : 0 <= t /\ t <= 1 -> u - t = (1 - t) * u - t * (1 - u). Proof. intros; ring. Qed.
Lemma weight_less t u : 0 <= t /\ t <= 1 -> t - u = t * (1 - u) - (1 - t) * u. Proof. intros; ring. Qed.
Lemma less_weight_in_sum u t r : 0 <= t /\ t <= 1 -> u - t + r = (1 - t) * u - t * (1 - u) + r. Proof. intros; ring. Qed.
Lemma weight_in_sum t u r : 0 <= t /\ t <= 1 -> t - u + r = t * (1 - u) - (1 - t) * u + r. Proof. intros; ring. Qed.
Lemma scaled_less_weight z u t : 0 <= t /\ t <= 1 -> (1 + z) * u - t = (1 - t) * u - t * (1 - u) + z * u. Proof. intros; ring. Qed.
Lemma weight_less_scaled t z u : 0 <= t /\ t <= 1 -> t - (1 + z) * u = t * (1 - u) - (1 - t) * u - z * u. Proof. intros; ring. Qed.
Lemma less_share_of_sum n w f i : (i < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) ->
  w i - f i / rsum n f * rsum n w =
  w i * (rsumif n (fun k => negb (Nat.eqb k i)) f / rsum n f) - f i / rsum n f * rsumif n (fun k => negb (Nat.eqb k i)) w.
Proof. intros H P. rewrite <- (one_minus_share n f i H P), (sum_split n w i H). ring. Qed.
Lemma less_mean n w f c i : (0 < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) ->
  w i - rsum n (fun k => w k * (f k / rsum n f)) = w i - c - rsum n (fun k => (w k - c) * (f k / rsum n f)).
Proof. intros H P. assert (S : 0 < rsum n f) by (apply rsum_pos; auto).
  rewrite (rsum_ext n (fun k => (w k - c) * (f k / rsum n f)) (fun k => w k * (f k / rsum n f) - c * (f k / rsum n f))) by (intros; ring).
  rewrite rsum_minus, rsum_scal_l, (rsum_div n (rsum n f) f). field. lra. Qed.
Lemma one_more v : 0 < 1 + exp v. Proof. generalize (e_pos v); lra. Qed.
Lemma softplus_less_score v : ln (1 + exp v) - v = ln (1 + exp (- v)).
Proof. replace (1 + exp v) with (exp v * (1 + exp (- v))) by rational. rewrite ln_mult, ln_exp; auto using e_pos, one_more. ring. Qed.
Lemma log_odds v : ln (1 / (1 + exp (- v))) - ln (1 - 1 / (1 + exp (- v))) = v.
Proof. rewrite one_minus_sigmoid, !log_div, ln_1, <- softplus_less_score by (split; [lra | apply one_more]). ring. Qed.
Lemma log_odds_mirrored v : ln (1 - 1 / (1 + exp (- v))) - ln (1 / (1 + exp (- v))) = - v. Proof. rewrite <- (log_odds v) at 3. ring. Qed.
Lemma softplus_less_weighted v t : 0 <= t /\ t <= 1 -> ln (1 + exp v) - t * v = (1 - t) * ln (1 + exp v) + t * ln (1 + exp (- v)).
Proof. intros _. rewrite <- softplus_less_score. ring. Qed.

(** * Hyperbolic functions *)

Lemma tanh_quotient v : (exp v - exp (- v)) / (exp v + exp (- v)) = tanh v. Proof. symmetry; apply Derivatives.tanh_quotient. Qed.
Lemma tanh_ratio v : sinh v / cosh v = tanh v. Proof. reflexivity. Qed.
Lemma halves v : exp v = exp (v / 2) * exp (v / 2). Proof. rewrite <- exp_plus. f_equal; field. Qed.
Lemma tanh_half v : (exp v + -1) / (exp v + 1) = tanh (v / 2). Proof. rewrite <- tanh_quotient, (halves v). rational. Qed.
Lemma tanh_half_mirrored v : (1 - exp (- v)) / (1 + exp (- v)) = tanh (v / 2). Proof. rewrite <- tanh_half. rational. Qed.
Lemma tanh_sigmoid v : 2 / (1 + exp (- v)) + -1 = tanh (v / 2). Proof. rewrite <- tanh_half. rational. Qed.
Lemma one_plus_tanh v : 1 + tanh v = 2 / (1 + exp (- (2 * v))).
Proof. rewrite <- tanh_quotient, (halves (- (2 * v))). replace (- (2 * v) / 2) with (- v) by field. rational. Qed.
Lemma half_plus_tanh v : 1 / 2 + tanh v / 2 = 1 / (1 + exp (- (2 * v))).
Proof. replace (1 / 2 + tanh v / 2) with ((1 + tanh v) / 2) by field. rewrite one_plus_tanh. rational. Qed.
Lemma one_plus_tanh_in_sum v r : 1 + tanh v + r = 2 / (1 + exp (- (2 * v))) + r. Proof. now rewrite one_plus_tanh. Qed.
Lemma half_plus_tanh_in_sum v r : 1 / 2 + tanh v / 2 + r = 1 / (1 + exp (- (2 * v))) + r. Proof. now rewrite half_plus_tanh. Qed.
Lemma one_minus_tanh v : 1 - tanh v = 2 / (1 + exp (2 * v)).
Proof. rewrite <- tanh_quotient, (halves (2 * v)). replace (2 * v / 2) with v by field. rational. Qed.
Lemma sech_square v : 1 - tanh v ^ 2 = (1 / cosh v) ^ 2. Proof. rewrite <- tanh_quotient. unfold cosh. rational. Qed.
Lemma one_plus_erf v : 1 + erf v = 1 - erf (- v). Proof. rewrite erf_odd. ring. Qed.
Lemma half_plus_erf v : 1 / 2 + erf v / 2 = (1 - erf (- v)) / 2. Proof. rewrite erf_odd. field. Qed.
Lemma one_plus_erf_in_sum v r : 1 + erf v + r = 1 - erf (- v) + r. Proof. rewrite erf_odd. ring. Qed.
Lemma half_plus_erf_in_sum v r : 1 / 2 + erf v / 2 + r = (1 - erf (- v)) / 2 + r. Proof. rewrite erf_odd. field. Qed.
Lemma sinh_difference v : (exp v - exp (- v)) / 2 = sinh v. Proof. reflexivity. Qed.
Lemma larger_of_difference u v : exp u - exp v = exp (Rmax u v) * (if leb v u then 1 - exp (- Rabs (u - v)) else exp (- Rabs (u - v)) + -1).
Proof. destruct (leb v u) eqn:E; bools.
  - rewrite Rmax_left, Rabs_pos_eq by lra. replace (- (u - v)) with (v - u) by ring. rewrite e_minus. rational.
  - rewrite Rmax_right, Rabs_left by lra. replace (- - (u - v)) with (u - v) by ring. rewrite e_minus. rational. Qed.
Lemma larger_of_one v : exp v = exp (Rmax v 0) * exp (Rmin 0 v).
Proof. rewrite <- exp_plus. f_equal. unfold Rmax, Rmin. destruct (Rle_dec v 0), (Rle_dec 0 v); lra. Qed.
Lemma larger_of_sinh v : sinh v = exp (Rabs v) * ((if leb 0 v then 1 - exp (- (2 * Rabs v)) else exp (- (2 * Rabs v)) + -1) / 2).
Proof. unfold sinh. replace (exp (- (2 * Rabs v))) with (exp (- Rabs v) * exp (- Rabs v)) by (rewrite <- exp_plus; f_equal; ring).
  unfold leb. destruct (Rle_dec 0 v); by_sign v; try lra; rational. Qed.

(** * Exponentials and logarithms *)

Lemma exp_merge u v : exp u * exp v = exp (u + v). Proof. symmetry; apply exp_plus. Qed.
Lemma log_of_exp u : ln (exp u) = u. Proof. apply ln_exp. Qed.
Lemma log_of_prod n f (P : nat -> bool) : (forall k, (k < n)%nat -> 0 < f k) -> ln (rprodif n P f) = rsumif n P (fun k => ln (f k)).
Proof. intro H. unfold rprodif, rsumif. rewrite log_prod.
  - apply rsum_ext; intros k _. destruct (P k); auto using ln_1.
  - intros k Hk. destruct (P k); [auto | lra]. Qed.
Lemma log_of_inverse v : 0 < v -> ln (1 / v) = - ln v. Proof. intro. rewrite log_div, ln_1 by lra. ring. Qed.
Lemma log_of_quotient u v : 0 < u /\ 0 < v -> ln (u / v) = ln u - ln v. Proof. apply log_div. Qed.
Lemma log_of_product u v : 0 < u /\ 0 < v -> ln (u * v) = ln u + ln v. Proof. apply log_mul. Qed.
Lemma log_of_power u n : 0 < u -> ln (Rpower u n) = n * ln u. Proof. apply log_pow_real. Qed.
Lemma log_of_root u : 0 < u -> ln (sqrt u) = ln u / 2.
Proof. intro H. rewrite (sqrt_pow u H), log_pow_real by auto. field. Qed.
Lemma weigh_log u v w : u * (v + ln w) = u * v + u * ln w. Proof. ring. Qed.
Lemma exp_of_log u : 0 < u -> exp (ln u) = u. Proof. apply exp_ln. Qed.
Lemma exp_of_log_below u v : 0 < v -> exp (u - ln v) = exp u / v. Proof. intro. rewrite e_minus, e_inv, exp_ln by auto. reflexivity. Qed.
Lemma exp_real_power v n : Rpower (exp v) n = exp (n * v). Proof. symmetry; apply exp_times_real. Qed.
Lemma exp_quotient u v : exp u / exp v = exp (u - v). Proof. rewrite e_minus, e_inv. reflexivity. Qed.
Lemma exp_inverse v : 1 / exp v = exp (- v). Proof. symmetry; apply exp_neg. Qed.
Lemma exp_product u v : exp u * exp v = exp (u + v). Proof. symmetry; apply exp_plus. Qed.
Lemma exp_power v n : Rpower (exp v) n = exp (n * v). Proof. symmetry; apply exp_times_real. Qed.
