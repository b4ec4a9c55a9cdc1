(* What the printed proofs are made of: one tactic for each kind of inference.

   hyp       what is asked for stands among the hypotheses, for all values of an index or under a condition
   sgn       a sign follows from the signs of the parts
   dex       a formula is differentiable where its parts are
   rule R    a rule of Rules.v, its premises found by the tactics above
   arith     two rational expressions are equal; a denominator is cancelled only where a hypothesis says that it is not 0
   same      two ways to bracket the same formula *)
From Coq Require Import Reals Lra Lia Arith Bool.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives Rules.
Open Scope R_scope.

(** * Hypotheses *)

(* the definitions of a file, for `autounfold with definitions` *)
Create HintDb definitions.

Ltac hyp_ n :=
  lazymatch goal with
  | |- forall _, _ => intros; bools; hyp_ n
  | |- _ /\ _ => split; hyp_ n
  | |- (_ < _)%nat => first [assumption | lia]
  | |- (_ <= _)%nat => first [assumption | lia]
  | |- @eq nat _ _ => first [assumption | lia]
  | |- @eq nat _ _ -> False => first [assumption | lia]
  | |- not (@eq nat _ _) => first [assumption | lia]
  | |- @eq bool _ _ => hyp_bool n
  | |- not (@eq bool _ _) => first [assumption | apply not_true_iff_false; hyp_bool n]
  | |- True => exact I
  | |- _ =>
    first
    [ assumption
    | lazymatch n with
      | O => fail
      | S ?m => first
        [ match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end
        | lazymatch goal with |- _ <> _ => apply not_eq_sym; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end
        | lazymatch goal with |- _ = _ => symmetry; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end
        | lazymatch goal with |- _ <= _ => apply Rlt_le; first [assumption | match goal with H : forall _, _ |- _ => solve [simple apply H; hyp_ m] end] end ]
      end ]
  end
with hyp_bool n :=
  first
  [ assumption
  | lazymatch goal with
    | |- leb _ _ = true => apply leb_true; hyp_ n
    | |- leb _ _ = false => apply leb_false; hyp_ n
    | |- ltb _ _ = true => apply ltb_true; hyp_ n
    | |- ltb _ _ = false => apply ltb_false; hyp_ n
    | |- eqb _ _ = true => apply eqb_true; hyp_ n
    | |- eqb _ _ = false => apply eqb_false; hyp_ n
    | |- Nat.eqb _ _ = true => apply Nat.eqb_eq; hyp_ n
    | |- Nat.eqb _ _ = false => apply Nat.eqb_neq; hyp_ n
    | |- negb _ = true => apply negb_true_iff; hyp_bool n
    | |- negb _ = false => apply negb_false_iff; hyp_bool n
    | |- andb _ _ = true => apply andb_true_iff; split; hyp_bool n
    end ].
Ltac hyp := cbv beta; cbn [pt at0 at1 at2 at3]; hyp_ 2%nat.

(* what holds for all values of an index, for those at hand *)
Ltac instances :=
  repeat match goal with
  | H : forall l, (l < ?n)%nat -> @?P l, K : (?k < ?n)%nat |- _ =>
      let T := eval cbv beta in (P k) in
      lazymatch goal with _ : T |- _ => fail | _ => let N := fresh in assert (N : T) by exact (H k K) end
  end.

(** * Signs *)

Ltac head t := lazymatch t with ?f _ => head f | _ => t end.
(* a defined quantity by its definition *)
Ltac open t := let h := head t in unfold h; cbv beta.

Lemma prod_neg a b : a < 0 -> b < 0 -> 0 < a * b. Proof. intros; nra. Qed.
Lemma ln_gt1 x : 1 < x -> 0 < ln x. Proof. intro. rewrite <- ln_1. apply ln_increasing; lra. Qed.
Lemma ln_ge1 x : 1 <= x -> 0 <= ln x. Proof. intros [H|H]; [apply Rlt_le, ln_gt1; auto | rewrite <- H, ln_1; lra]. Qed.
Lemma ln_lt1 x : 0 < x -> x < 1 -> ln x < 0. Proof. intros. rewrite <- ln_1. now apply ln_increasing. Qed.
Lemma ln_le1 x : x <= 1 -> ln x <= 0.
Proof. intro H. destruct (Rlt_dec 0 x) as [P|P].
  - destruct H as [H|H]; [apply Rlt_le; now apply ln_lt1 | rewrite H, ln_1; lra].
  - unfold ln. destruct (Rlt_dec 0 x); [contradiction | lra]. Qed.
Lemma tanh_positive x : 0 < x -> 0 < tanh x.
Proof. intro. rewrite tanh_quotient. assert (exp (- x) < exp x) by (apply exp_increasing; lra). generalize (exp_pos (- x)); intro.
  apply Rdiv_lt_0_compat; lra. Qed.
Lemma delta_ge0 i j : 0 <= delta i j. Proof. destruct (delta_cases i j) as [->| ->]; lra. Qed.
Lemma delta_le1 i j : delta i j <= 1. Proof. destruct (delta_cases i j) as [->| ->]; lra. Qed.
Lemma rsum_le0 n f : (forall k, (k < n)%nat -> f k <= 0) -> rsum n f <= 0.
Proof. intro H. assert (0 <= rsum n (fun k => - f k)) by (apply rsum_ge0; intros k Hk; specialize (H k Hk); lra). rewrite rsum_opp in *. lra. Qed.
Lemma rsum_lt0 n f : (0 < n)%nat -> (forall k, (k < n)%nat -> f k < 0) -> rsum n f < 0.
Proof. intros P H. assert (0 < rsum n (fun k => - f k)) by (apply rsum_pos; auto; intros k Hk; specialize (H k Hk); lra). rewrite rsum_opp in *. lra. Qed.
Lemma Rinv_le0 x : 0 <= x -> 0 <= / x.
Proof. intros [H|<-]; [apply Rlt_le, Rinv_0_lt_compat; auto | rewrite Rinv_0; lra]. Qed.
Lemma Rdiv_ge0 x y : 0 <= x -> 0 <= y -> 0 <= x / y.
Proof. intros. apply Rmult_le_pos; auto using Rinv_le0. Qed.
Lemma pow_even_ge0 x n : Nat.Even n -> 0 <= x ^ n.
Proof. intros [m ->]. rewrite pow_mult. apply pow_le, pow2_ge_0. Qed.
Lemma Rmax_gt0l x y : 0 < x -> 0 < Rmax x y. Proof. intro. generalize (Rmax_l x y); lra. Qed.
Lemma Rmax_gt0r x y : 0 < y -> 0 < Rmax x y. Proof. intro. generalize (Rmax_r x y); lra. Qed.
Lemma Rmax_ge0l x y : 0 <= x -> 0 <= Rmax x y. Proof. intro. generalize (Rmax_l x y); lra. Qed.
Lemma Rmax_ge0r x y : 0 <= y -> 0 <= Rmax x y. Proof. intro. generalize (Rmax_r x y); lra. Qed.
Lemma largest_pos n f : (0 < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) -> 0 < largest n f.
Proof. intros P H. apply H. now apply argmax_lt. Qed.

Lemma Rlt_0_minus_lt x y : 0 < y - x -> x < y. Proof. lra. Qed.
Lemma Rplus_lt_le_0_neg x y : x < 0 -> y <= 0 -> x + y < 0. Proof. lra. Qed.
Lemma Rplus_le_lt_0_neg x y : x <= 0 -> y < 0 -> x + y < 0. Proof. lra. Qed.
Lemma Rplus_le_le_0_neg x y : x <= 0 -> y <= 0 -> x + y <= 0. Proof. lra. Qed.

Lemma abs_nz x : 0 < Rabs x -> x <> 0. Proof. intros H ->. rewrite Rabs_R0 in H. lra. Qed.
(* another way to write something that is not 0, or a multiple of it *)
Ltac multiple := match goal with H : ?d <> 0 |- _ <> 0 => let E := fresh in intro E; apply H; first [ lra | rewrite <- E; ring | nra ] end.

Lemma Rle_not_eq_lt x : 0 <= x -> x <> 0 -> 0 < x. Proof. lra. Qed.
Ltac by_cases :=
  autounfold with definitions in *; unfold Rmax, Rmin, Rabs, leb, ltb, eqb in *;
  repeat match goal with |- context [if ?b then _ else _] => destruct b end; lra.

Ltac sgn := first [ sgn_ | solve [by_cases] ]
with sgn_ :=
  cbv beta;
  lazymatch goal with
  | |- forall _, _ => intros; bools; sgn
  | |- _ /\ _ => split; sgn
  | |- 0 < _ => spos
  | |- 0 <= _ => snneg
  | |- _ <> 0 => snz
  | |- ?t < 0 => sneg t
  | |- ?t <= 0 => snpos t
  | |- 0 <> _ => apply not_eq_sym; snz
  | |- ?t = 0 => szero
  end
with szero :=
  first
  [ hyp | lra
  | lazymatch goal with
    | |- (if ?b then _ else _) = 0 => destruct b eqn:?; bools; szero
    | |- ?a * ?b = 0 => first [ replace a with 0 by (symmetry; szero); ring | replace b with 0 by (symmetry; szero); ring ]
    | |- ?a + ?b = 0 => replace a with 0 by (symmetry; szero); replace b with 0 by (symmetry; szero); ring
    | |- - ?a = 0 => replace a with 0 by (symmetry; szero); ring
    | |- ?a / ?b = 0 => replace a with 0 by (symmetry; szero); unfold Rdiv; ring
    end ]
with spos :=
  first
  [ hyp
  | lazymatch goal with
    | |- 0 < exp _ => apply exp_pos
    | |- 0 < cosh _ => apply cosh_pos
    | |- 0 < PI => apply PI_RGT_0
    | |- 0 < INR _ => apply lt_0_INR; lia
    | |- 0 < ?a + ?b => first [ apply Rplus_lt_0_compat; [spos|spos] | apply Rplus_lt_le_0_compat; [spos|snneg] | apply Rplus_le_lt_0_compat; [snneg|spos] ]
    | |- 0 < ?a * ?b => first [ apply Rmult_lt_0_compat; [spos|spos] | apply prod_neg; [sneg a|sneg b] | match a with b => apply Rsqr_pos_lt; snz end ]
    | |- 0 < ?a / ?b => first [ apply Rdiv_lt_0_compat; [spos|spos] | apply (prod_neg a (/ b)); [sneg a | apply Rinv_lt_0_compat; sneg b] ]
    | |- 0 < - ?a => apply Ropp_0_gt_lt_contravar; sneg a
    | |- 0 < ?a - ?b => first [ lra | apply Rplus_lt_le_0_compat; [spos | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] | apply Rplus_le_lt_0_compat; [snneg | apply Ropp_0_gt_lt_contravar; sneg b] ]
    | |- 0 < / ?a => apply Rinv_0_lt_compat; spos
    | |- 0 < ?a ^ 2 => first [ apply pow_lt; spos | apply pow2_gt_0; snz ]
    | |- 0 < ?a ^ _ => apply pow_lt; spos
    | |- 0 < Rpower _ _ => unfold Rpower; apply exp_pos
    | |- 0 < sqrt _ => apply sqrt_lt_R0; spos
    | |- 0 < ln _ => apply ln_gt1; first [ lra | apply (Rlt_0_minus_lt 1); spos | one_less ]
    | |- 0 < Rabs _ => apply Rabs_pos_lt; snz
    | |- 0 < tanh _ => apply tanh_positive; spos
    | |- 0 < Rmax _ _ => first [ apply Rmax_gt0l; spos | apply Rmax_gt0r; spos ]
    | |- 0 < Rmin _ _ => apply Rmin_glb_lt; spos
    | |- 0 < rsum _ _ => apply rsum_pos; [lia | intros; cbv beta; spos]
    | |- 0 < rprod _ _ => apply rprod_pos; intros; cbv beta; spos
    | |- 0 < rprodif _ _ _ => apply rprod_pos; intros; cbv beta; spos
    | |- 0 < largest _ _ => apply largest_pos; [lia | intros; cbv beta; spos]
    | |- 0 < (if ?b then _ else _) => destruct b eqn:?; bools; spos
    | |- 0 < delta ?i ?i => rewrite delta_eq; lra
    end
  | lra
  | apart
  | lazymatch goal with |- 0 < ?t => let h := head t in is_const h; progress unfold h; cbv beta; spos end ]
with apart := lazymatch goal with |- 0 < ?t => apply Rle_not_eq_lt; [ hyp | hyp ] end
with one_less := match goal with |- 1 < ?a + ?b => first [ assert (0 < b) by spos; lra | assert (0 < a) by spos; lra ] end
with snneg :=
  first
  [ hyp
  | lazymatch goal with
    | |- 0 <= rsum _ _ => apply rsum_ge0; intros; cbv beta; snneg
    | |- 0 <= rsumif _ _ _ => apply rsumif_ge0; intros; bools; cbv beta; snneg
    | |- 0 <= rprod _ _ => apply rprod_ge0; intros; cbv beta; snneg
    | |- 0 <= rprodif _ _ _ => apply rprod_ge0; intros; cbv beta; snneg
    | |- 0 <= ?a + ?b => apply Rplus_le_le_0_compat; [snneg|snneg]
    | |- 0 <= ?a * ?b => first [ match a with b => apply Rle_0_sqr end | apply Rmult_le_pos; [snneg|snneg] | rewrite <- Rmult_opp_opp; apply Rmult_le_pos; [apply Ropp_0_ge_le_contravar, Rle_ge; snpos a | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | |- 0 <= ?a / ?b => apply Rdiv_ge0; [snneg|snneg]
    | |- 0 <= / _ => apply Rinv_le0; snneg
    | |- 0 <= - ?a => apply Ropp_0_ge_le_contravar, Rle_ge; snpos a
    | |- 0 <= ?a - ?b => first [ lra | apply Rplus_le_le_0_compat; [snneg | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | |- 0 <= ?a ^ 2 => apply pow2_ge_0
    | |- 0 <= ?a ^ ?n => first [ apply pow_le; snneg | apply pow_even_ge0; now apply Nat.even_spec ]
    | |- 0 <= sqrt _ => apply sqrt_pos
    | |- 0 <= Rabs _ => apply Rabs_pos
    | |- 0 <= delta _ _ => apply delta_ge0
    | |- 0 <= ln _ => apply ln_ge1; first [ lra | match goal with |- 1 <= ?a + ?b => first [ assert (0 <= b) by snneg; lra | assert (0 <= a) by snneg; lra ] end ]
    | |- 0 <= Rmax _ _ => first [ apply Rmax_ge0l; snneg | apply Rmax_ge0r; snneg ]
    | |- 0 <= Rmin _ _ => apply Rmin_glb; snneg
    | |- 0 <= (if ?b then _ else _) => destruct b eqn:?; bools; snneg
    | |- _ => apply Rlt_le; spos
    end
  | lra
  | apply Rlt_le; spos
  | lazymatch goal with |- 0 <= ?t => let h := head t in is_const h; progress unfold h; cbv beta; snneg end ]
with sneg t :=
  first
  [ hyp | lra
  | lazymatch t with
    | - ?a => apply Ropp_lt_gt_0_contravar; red; spos
    | ?a * ?b => first [ rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_l; apply Ropp_lt_gt_0_contravar; red; apply Rmult_lt_0_compat; [apply Ropp_0_gt_lt_contravar; sneg a | spos]
                       | rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_r; apply Ropp_lt_gt_0_contravar; red; apply Rmult_lt_0_compat; [spos | apply Ropp_0_gt_lt_contravar; sneg b] ]
    | ?a / ?b => unfold Rdiv; sneg (a * / b)
    | / ?a => apply Rinv_lt_0_compat; sneg a
    | ?a + ?b => first [ apply Rplus_lt_le_0_neg; [sneg a | snpos b] | apply Rplus_le_lt_0_neg; [snpos a | sneg b] ]
    | ?a - ?b => first [ apply Rplus_lt_le_0_neg; [sneg a | apply Rge_le, Ropp_0_le_ge_contravar; snneg] | apply Rplus_le_lt_0_neg; [snpos a | apply Ropp_lt_gt_0_contravar; red; spos] ]
    | ln ?a => apply ln_lt1; [spos | first [hyp | lra | apply Rminus_lt; sneg (a - 1)]]
    | rsum _ _ => apply rsum_lt0; [lia | intros; cbv beta; lazymatch goal with |- ?b < 0 => sneg b end]
    | (if ?b then _ else _) => destruct b eqn:?; bools; lazymatch goal with |- ?c < 0 => sneg c end
    | _ => let h := head t in is_const h; progress unfold h; cbv beta; lazymatch goal with |- ?c < 0 => sneg c end
    end ]
with snpos t :=
  first
  [ hyp | lra
  | lazymatch t with
    | - ?a => apply Rge_le, Ropp_0_le_ge_contravar; snneg
    | ?a * ?b => first [ rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_l; apply Rge_le, Ropp_0_le_ge_contravar; apply Rmult_le_pos; [apply Ropp_0_ge_le_contravar, Rle_ge; snpos a | snneg]
                       | rewrite <- (Ropp_involutive (a * b)), Ropp_mult_distr_r; apply Rge_le, Ropp_0_le_ge_contravar; apply Rmult_le_pos; [snneg | apply Ropp_0_ge_le_contravar, Rle_ge; snpos b] ]
    | ?a / ?b => unfold Rdiv; snpos (a * / b)
    | ?a + ?b => apply Rplus_le_le_0_neg; [snpos a | snpos b]
    | ?a - ?b => apply Rplus_le_le_0_neg; [snpos a | apply Rge_le, Ropp_0_le_ge_contravar; snneg]
    | ln ?a => apply ln_le1; first [hyp | lra | apply Rminus_le; snpos (a - 1)]
    | rsum _ _ => apply rsum_le0; intros; cbv beta; lazymatch goal with |- ?b <= 0 => snpos b end
    | rsumif _ _ _ => apply rsum_le0; intros; cbv beta; lazymatch goal with |- ?b <= 0 => snpos b end
    | (if ?b then _ else _) => destruct b eqn:?; bools; lazymatch goal with |- ?c <= 0 => snpos c end
    | _ => first [ apply Rlt_le; sneg t | let h := head t in is_const h; progress unfold h; cbv beta; lazymatch goal with |- ?c <= 0 => snpos c end ]
    end ]
with snz :=
  first
  [ hyp
  | lazymatch goal with
    | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz|snz]
    | |- / ?a <> 0 => apply Rinv_neq_0_compat; snz
    | |- ?a / ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz | apply Rinv_neq_0_compat; snz]
    | |- ?a ^ _ <> 0 => apply pow_nonzero; snz
    | |- - ?a <> 0 => apply Ropp_neq_0_compat; snz
    end
  | apply Rgt_not_eq; red; spos
  | lazymatch goal with |- ?t <> 0 => apply Rlt_not_eq; sneg t end
  | apply abs_nz; first [hyp | lra]
  | multiple
  | lra
  | lazymatch goal with
    | |- (if ?b then _ else _) <> 0 => destruct b eqn:?; bools; snz
    | |- ?t <> 0 => let h := head t in is_const h; progress unfold h; cbv beta; snz
    end ].

(** * Differentiability *)

(* what is asked for at the point of a slot, as it is written there *)
Ltac here := cbv beta; cbn [pt at0 at1 at2 at3].
Ltac needed := here; first [ hyp | sgn | solve [autounfold with definitions in *; here; first [hyp | sgn]] ].

Ltac dex :=
  here;
  lazymatch goal with
  | |- forall _, _ => intros; bools; dex
  | |- ex _ (fun _ => ?c) => apply x_const
  | |- ex (at0 ?x) (fun a => a) => exact (is_pd_ex _ _ _ (i_at0 x))
  | |- ex (at1 ?a ?i) (fun a => a ?k) => exact (is_pd_ex _ _ _ (i_at1 a i k))
  | |- ex (at2 ?a ?i ?j) (fun a => a ?k ?l) => exact (is_pd_ex _ _ _ (i_at2 a i j k l))
  | |- ex (at3 ?a ?i ?j ?m) (fun a => a ?k ?l ?p) => exact (is_pd_ex _ _ _ (i_at3 a i j m k l p))
  | |- ex _ (fun a => a _) => hyp
  | |- ex _ (fun a => a _ _) => hyp
  | |- ex ?s (fun a => - @?u a) => apply (x_opp s u); dex
  | |- ex ?s (fun a => @?u a + @?v a) => apply (x_add s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a - @?v a) => apply (x_sub s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a * @?v a) => apply (x_mul s u v); [dex|dex]
  | |- ex ?s (fun a => @?u a / @?v a) =>
      lazymatch v with
      | (fun _ => ?c) => apply (x_mul s u (fun _ => / c)); [dex|apply x_const]
      | _ => apply (x_div s u v); [dex|dex|needed]
      end
  | |- ex ?s (fun a => / @?v a) => apply (x_inv s v); [dex|needed]
  | |- ex ?s (fun a => exp (@?u a)) => eapply (x_comp s exp u _); [dex|apply isd_exp]
  | |- ex ?s (fun a => ln (@?u a)) => eapply (x_comp s ln u _); [dex|apply isd_ln; needed]
  | |- ex ?s (fun a => sqrt (@?u a)) => eapply (x_comp s sqrt u _); [dex|apply isd_sqrt; needed]
  | |- ex ?s (fun a => Rabs (@?u a)) => first [ eapply (x_comp s Rabs u _); [dex|apply isd_abs; needed] ]
  | |- ex ?s (fun a => signum (@?u a)) => eapply (x_comp s signum u _); [dex|apply isd_signum; needed]
  | |- ex ?s (fun a => sin (@?u a)) => eapply (x_comp s sin u _); [dex|apply isd_sin]
  | |- ex ?s (fun a => cos (@?u a)) => eapply (x_comp s cos u _); [dex|apply isd_cos]
  | |- ex ?s (fun a => tan (@?u a)) => eapply (x_comp s tan u _); [dex|apply isd_tan; needed]
  | |- ex ?s (fun a => sinh (@?u a)) => eapply (x_comp s sinh u _); [dex|apply isd_sinh]
  | |- ex ?s (fun a => cosh (@?u a)) => eapply (x_comp s cosh u _); [dex|apply isd_cosh]
  | |- ex ?s (fun a => tanh (@?u a)) => eapply (x_comp s tanh u _); [dex|apply isd_tanh]
  | |- ex ?s (fun a => atan (@?u a)) => eapply (x_comp s atan u _); [dex|apply isd_atan]
  | |- ex ?s (fun a => erf (@?u a)) => eapply (x_comp s erf u _); [dex|apply isd_erf]
  | |- ex ?s (fun a => @?u a ^ ?n) => eapply (x_comp s (fun t => t ^ n) u _); [dex|apply isd_pow]
  | |- ex ?s (fun a => Rpower (@?u a) (@?v a)) =>
      lazymatch v with
      | (fun _ => ?n) => eapply (x_comp s (fun t => Rpower t n) u _); [dex|apply isd_Rpower; needed]
      | _ => eapply (x_comp s exp (fun a => v a * ln (u a)) _);
             [apply (x_mul s v (fun a => ln (u a))); [dex | eapply (x_comp s ln u _); [dex|apply isd_ln; needed]] | apply isd_exp]
      end
  | |- ex ?s (fun a => rsum ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (x_sum s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dex
  | |- ex ?s (fun a => rsumif ?n ?P (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in
      apply (x_sumif s n P w); let k := fresh "k" in let H := fresh "Hk" in let G := fresh "HP" in intros k H G; cbv beta in G; bools; dex
  | |- ex ?s (fun a => rprod ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (x_prod s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dex
  | |- ex ?s (fun a => largest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_largest s n w); [lia | let k := fresh "k" in let H := fresh "Hk" in intros k H; dex | needed]
  | |- ex ?s (fun a => smallest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_smallest s n w); [lia | let k := fresh "k" in let H := fresh "Hk" in intros k H; dex | needed]
  | |- ex ?s (fun a => delta ?i (argmax ?n (fun k => @?u a k))) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (ex_delta s n w); [lia | let k := fresh "k" in let H := fresh "Hk" in intros k H; con | needed]
  | |- ex ?s (fun a => Rmax (@?u a) (@?v a)) => apply (ex_max s u v); [dex|dex|needed]
  | |- ex ?s (fun a => Rmin (@?u a) (@?v a)) => apply (ex_min s u v); [dex|dex|needed]
  | |- ex ?s (fun a => if @?P a then @?u a else @?v a) =>
      lazymatch P with
      | (fun _ => ?b) => apply (x_if s b u v); let H := fresh "Hb" in intro H; bools; dex
      | _ => apply (x_branch s P u v); [steady | let H := fresh "Hb" in intro H; here; cbv beta in H; cbn [pt at0 at1 at2 at3] in H; bools; dex ..]
      end
  | |- ex ?s ?f =>
      let t := eval cbv beta in (f (pt s)) in let h := head t in is_const h; progress unfold h; cbv beta; dex
  end
(* a condition that stays as it is nearby *)
with steady :=
  here;
  lazymatch goal with
  | |- near ?s (fun _ => ?P) => apply near_all; reflexivity
  | |- near ?s (fun a => leb (@?u a) (@?v a) = _) => apply (near_leb s u v); [con|con|needed]
  | |- near ?s (fun a => ltb (@?u a) (@?v a) = _) => apply (near_ltb s u v); [con|con|needed]
  | |- near ?s (fun a => eqb (@?u a) (@?v a) = _) => apply (near_eqb s u v); [con|con|needed]
  | |- near ?s (fun a => negb (@?P a) = _) => apply (near_negb s P); steady
  | |- near ?s (fun a => andb (@?P a) (@?Q a) = _) => apply (near_andb s P Q); [steady|steady]
  end
(* continuous: where differentiable, and where kinks are *)
with con :=
  here;
  lazymatch goal with
  | |- forall _, _ => intros; con
  | |- cont ?s (fun _ => ?c) => apply cont_const
  | |- cont ?s (fun a => - @?u a) => apply (cont_opp s u); con
  | |- cont ?s (fun a => @?u a + @?v a) => apply (cont_plus s u v); [con|con]
  | |- cont ?s (fun a => @?u a - @?v a) => apply (cont_minus s u v); [con|con]
  | |- cont ?s (fun a => @?u a * @?v a) => apply (cont_mult s u v); [con|con]
  | |- cont ?s (fun a => Rabs (@?u a)) => apply (cont_abs s u); con
  | |- cont ?s (fun a => Rmax (@?u a) (@?v a)) => apply (cont_max s u v); [con|con]
  | |- cont ?s (fun a => Rmin (@?u a) (@?v a)) => apply (cont_min s u v); [con|con]
  | |- cont ?s (fun a => rsum ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (cont_sum s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; con
  | |- _ => apply ex_cont; dex
  end.

(** * Rules *)

Lemma eqf1 (h : R -> R) a b : a = b -> h a = h b. Proof. now intros ->. Qed.
Lemma eqf2 (h : R -> R -> R) a b c d : a = c -> b = d -> h a b = h c d. Proof. now intros -> ->. Qed.

(* a condition that always holds *)
Ltac whole :=
  repeat match goal with
  | |- context [rsumif ?n (fun _ => true) ?f] => change (rsumif n (fun _ => true) f) with (rsum n f)
  | |- context [rprodif ?n (fun _ => true) ?f] => change (rprodif n (fun _ => true) f) with (rprod n f)
  end; cbn [andb].

(* down to where two sides differ in their brackets only *)
Ltac same := whole; same_
with same_ :=
  cbv beta;
  first
  [ reflexivity
  | solve [unfold Rdiv; ring]
  | solve [same_below]
  | solve [field] ]
with same_below :=
  first
  [ lazymatch goal with
    | |- ?a + ?b = ?c + ?d => apply (eqf2 Rplus); [same|same]
    | |- ?a - ?b = ?c - ?d => apply (eqf2 Rminus); [same|same]
    | |- ?a * ?b = ?c * ?d => apply (eqf2 Rmult); [same|same]
    | |- ?a / ?b = ?c / ?d => apply (eqf2 Rdiv); [same|same]
    | |- - ?a = - ?b => apply (eqf1 Ropp); same
    | |- / ?a = / ?b => apply (eqf1 Rinv); same
    | |- ?a ^ ?n = ?b ^ ?n => apply (eqf1 (fun x => x ^ n)); same
    | |- Rpower ?a ?b = Rpower ?c ?d => apply (eqf2 Rpower); [same|same]
    | |- rsum ?n _ = rsum ?n _ => apply rsum_ext; intros ? ?; same
    | |- rsumif ?n _ _ = rsumif ?n _ _ => apply rsumif_ext; intros; [same_bool | same]
    | |- rprod ?n _ = rprod ?n _ => apply rprod_ext; intros ? ?; same
    | |- rprodif ?n _ _ = rprodif ?n _ _ => apply rprodif_ext; intros; [same_bool | same]
    | |- (if _ then _ else _) = (if _ then _ else _) => apply if_ext; intros; [same_bool | same | same]
    | |- pd ?s _ = pd ?s _ => apply pd_ext; intros ?; same
    | |- delta _ _ = delta _ _ => apply delta_sym
    | |- largest ?n _ = largest ?n _ => apply largest_ext; [lia | intros ? ?; same]
    | |- smallest ?n _ = smallest ?n _ => apply smallest_ext; [lia | intros ? ?; same]
    | |- ?f _ _ = ?f _ _ => apply (eqf2 f); [same|same]
    | |- ?f _ = ?f _ => apply (eqf1 f); same
    end ]
with same_bool :=
  cbv beta;
  first
  [ reflexivity
  | lazymatch goal with
    | |- andb _ _ = andb _ _ => f_equal; same_bool
    | |- negb _ = negb _ => f_equal; same_bool
    | |- Nat.eqb _ _ = Nat.eqb _ _ => apply Nat.eqb_sym
    | |- leb _ _ = leb _ _ => apply f_equal2; same
    | |- ltb _ _ = ltb _ _ => apply f_equal2; same
    | |- eqb _ _ = eqb _ _ => apply f_equal2; same
    end ].

Ltac premise :=
  here;
  lazymatch goal with
  | |- forall k, (k < _)%nat -> _ => let k := fresh "k" in let H := fresh "Hk" in intros k H; premise
  | |- forall _, _ => intros; bools; premise
  | |- ex _ _ => dex
  | |- cont _ _ => con
  | |- near _ _ => steady
  | |- (_ < _)%nat => first [ lia | apply argmax_lt; lia ]
  | |- @eq nat _ _ => lia
  | |- INR _ = _ => simpl; ring
  | |- - INR _ = _ => simpl; ring
  | |- _ =>
    first
    [ hyp | needed | lra | solve [same]
    | match goal with H : ?a = ?b |- ?a = _ => rewrite H; solve [same] end
    | match goal with H : ?a = ?b |- _ = ?b => rewrite <- H; solve [same] end ]
  end.
Ltac with_premises H k :=
  let T := type of H in
  lazymatch T with
  | ?A -> ?B => let h := fresh in assert (h : A); [ premise | with_premises (H h) k ]
  | _ => k H
  end.
(* the rule says just this; the rule says this with other brackets *)
Ltac rule H := with_premises H ltac:(fun h => exact h).
Ltac rule_same H :=
  with_premises H ltac:(fun h =>
    let T := type of h in let T := eval cbn [pt at0 at1 at2 at3] in T in
    lazymatch T with
    | ?a = ?b => transitivity a; [ same | transitivity b; [ exact h | same ] ]
    | ?a <= ?b => apply (Rle_trans _ a); [ apply Req_le; same | apply (Rle_trans _ b); [ exact h | apply Req_le; same ] ]
    end).

(** * Rational expressions *)

Lemma times_inv x : x <> 0 -> x * / x = 1. Proof. apply Rinv_r. Qed.

Ltac pow_inverses := unfold Rdiv in *; repeat first [ rewrite Rinv_mult | rewrite Rinv_inv | rewrite Rinv_opp | rewrite <- pow_inv | rewrite Rinv_1 ].
Ltac nonzero := solve [ hyp | repeat split; first [ hyp | lra | snz_ ] ]
with snz_ :=
  first
  [ hyp
  | lazymatch goal with
    | |- _ /\ _ => split; snz_
    | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; [snz_|snz_]
    | |- / ?a <> 0 => apply Rinv_neq_0_compat; snz_
    | |- ?a ^ _ <> 0 => apply pow_nonzero; snz_
    | |- - ?a <> 0 => apply Ropp_neq_0_compat; snz_
    | |- INR _ <> 0 => apply not_0_INR; lia
    end
  | multiple
  | lra
  | instances; multiple ].
Ltac hide_inverses :=
  repeat match goal with
  | |- context [/ ?d] =>
      tryif (assert_succeeds (assert (d <> 0) by snz_)) then fail else
      (let i := fresh "inv" in set (i := / d) in *; clearbody i)
  end.
Ltac deltas := repeat match goal with |- context [delta ?i ?j] => match goal with |- context [delta j i] => tryif constr_eq i j then fail else rewrite (delta_sym j i) end end.
Ltac arith_once := first [ reflexivity | solve [ring] | solve [pow_inverses; ring] | solve [field; snz_] | solve [unfold Rdiv in *; hide_inverses; field; snz_] | solve [pow_inverses; hide_inverses; field; snz_] ].
Ltac unify_sums :=
  repeat match goal with
  | |- context [rsum ?n ?f] =>
      match goal with
      | |- context [rsum n ?g] =>
          lazymatch f with g => fail | _ => idtac end;
          replace (rsum n f) with (rsum n g) by (apply rsum_ext; intros; cbv beta; solve [same | arith_once])
      end
  end.
Ltac arith := first [ arith_once | solve [deltas; arith_once] | solve [deltas; unify_sums; arith_once] ].
(* the same, first with fractions split, first with what is not 0 cancelled *)
Ltac fractions := first [ solve [pow_inverses; ring] | arith ].
Ltac cancel := first [ solve [field; snz_] | arith ].

(** * From one line to the next *)

Lemma eq_eq (x y z : R) : x = y -> y = z -> x = z. Proof. congruence. Qed.
Lemma eq_lt (x y z : R) : x = y -> y < z -> x < z. Proof. lra. Qed.
Lemma eq_le (x y z : R) : x = y -> y <= z -> x <= z. Proof. lra. Qed.
Lemma eq_ne (x y z : R) : x = y -> y <> z -> x <> z. Proof. lra. Qed.
Lemma lt_eq (x y z : R) : x < y -> y = z -> x < z. Proof. lra. Qed.
Lemma le_eq (x y z : R) : x <= y -> y = z -> x <= z. Proof. lra. Qed.
Lemma ne_eq (x y z : R) : x <> y -> y = z -> x <> z. Proof. lra. Qed.
Lemma lt_lt (x y z : R) : x < y -> y < z -> x < z. Proof. lra. Qed.
Lemma lt_le (x y z : R) : x < y -> y <= z -> x < z. Proof. lra. Qed.
Lemma le_lt (x y z : R) : x <= y -> y < z -> x < z. Proof. lra. Qed.
Lemma le_le (x y z : R) : x <= y -> y <= z -> x <= z. Proof. lra. Qed.
Lemma difference_lt (l r d : R) : r + - l = d -> 0 < d -> l < r. Proof. lra. Qed.
Lemma difference_le (l r d : R) : r + - l = d -> 0 <= d -> l <= r. Proof. lra. Qed.
Lemma difference_ne (l r d : R) : r + - l = d -> d <> 0 -> l <> r. Proof. intros E N ->. apply N. rewrite <- E. ring. Qed.

(* a hypothesis with strict comparisons only holds nearby *)
Ltac nearby :=
  lazymatch goal with
  | |- near ?s (fun a => @?P a /\ @?Q a) => apply (near_and s P Q); nearby
  | |- near ?s (fun a => @?u a < @?v a) => apply (near_lt s u v); [con|con|here; hyp]
  | |- near ?s (fun a => @?u a <> @?v a) => apply (near_ne s u v); [con|con|here; hyp]
  | |- near ?s (fun a => forall k, (k < ?n)%nat -> @?P a k) =>
      let w := eval cbv beta in (fun k a => P a k) in apply (near_forall s n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; cbv beta; nearby
  | |- near ?s (fun a => ?P -> @?Q a) => apply (near_implies s P Q); [ first [lia | apply Classical_Prop.classic] | intro; nearby ]
  end.

(** * Numbers that satisfy hypotheses *)

Lemma below2 (P : nat -> Prop) : P 0%nat -> P 1%nat -> forall k, (k < 2)%nat -> P k.
Proof. intros H G k Hk. destruct k as [|[|k]]; auto. lia. Qed.
Ltac computed :=
  autounfold with definitions in *; cbv beta;
  repeat match goal with |- forall k, (k < 2)%nat -> @?P k => apply (below2 P); cbv beta end;
  cbv beta iota delta [rsum rsumif rprod rprodif largest smallest argmax delta signum upd1 Nat.eq_dec nat_rec nat_rect sumbool_rec sumbool_rect f_equal];
  cbn [INR Nat.eqb negb andb Nat.add].
Ltac decided :=
  intros; unfold Rmax, Rmin, Rabs, leb, ltb, eqb in *;
  repeat match goal with
  | |- context [Rlt_dec ?a ?b] => destruct (Rlt_dec a b)
  | |- context [Rle_dec ?a ?b] => destruct (Rle_dec a b)
  | |- context [Req_EM_T ?a ?b] => destruct (Req_EM_T a b)
  | |- context [Rcase_abs ?a] => destruct (Rcase_abs a)
  end; first [lia | lra | congruence | exfalso; lra | nra].
Ltac witness :=
  repeat match goal with |- _ /\ _ => split end;
  first [ lia | solve [sgn] | solve [computed; intros; first [lia | lra | sgn | decided | split; decided]] ].
